package dev.packs.archetype.export;

import dev.packs.draft.DraftFile;
import dev.packs.rendering.Formula;
import dev.packs.rendering.TemplatePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths with values in them. What stands between double underscores is replaced by the variable of that name, unless it is blank; so a value is never alone there, but with all that it
 * shares a folder's or file's name with.
 */
final class Paths {

    /** What is there before everything else; a second file of this path is left out by all versions of the original. */
    static final String POM = "pom.xml";

    private static final String MARK = "__";

    private final Formulas formulas;
    private final Names names;
    private final Symbols symbols;
    private final Code prelude;
    private final Map<List<TemplatePart>, String> tokens = new HashMap<>();

    Paths(Formulas formulas, Names names, Symbols symbols, Code prelude) {
        this.formulas = formulas;
        this.names = names;
        this.symbols = symbols;
        this.prelude = prelude;
    }

    /** The path in the archetype. */
    String of(DraftFile file) {
        if (file.when().isPresent()) {
            String name = names.fresh("file");
            prelude.begin(formulas.condition(file.when().get(), prelude));
            prelude.set(name, "$" + replacement(file.path(), "file"));
            prelude.otherwise();
            prelude.set(name, "'" + POM + "'");
            prelude.end();
            return MARK + name + MARK;
        }
        if (texts(file.path()).contains(MARK)) {
            return token(file.path(), "file");
        }
        StringBuilder path = new StringBuilder();
        for (List<TemplatePart> segment : segments(file.path())) {
            if (segment.get(0) instanceof TemplatePart.Text text && segment.size() == 1) {
                path.append(text.text());
            } else {
                path.append(token(segment, wish(segment)));
            }
        }
        return path.toString();
    }

    private static String texts(List<TemplatePart> parts) {
        StringBuilder texts = new StringBuilder();
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Text text) {
                texts.append(text.text());
            } else {
                texts.append('/');
            }
        }
        return texts.toString();
    }

    /** Texts from and to a slash alone, all else together. */
    private static List<List<TemplatePart>> segments(List<TemplatePart> parts) {
        List<List<TemplatePart>> segments = new ArrayList<>();
        List<TemplatePart> open = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!(parts.get(i) instanceof TemplatePart.Text text)) {
                open.add(parts.get(i));
                continue;
            }
            String literal = text.text();
            int from = i == 0 ? 0 : literal.indexOf('/');
            int to = i == parts.size() - 1 ? literal.length() : literal.lastIndexOf('/') + 1;
            if (from < 0 || (i > 0 && i < parts.size() - 1 && to <= from)) {
                open.add(text);
                continue;
            }
            if (from > 0) {
                open.add(new TemplatePart.Text(literal.substring(0, from)));
            }
            if (!open.isEmpty()) {
                segments.add(List.copyOf(open));
                open.clear();
            }
            if (to > from) {
                segments.add(List.of(new TemplatePart.Text(literal.substring(from, to))));
            }
            if (to < literal.length()) {
                open.add(new TemplatePart.Text(literal.substring(to)));
            }
        }
        if (!open.isEmpty()) {
            segments.add(List.copyOf(open));
        }
        return segments;
    }

    private static String wish(List<TemplatePart> segment) {
        for (TemplatePart part : segment) {
            if (part instanceof TemplatePart.Output output) {
                Formula value = output.value();
                if (value instanceof Formula.Call call && !call.arguments().isEmpty()) {
                    value = call.arguments().get(0);
                }
                if (value instanceof Formula.Variable variable) {
                    return variable.name() + "_path";
                }
            }
        }
        return "path";
    }

    private String token(List<TemplatePart> parts, String wish) {
        String known = tokens.get(parts);
        if (known == null) {
            known = replacement(parts, wish);
            tokens.put(parts, known);
        }
        return MARK + known + MARK;
    }

    /** The name of a variable that holds the text in the form that {@link java.util.regex.Matcher#appendReplacement} takes. */
    private String replacement(List<TemplatePart> parts, String wish) {
        StringBuilder text = new StringBuilder();
        for (TemplatePart part : parts) {
            text.append(
                    part instanceof TemplatePart.Text literal
                            ? symbols.quoted(literal.text())
                            : formulas.piece(((TemplatePart.Output) part).value(), prelude));
        }
        String whole = names.fresh("value");
        prelude.set(whole, "\"" + text + "\"");
        String name = names.fresh(wish);
        String escape = "${" + symbols.escape() + "}";
        prelude.set(
                name,
                "$" + whole + ".replace($" + symbols.escape() + ", \"" + escape + escape + "\").replace($"
                        + symbols.dollar() + ", \"" + escape + "${" + symbols.dollar() + "}\")");
        return name;
    }
}
