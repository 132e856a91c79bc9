package dev.packs.archetype.export;

import dev.packs.rendering.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The functions that Velocity can do exactly, through methods of {@code java.lang.String} that Java 8 has. Where a method depends on the locale, what differs between
 * locales is replaced before.
 */
final class Calls {

    /** Written in regular expressions as a letter or a digit is to {@link Character#isLetterOrDigit(int)}. */
    private static final String WORD = "\\p{L}\\p{Nd}";

    private static final String KEYWORDS =
            "abstract|assert|boolean|break|byte|case|catch|char|class|const|continue|default|do|double"
                    + "|else|enum|extends|final|finally|float|for|goto|if|implements|import|instanceof|int|interface|long|native|new|package"
                    + "|private|protected|public|return|short|static|strictfp|super|switch|synchronized|this|throw|throws|transient|try|void"
                    + "|volatile|while|_|true|false|null";

    private static final Set<String> CONDITIONS = Set.of(
            "#strings.isEmpty",
            "#strings.contains",
            "#strings.containsIgnoreCase",
            "#strings.startsWith",
            "#strings.endsWith",
            "#strings.equals",
            "#strings.equalsIgnoreCase",
            "#bools.isTrue",
            "#bools.isFalse",
            "#names.isJavaKeyword",
            "#names.isJavaIdentifier",
            "#lists.isEmpty",
            "#lists.contains");

    /** Of lists, to what is printed. */
    private static final Set<String> JOINS =
            Set.of("#strings.join", "#strings.listJoin", "#strings.arrayJoin", "#lists.join");

    private static final Set<String> LISTS = Set.of("#strings.split", "#strings.listSplit", "#strings.arraySplit");

    /** All that there is, for whoever writes it down. */
    static final Set<String> TEXTS = Set.of(
            "#strings.toString",
            "#strings.defaultString",
            "#strings.toUpperCase",
            "#strings.toLowerCase",
            "#strings.capitalize",
            "#strings.unCapitalize",
            "#strings.trim",
            "#strings.substring",
            "#strings.substringBefore",
            "#strings.substringAfter",
            "#strings.prepend",
            "#strings.append",
            "#strings.concat",
            "#strings.replace",
            "#strings.repeat",
            "#strings.indent",
            "#strings.abbreviate",
            "#strings.padLeft",
            "#strings.padRight",
            "#strings.escapeXml",
            "#strings.escapeShell",
            "#strings.length",
            "#strings.indexOf",
            "#names.path",
            "#names.packageName",
            "#names.javaIdentifier",
            "#names.snake",
            "#names.kebab",
            "#names.constant",
            "#names.camel",
            "#names.pascal",
            "#names.title",
            "#objects.nullSafe");

    private final Formulas formulas;
    private final Names names;
    private final Symbols symbols;

    Calls(Formulas formulas, Names names, Symbols symbols) {
        this.formulas = formulas;
        this.names = names;
        this.symbols = symbols;
    }

    boolean isCondition(Formula.Call call) {
        return CONDITIONS.contains(call.function());
    }

    Kind kind(Formula.Call call) {
        if (isCondition(call)) {
            return Kind.BOOLEAN;
        }
        if (LISTS.contains(call.function())) {
            return Kind.LIST;
        }
        return switch (call.function()) {
            case "#strings.length", "#strings.indexOf", "#lists.size" -> Kind.INTEGER;
            case "#objects.nullSafe" ->
                formulas.kind(call.arguments().get(0))
                        .or(formulas.kind(call.arguments().get(1)));
            default -> Kind.TEXT;
        };
    }

    boolean isNullable(Formula.Call call) {
        return call.function().equals("#objects.nullSafe")
                && formulas.isNullable(call.arguments().get(1));
    }

    String condition(Formula.Call call, Code code) {
        Formula first = call.arguments().get(0);
        if (call.function().startsWith("#lists.")) {
            return ofList(call, code);
        }
        return switch (call.function()) {
            case "#strings.isEmpty" -> {
                String tested = "$" + formulas.name(first, code);
                yield "(" + tested + " == ''"
                        + (formulas.isNullable(first) ? " || " + tested + " == '" + Symbols.NONE + "'" : "") + ")";
            }
            case "#bools.isTrue" -> formulas.condition(first, code);
            case "#bools.isFalse" -> "!(" + formulas.condition(first, code) + ")";
            case "#strings.equals" ->
                formulas.kind(first) == formulas.kind(call.arguments().get(1))
                        ? "(" + formulas.value(first, code) + " == "
                                + formulas.value(call.arguments().get(1), code) + ")"
                        : unlisted(call, "compares values of two kinds");
            case "#names.isJavaKeyword" -> "$" + formulas.name(first, code) + ".matches('" + KEYWORDS + "')";
            case "#names.isJavaIdentifier" -> {
                String text = formulas.name(first, code);
                yield "($" + text + " == $" + javaIdentifier(text, code) + ")";
            }
            case "#strings.containsIgnoreCase" ->
                "$" + folded(formulas.name(first, code), code) + ".contains($"
                        + folded(formulas.name(call.arguments().get(1), code), code) + ")";
            default -> {
                String method = call.function().substring("#strings.".length());
                yield "$" + formulas.name(first, code) + "." + method + "("
                        + formulas.value(call.arguments().get(1), code) + ")";
            }
        };
    }

    private String ofList(Formula.Call call, Code code) {
        Formula first = call.arguments().get(0);
        if (formulas.kind(first) != Kind.LIST) {
            return unlisted(call, "asks something that is no list in an archetype");
        }
        String list = list(first, call, code);
        if (call.function().equals("#lists.isEmpty")) {
            return "$" + list + ".isEmpty()";
        }
        Formula wanted = call.arguments().get(1);
        return formulas.kind(wanted) == Kind.TEXT && !formulas.isNullable(wanted)
                ? "$" + list + ".contains(" + formulas.value(wanted, code) + ")"
                : unlisted(call, "looks for something that is no text");
    }

    /** The name of a variable that holds a list; one that is known is written out. */
    private String list(Formula formula, Formula.Call call, Code code) {
        if (!(formula instanceof Formula.Literal literal)) {
            return formulas.name(formula, code);
        }
        List<String> items = new ArrayList<>();
        for (Object item : (List<?>) Objects.requireNonNull(literal.value())) {
            if (!(item instanceof String text)) {
                return nothing(call, "takes lists of texts");
            }
            items.add(symbols.literal(text));
        }
        String name = names.fresh("list");
        code.set(name, "[" + String.join(", ", items) + "]");
        return name;
    }

    private String unlisted(Formula.Call call, String why) {
        formulas.report(call.place(), "`" + call.function() + "` " + why);
        return "true";
    }

    /** The name of a variable that holds what the function gives. */
    String name(Formula.Call call, Code code) {
        List<Formula> with = call.arguments();
        if (LISTS.contains(call.function())) {
            return split(call, code);
        }
        if (JOINS.contains(call.function()) || call.function().equals("#lists.size")) {
            return ofItems(call, code);
        }
        if (!TEXTS.contains(call.function())) {
            unlisted(call, "has no exact counterpart in archetypes");
            return symbols.empty();
        }
        return switch (call.function()) {
            case "#strings.prepend" -> interpolated(List.of(with.get(1), with.get(0)), code);
            case "#strings.append", "#strings.concat" -> interpolated(with, code);
            case "#strings.defaultString", "#objects.nullSafe" -> otherwise(call, code);
            case "#strings.replace" -> replaced(call, code);
            case "#strings.repeat", "#strings.indent", "#strings.abbreviate", "#strings.padLeft", "#strings.padRight" ->
                counted(call, code);
            case "#strings.substring" -> substring(call, code);
            case "#strings.substringBefore", "#strings.substringAfter" -> around(call, code);
            case "#strings.indexOf" ->
                method(formulas.name(with.get(0), code), ".indexOf(" + formulas.value(with.get(1), code) + ")", code);
            default -> ofText(call, formulas.name(with.get(0), code), code);
        };
    }

    private String ofText(Formula.Call call, String text, Code code) {
        return switch (call.function()) {
            case "#strings.toString" -> text;
            case "#strings.toUpperCase" -> upper(text, code);
            case "#strings.toLowerCase" -> lower(text, code);
            case "#strings.length" -> method(text, ".length()", code);
            case "#strings.capitalize" -> first(text, true, code);
            case "#strings.unCapitalize" -> first(text, false, code);
            case "#strings.trim" -> method(text, all("^\\p{javaWhitespace}+|\\p{javaWhitespace}+$", "''"), code);
            case "#strings.escapeXml" ->
                method(
                        text,
                        replace("&", "&amp;")
                                + replace("<", "&lt;")
                                + replace(">", "&gt;")
                                + replace("\"", "&quot;")
                                + replace("'", "&#39;"),
                        code);
            case "#strings.escapeShell" -> {
                String inner = method(text, replace("'", "'\\''"), code);
                String name = names.fresh("word");
                code.set(name, "\"'${" + inner + "}'\"");
                yield name;
            }
            case "#names.path" -> method(text, ".replace('.', '/')", code);
            case "#names.packageName" -> packageName(text, code);
            case "#names.javaIdentifier" -> javaIdentifier(text, code);
            case "#names.snake" -> words(text, "_", code);
            case "#names.kebab" -> words(text, "-", code);
            case "#names.constant" -> upper(words(text, "_", code), code);
            case "#names.camel" -> capitalized(words(text, " ", code), "", false, code);
            case "#names.pascal" -> capitalized(words(text, " ", code), "", true, code);
            default -> capitalized(words(text, " ", code), " ", true, code);
        };
    }

    private String method(String text, String calls, Code code) {
        String name = names.fresh("value");
        code.set(name, "$" + text + calls);
        return name;
    }

    private String replace(String old, String fresh) {
        return ".replace(" + symbols.literal(old) + ", " + symbols.literal(fresh) + ")";
    }

    /** @param fresh as it stands in the call */
    private String all(String expression, String fresh) {
        return ".replaceAll(" + symbols.literal(expression) + ", " + fresh + ")";
    }

    /** In Turkish, Azeri and Lithuanian the letter i has rules of its own. */
    private String upper(String text, Code code) {
        return method(text, ".replace('i', 'I').toUpperCase()", code);
    }

    private String lower(String text, Code code) {
        return method(text, ".replace('I', 'i').replace('\u0130', 'i\u0307').toLowerCase()", code);
    }

    private String folded(String text, Code code) {
        return lower(upper(text, code), code);
    }

    private String first(String text, boolean up, Code code) {
        String name = names.fresh("value");
        code.set(name, "$" + text);
        code.begin("$" + text + " != ''");
        String letter = method(text, ".substring(0, 1)", code);
        String rest = method(text, ".substring(1)", code);
        String changed = up ? upper(letter, code) : lower(letter, code);
        code.set(name, "\"${" + changed + "}${" + rest + "}\"");
        code.end();
        return name;
    }

    private String interpolated(List<Formula> parts, Code code) {
        StringBuilder text = new StringBuilder();
        for (Formula part : parts) {
            text.append(formulas.piece(part, code));
        }
        String name = names.fresh("value");
        code.set(name, "\"" + text + "\"");
        return name;
    }

    private String otherwise(Formula.Call call, Code code) {
        Formula first = call.arguments().get(0);
        String tested = formulas.name(first, code);
        boolean orEmpty = call.function().equals("#strings.defaultString");
        boolean orNull = formulas.isNullable(first);
        if (!orEmpty && !orNull) {
            return tested;
        }
        String name = names.fresh("value");
        code.begin((orEmpty ? "$" + tested + " == ''" : "")
                + (orEmpty && orNull ? " || " : "")
                + (orNull ? "$" + tested + " == '" + Symbols.NONE + "'" : ""));
        code.set(name, formulas.value(call.arguments().get(1), code));
        code.otherwise();
        code.set(name, "$" + tested);
        code.end();
        return name;
    }

    private String replaced(Formula.Call call, Code code) {
        Formula old = call.arguments().get(1);
        if (!(old instanceof Formula.Literal known)
                || Formulas.textOf(known.value()).isEmpty()) {
            return nothing(call, "takes as what is replaced a text that is written out");
        }
        return method(
                formulas.name(call.arguments().get(0), code),
                ".replace(" + formulas.value(old, code) + ", "
                        + formulas.value(call.arguments().get(2), code) + ")",
                code);
    }

    private String nothing(Formula.Call call, String why) {
        unlisted(call, why);
        return symbols.empty();
    }

    private String counted(Formula.Call call, Code code) {
        if (!(call.arguments().get(1) instanceof Formula.Literal literal)
                || !(literal.value() instanceof Long count)
                || count < 0
                || count > 1000) {
            return nothing(call, "takes a number from 0 to 1000 that is written out");
        }
        String text = formulas.name(call.arguments().get(0), code);
        int times = count.intValue();
        return switch (call.function()) {
            case "#strings.indent" ->
                method(text, all("\n(?=[^\n\r])", symbols.literal("\n" + " ".repeat(times))), code);
            case "#strings.repeat" -> {
                String name = names.fresh("value");
                code.set(name, "\"" + ("${" + text + "}").repeat(times) + "\"");
                yield name;
            }
            default -> ofLength(call.function(), text, times, code);
        };
    }

    /** What is done depends on how long the text is. */
    private String ofLength(String function, String text, int wanted, Code code) {
        boolean shortens = function.equals("#strings.abbreviate");
        String length = method(text, ".length()", code);
        String name = names.fresh("value");
        code.set(name, "\"${" + text + "}\"");
        code.begin("$" + length + (shortens ? " > " : " < ") + wanted);
        if (shortens) {
            String start = method(name, ".substring(0, " + Math.max(0, wanted - 1) + ")", code);
            code.set(name, "\"${" + start + "}…\"");
        } else {
            String spaces = names.fresh("spaces");
            code.set(spaces, symbols.literal(" ".repeat(wanted)));
            String margin = method(spaces, ".substring($" + length + ")", code);
            code.set(
                    name,
                    function.equals("#strings.padLeft")
                            ? "\"${" + margin + "}${" + text + "}\""
                            : "\"${" + text + "}${" + margin + "}\"");
        }
        code.end();
        return name;
    }

    private String ofItems(Formula.Call call, Code code) {
        Formula first = call.arguments().get(0);
        if (formulas.kind(first) != Kind.LIST) {
            return nothing(call, "asks something that is no list in an archetype");
        }
        String list = list(first, call, code);
        if (call.function().equals("#lists.size")) {
            return method(list, ".size()", code);
        }
        String separator = formulas.piece(call.arguments().get(1), code);
        String name = names.fresh("value");
        String item = names.fresh("item");
        code.set(name, "''");
        code.directive("#foreach( $" + item + " in $" + list + " )");
        code.begin("$foreach.index > 0");
        code.set(name, "\"${" + name + "}" + separator + "\"");
        code.end();
        code.set(name, "\"${" + name + "}${" + item + "}\"");
        code.end();
        return name;
    }

    private String substring(Formula.Call call, Code code) {
        StringBuilder positions = new StringBuilder();
        for (Formula position : call.arguments().subList(1, call.arguments().size())) {
            if (!(position instanceof Formula.Literal literal)
                    || !(literal.value() instanceof Long number)
                    || number < 0
                    || number > Integer.MAX_VALUE) {
                return nothing(call, "takes positions that are written out");
            }
            positions.append(positions.length() == 0 ? "" : ", ").append(number);
        }
        return method(formulas.name(call.arguments().get(0), code), ".substring(" + positions + ")", code);
    }

    private String around(Formula.Call call, Code code) {
        boolean before = call.function().equals("#strings.substringBefore");
        String text = formulas.name(call.arguments().get(0), code);
        String mark = formulas.name(call.arguments().get(1), code);
        String found = method(text, ".indexOf($" + mark + ")", code);
        String name = names.fresh("value");
        code.begin("$" + found + " < 0");
        code.set(name, before ? "$" + text : "''");
        code.otherwise();
        if (before) {
            code.set(name, "$" + text + ".substring(0, $" + found + ")");
        } else {
            String length = method(mark, ".length()", code);
            String end = names.fresh("value");
            code.set(end, "$" + found + " + $" + length);
            code.set(name, "$" + text + ".substring($" + end + ")");
        }
        code.end();
        return name;
    }

    /** A Java array, which Velocity loops over; of the empty text, Packs makes an empty list. */
    private String split(Formula.Call call, Code code) {
        if (!(call.arguments().get(1) instanceof Formula.Literal literal)
                || Formulas.textOf(literal.value()).isEmpty()) {
            return nothing(call, "takes a separator that is written out");
        }
        String text = formulas.name(call.arguments().get(0), code);
        String name = names.fresh("list");
        code.begin("$" + text + " == ''");
        code.set(name, "[]");
        code.otherwise();
        code.set(
                name,
                "$" + text + ".split(" + symbols.literal(Pattern.quote(Formulas.textOf(literal.value()))) + ", -1)");
        code.end();
        return name;
    }

    private String packageName(String text, Code code) {
        String plain = method(
                lower(text, code), all("[^" + WORD + ".]+", "''") + all("\\.+", "'.'") + all("^\\.|\\.$", "''"), code);
        return method(
                plain,
                all("(^|\\.)(?=\\p{Nd})", symbols.literal("$1_"))
                        + all("(^|\\.)(" + KEYWORDS + ")(?=\\.|$)", symbols.literal("$1$2_")),
                code);
    }

    private String javaIdentifier(String text, Code code) {
        return method(
                text,
                all("\\P{javaJavaIdentifierPart}|\\p{javaIdentifierIgnorable}", "'_'")
                        + all("^(?!\\p{javaJavaIdentifierStart})", "'_'")
                        + all("^(" + KEYWORDS + ")$", symbols.literal("$1_")),
                code);
    }

    /** In lower case, joined; see {@code #names.words} for where a word begins. A space between them, as what is at a word's end may have a form of its own in lower case. */
    private String words(String text, String separator, Code code) {
        String split = method(
                text,
                all("(?<!\\p{javaUpperCase})(?=\\p{javaUpperCase})|(?=\\p{javaUpperCase}\\p{javaLowerCase})", "' '")
                        + all("[^" + WORD + "]+", "' '")
                        + all("^ | $", "''"),
                code);
        String lowered = lower(split, code);
        return separator.equals(" ") ? lowered : method(lowered, replace(" ", separator), code);
    }

    private String capitalized(String words, String separator, boolean all, Code code) {
        String name = names.fresh("value");
        String item = names.fresh("word");
        code.set(name, "''");
        code.begin("$" + words + " != ''");
        code.directive("#foreach( $" + item + " in $" + words + ".split(' ') )");
        String changed = first(item, true, code);
        code.begin("$" + name + " == ''");
        code.set(name, "$" + (all ? changed : item));
        code.otherwise();
        code.set(name, "\"${" + name + "}" + separator + "${" + changed + "}\"");
        code.end();
        code.end();
        code.end();
        return name;
    }
}
