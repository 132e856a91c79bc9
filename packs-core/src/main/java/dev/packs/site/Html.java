package dev.packs.site;

import dev.packs.io.RefusedCharacters;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * HTML and SVG being written. Names of elements and attributes come from our own code, everything else is text: there is no way to put markup in. What could run or load something, an event
 * handler, a style or a source of anything, is refused whoever asks for it.
 */
final class Html {

    private static final Pattern OWN_PAGE = Pattern.compile("(?!//)[A-Za-z0-9._~/-]*(?:#[A-Za-z0-9._~%=&-]*)?");
    private static final Set<String> REFUSED = Set.of("style", "src", "srcset", "srcdoc", "action", "formaction");
    private static final char REPLACEMENT = '\uFFFD';

    /** Characters of a page. */
    private static final int USUAL = 1 << 14;

    private final StringBuilder markup = new StringBuilder(USUAL);
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes name, value, name, value, … */
    Html open(String element, String... attributes) {
        start(element, attributes);
        open.push(element);
        return this;
    }

    /** Ends what was opened last. */
    Html close() {
        markup.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with text in it and nothing else. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element that never has an end, as {@code meta}. */
    Html single(String element, String... attributes) {
        start(element, attributes);
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** A new line of the document, where it means nothing to a reader. */
    Html line() {
        markup.append('\n');
        return this;
    }

    /** Our own script, which is no text of anybody else; it must not hold what ends it. */
    Html script(String own) {
        if (own.contains("</") || own.contains("<!--")) {
            throw new IllegalArgumentException("the script would end early");
        }
        markup.append("<script>").append(own).append("</script>");
        return this;
    }

    private void start(String element, String... attributes) {
        markup.append('<').append(named(element));
        for (int i = 0; i < attributes.length; i += 2) {
            markup.append(' ').append(allowed(attributes[i], attributes[i + 1])).append("=\"");
            escape(attributes[i + 1]);
            markup.append('"');
        }
        markup.append('>');
    }

    private static String named(String name) {
        boolean isName = !name.isEmpty() && isLetter(name.charAt(0));
        for (int i = 1; i < name.length() && isName; i++) {
            char c = name.charAt(i);
            isName = isLetter(c) || c == '-' || (c >= '0' && c <= '9');
        }
        if (!isName) {
            throw new IllegalArgumentException("no name: " + name);
        }
        return name;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String allowed(String name, String value) {
        if (REFUSED.contains(name) || name.startsWith("on")) {
            throw new IllegalArgumentException("not on our pages: " + name);
        }
        if (name.equals("href")
                && !OWN_PAGE.matcher(value).matches()
                && WebAddress.of(value).isEmpty()) {
            throw new IllegalArgumentException("no address of a link: " + value);
        }
        return named(name);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.append(isShown(text, i) ? c : REPLACEMENT);
            }
        }
    }

    private static boolean isShown(String text, int at) {
        char c = text.charAt(at);
        return (c >= ' ' && c < 0x7f) || RefusedCharacters.faultAt(text, at).isEmpty();
    }

    /** The whole document. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return markup.toString();
    }
}
