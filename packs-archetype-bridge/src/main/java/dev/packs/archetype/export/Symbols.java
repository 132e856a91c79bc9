package dev.packs.archetype.export;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Constants of the archetype: variables that stand for what Velocity would read as its own, under the names that archetypes are used to. They are set in the prelude, which
 * every template sees, as all share one context.
 */
final class Symbols {

    /** What a property says that has no value, since it has to say something. */
    static final String NONE = "(none)";

    /** What a property says for the empty text. */
    static final String EMPTY = "(empty)";

    /** What a property says that is made of others, or cannot be written into the descriptor. */
    static final String DEFAULT = "(default)";

    private final Names names;
    private final String empty;
    private final String dollar;
    private final String pound;
    private final String escape;
    private final String quote;
    private final Map<String, String> constants = new LinkedHashMap<>();

    Symbols(Names names) {
        this.names = names;
        this.pound = names.fresh("symbol_pound");
        this.dollar = names.fresh("symbol_dollar");
        this.escape = names.fresh("symbol_escape");
        this.quote = names.fresh("symbol_quote");
        this.empty = names.fresh("symbol_empty");
    }

    /** A reference to nothing: what stands beside it is not beside a directive. */
    String fence() {
        return "${" + empty + "}";
    }

    String empty() {
        return empty;
    }

    String dollar() {
        return dollar;
    }

    String escape() {
        return escape;
    }

    /** Text outside of directives. A byte order mark would be lost at the start of a file. */
    String text(String literal) {
        StringBuilder text = new StringBuilder(literal.length() + 64);
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            switch (c) {
                case '$' -> text.append("${").append(dollar).append('}');
                case '#' -> text.append("${").append(pound).append('}');
                case '\\' -> text.append("${").append(escape).append('}');
                case '\ufeff' -> text.append("${").append(constant("\ufeff")).append('}');
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    /** Text between double quotes. */
    String quoted(String literal) {
        return text(literal).replace("\"", "${" + quote + "}");
    }

    /** A literal inside of a directive. */
    String literal(String text) {
        if (isPlain(text)) {
            return "'" + text + "'";
        }
        return "$" + constant(text);
    }

    /** The name of a variable that is the text. */
    String constant(String text) {
        if (text.isEmpty()) {
            return empty;
        }
        return switch (text) {
            case "$" -> dollar;
            case "#" -> pound;
            case "\\" -> escape;
            case "\"" -> quote;
            default -> constants.computeIfAbsent(text, any -> names.fresh("text"));
        };
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("'\"$#\\\ufeff".indexOf(c) >= 0 || c < ' ') {
                return false;
            }
        }
        return true;
    }

    /** What sets them, one line each; to be called last. */
    String prelude() {
        StringBuilder lines = new StringBuilder();
        lines.append(Code.line("#set( $" + pound + " = '#' )"));
        lines.append(Code.line("#set( $" + dollar + " = '$' )"));
        lines.append(Code.line("#set( $" + escape + " = '\\' )"));
        lines.append(Code.line("#set( $" + quote + " = '\"' )"));
        lines.append(Code.line("#set( $" + empty + " = '' )"));
        for (Map.Entry<String, String> constant : constants.entrySet()) {
            String text = constant.getKey();
            String value =
                    text.equals("\ufeff") ? "'\ufeff'" : isPlain(text) ? "'" + text + "'" : "\"" + quoted(text) + "\"";
            lines.append(Code.line("#set( $" + constant.getValue() + " = " + value + " )"));
        }
        return lines.toString();
    }
}
