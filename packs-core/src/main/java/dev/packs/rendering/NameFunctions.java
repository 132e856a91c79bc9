package dev.packs.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code #names}: what generated code calls things. */
final class NameFunctions extends FunctionGroup {

    /** The Java Language Specification 17, 3.9, with the literals and the lone underscore; contextual keywords are names. */
    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "_",
            "true",
            "false",
            "null");

    NameFunctions() {
        super(
                "#names",
                "camel/1 pascal/1 snake/1 kebab/1 constant/1 title/1 words/1 packageName/1 path/1 plural/1 singular/1"
                        + " javaIdentifier/1 isJavaIdentifier/1 isJavaKeyword/1 unique/3-4");
    }

    @Override
    @Nullable
    Object call(String function, Arguments with) {
        if (function.equals("unique")) {
            return unique(with);
        }
        String text = with.text(0);
        return switch (function) {
            case "camel" -> camel(words(text));
            case "pascal" -> capitalized(words(text), "");
            case "snake" -> String.join("_", words(text));
            case "kebab" -> String.join("-", words(text));
            case "constant" -> String.join("_", words(text)).toUpperCase(Locale.ROOT);
            case "title" -> capitalized(words(text), " ");
            case "words" -> words(text);
            case "packageName" -> packageName(text);
            case "path" -> text.replace('.', '/');
            case "plural" -> Plurals.plural(text);
            case "singular" -> Plurals.singular(text);
            case "javaIdentifier" -> javaIdentifier(text);
            case "isJavaIdentifier" -> isJavaIdentifier(text);
            case "isJavaKeyword" -> KEYWORDS.contains(text);
            default -> throw unlisted(function);
        };
    }

    private static Map<String, String> unique(Arguments with) {
        List<?> rows = with.list(0);
        String asked = with.text(1) + " " + with.text(2);
        List<?> reserved = with.size() > 3 ? with.list(3) : List.of();
        RowIndex index = with.index(rows);
        String key = asked + reserved;
        Map<String, String> known = index == null ? null : index.names(key);
        if (known != null) {
            return known;
        }
        with.spend((long) rows.size() + reserved.size());
        Map<String, String> made = UniqueNames.of(rows, with.text(1), with.text(2), reserved, with);
        if (index != null) {
            index.remember(key, made);
        }
        return made;
    }

    /** @param style a function that makes a name of words */
    static String identifier(String style, String text, Arguments with) {
        return javaIdentifier(
                switch (style) {
                    case "camel" -> camel(words(text));
                    case "pascal" -> capitalized(words(text), "");
                    case "constant" -> String.join("_", words(text)).toUpperCase(Locale.ROOT);
                    default ->
                        throw with.failed("knows no style `" + style + "`", "it knows `camel`, `pascal`, `constant`");
                });
    }

    /** In lower case. Whatever is neither letter nor digit separates, and so does the step to an upper-case letter: {@code myHTTPServer2} is my, http, server2. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int before = ' ';
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (!Character.isLetterOrDigit(point)) {
                finish(word, words);
            } else {
                if (startsWord(before, point, i < text.length() ? text.codePointAt(i) : ' ')) {
                    finish(word, words);
                }
                word.appendCodePoint(point);
            }
            before = point;
        }
        finish(word, words);
        return words;
    }

    private static boolean startsWord(int before, int point, int after) {
        return Character.isUpperCase(point) && (!Character.isUpperCase(before) || Character.isLowerCase(after));
    }

    private static String camel(List<String> words) {
        return words.isEmpty() ? "" : words.get(0) + capitalized(words.subList(1, words.size()), "");
    }

    private static String capitalized(List<String> words, String separator) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            text.append(text.length() == 0 ? "" : separator).append(StringFunctions.capitalized(word));
        }
        return text.toString();
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    /** Each part in lower case without what Java forbids; a keyword gets an underscore behind, a leading digit one before, as JLS 6.1 advises. */
    private static String packageName(String text) {
        StringBuilder name = new StringBuilder();
        int from = 0;
        while (from <= text.length()) {
            int dot = text.indexOf('.', from);
            int end = dot < 0 ? text.length() : dot;
            String part = String.join("", partWords(text.substring(from, end)));
            if (!part.isEmpty()) {
                name.append(name.length() == 0 ? "" : ".").append(javaIdentifier(part));
            }
            from = end + 1;
        }
        return name.toString();
    }

    private static List<String> partWords(String part) {
        return words(part.toLowerCase(Locale.ROOT));
    }

    private static String javaIdentifier(String text) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            name.appendCodePoint(isJavaPart(point) ? point : '_');
        }
        if (name.length() == 0 || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
            name.insert(0, '_');
        }
        String identifier = name.toString();
        return KEYWORDS.contains(identifier) ? identifier + "_" : identifier;
    }

    private static boolean isJavaIdentifier(String text) {
        return !text.isEmpty() && javaIdentifier(text).equals(text);
    }

    private static boolean isJavaPart(int c) {
        return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }
}
