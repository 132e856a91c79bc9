package dev.packs.variables;

import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads text from the command line or the pom as a value of a type, strictly: what is not clearly one stays text, and the check of types refuses it. */
final class TextValue {

    private TextValue() {}

    /**
     * Integers are decimal digits with an optional minus and no leading zeros; booleans are {@code true} and {@code false}; a list of scalars is {@code a,b,c}, blanks around its
     * items dropped, and empty text is the empty list.
     */
    static Object read(VariableDefinition variable, String text) {
        return switch (variable.type()) {
            case INTEGER -> {
                Optional<Long> number = integer(text);
                yield number.isPresent() ? (Object) number.get() : text;
            }
            case BOOLEAN -> text.equals("true") ? true : text.equals("false") ? (Object) false : text;
            case LIST -> ExampleValue.fitsCommandLine(variable) ? list(variable, text) : text;
            case STRING, PATH, OBJECT -> text;
        };
    }

    private static List<Object> list(VariableDefinition variable, String text) {
        List<Object> items = new ArrayList<>();
        int from = 0;
        while (!text.isBlank() && from <= text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            String item = text.substring(from, to).strip();
            items.add(
                    variable.items().isPresent() && variable.items().get().type() != VariableType.LIST
                            ? read(variable.items().get(), item)
                            : item);
            from = to + 1;
        }
        return items;
    }

    private static Optional<Long> integer(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        if (text.length() == digits || text.length() > 20 || (text.charAt(digits) == '0' && text.length() > 1)) {
            return text.equals("0") ? Optional.of(0L) : Optional.empty();
        }
        for (int i = digits; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException tooBig) {
            return Optional.empty();
        }
    }
}
