package dev.packs.rendering;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the tags of a template, and so decides what is none: <code>[(${</code> up to its <code>)]</code>, {@code [#} and white space and {@code th:} up to its {@code ]},
 * {@code [/]} and {@code [/th:block]}. All else is text.
 */
final class TagScanner {

    private final String text;
    private final Positions positions;
    private final Problems problems;
    private final List<Tag> tags = new ArrayList<>();
    private int lookAlikes;
    private int firstLookAlike;

    TagScanner(String text, Positions positions, Problems problems) {
        this.text = text;
        this.positions = positions;
        this.problems = problems;
    }

    List<Tag> scan() {
        int at = text.indexOf('[');
        while (at >= 0) {
            at = text.indexOf('[', tagAt(at));
        }
        return tags;
    }

    /** How many texts stock Thymeleaf would take for tags and this language does not. */
    int lookAlikes() {
        return lookAlikes;
    }

    int firstLookAlike() {
        return firstLookAlike;
    }

    /** @return where to go on */
    private int tagAt(int start) {
        if (text.startsWith("[(${", start)) {
            return output(start);
        }
        if (text.startsWith("[[${", start)) {
            return escapedOutput(start);
        }
        if (text.startsWith("[/]", start) || text.startsWith("[/th:block]", start)) {
            int end = text.indexOf(']', start) + 1;
            tags.add(new Tag(Tag.Kind.CLOSE, start, end, List.of()));
            return end;
        }
        if (text.startsWith("[#", start)) {
            int name = start + 2;
            if (text.startsWith("th:block", name)) {
                name += "th:block".length();
            }
            int attribute = afterSpace(name);
            if (attribute > name && text.startsWith("th:", attribute)) {
                return block(start, attribute);
            }
        }
        countLookAlike(start);
        return start + 1;
    }

    private int output(int start) {
        int close = closing(start + 2, ')', false);
        if (close < 0) {
            add(
                    start,
                    "the tag `[(${` is not closed",
                    "it ends with `})]`; quotes and parentheses in it come in pairs");
            return start + 1;
        }
        tags.add(new Tag(Tag.Kind.OUTPUT, start, close + 2, List.of()));
        return close + 2;
    }

    private int escapedOutput(int start) {
        int close = closing(start + 2, ']', true);
        if (close < 0) {
            countLookAlike(start);
            return start + 1;
        }
        String inner = text.substring(start + 2, close);
        add(
                start,
                "`[[" + inner + "]]` would escape its value for HTML",
                "write `[(" + inner + ")]`; if it is no tag but text, write `[(${'[['})]` for its brackets");
        return close + 2;
    }

    /** Where {@code mark} and {@code ]} close a tag: outside of quotes, braces, parentheses and brackets; negative for nowhere. */
    private int closing(int from, char mark, boolean onOneLine) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '{' || c == '(' || c == '[') {
                depth++;
            } else if (depth == 0 && c == mark && text.startsWith("]", i + 1)) {
                return i;
            } else if (c == '}' || c == ')' || c == ']') {
                depth--;
            } else if (c == '\n' && onOneLine) {
                return -1;
            }
        }
        return -1;
    }

    private int block(int start, int firstAttribute) {
        List<Tag.Attribute> attributes = new ArrayList<>();
        int at = firstAttribute;
        while (at < text.length()) {
            if (text.charAt(at) == ']') {
                tags.add(new Tag(Tag.Kind.OPEN, start, at + 1, List.copyOf(attributes)));
                return at + 1;
            }
            if (text.startsWith("/]", at)) {
                tags.add(new Tag(Tag.Kind.EMPTY, start, at + 2, List.copyOf(attributes)));
                return at + 2;
            }
            Tag.Attribute attribute = attribute(at);
            if (attribute == null) {
                return start + 1;
            }
            attributes.add(attribute);
            at = afterSpace(attribute.valueEnd() + 1);
        }
        add(start, "the tag `[# th:…` is not closed", "it ends with `]` or `/]`");
        return start + 1;
    }

    private Tag.@org.jspecify.annotations.Nullable Attribute attribute(int start) {
        int nameEnd = start;
        while (nameEnd < text.length() && isNamePart(text.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = text.substring(start, nameEnd);
        if (name.isEmpty()) {
            add(start, "an attribute is expected here", "as in `[# th:if=\"${enabled}\"]`");
            return null;
        }
        int equals = afterSpace(nameEnd);
        int quote = afterSpace(equals + 1);
        if (!text.startsWith("=", equals) || !(text.startsWith("\"", quote) || text.startsWith("'", quote))) {
            add(start, "`" + name + "` has no quoted value", "as in `" + name + "=\"${enabled}\"`");
            return null;
        }
        int close = text.indexOf(text.charAt(quote), quote + 1);
        if (close < 0) {
            add(start, "the value of `" + name + "` is not closed", "it ends with the quote that it starts with");
            return null;
        }
        return new Tag.Attribute(name, start, quote + 1, close);
    }

    private static boolean isNamePart(char c) {
        return ExpressionParser.isNamePart(c) || c == ':' || c == '-';
    }

    private int afterSpace(int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private void countLookAlike(int start) {
        if (looksLikeATag(start)) {
            if (lookAlikes == 0) {
                firstLookAlike = start;
            }
            lookAlikes++;
        }
    }

    private boolean looksLikeATag(int start) {
        char next = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
        if (next != '[' && next != '(' && next != '#' && next != '/') {
            return false;
        }
        int lineEnd = text.indexOf('\n', start);
        String end = next == '[' ? "]]" : next == '(' ? ")]" : "]";
        int close = text.indexOf(end, start + 2);
        return close >= 0 && (lineEnd < 0 || close < lineEnd);
    }

    private void add(int offset, String message, String help) {
        problems.add(Problem.at(ProblemCode.TEMPLATE_SYNTAX, positions.at(offset), message)
                .help(help));
    }
}
