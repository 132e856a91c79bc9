package dev.packs.terminal;

import dev.packs.io.RefusedCharacters;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Takes from a stranger's text what would steer a terminal instead of being read. */
public final class PlainText {

    private PlainText() {}

    /**
     * One line: control characters (so that no escape sequence is left), bidirectional marks and halves of surrogate pairs become {@code ?}, line ends and tabs become blanks.
     */
    public static String line(String text) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == '\n' || c == '\r' || c == '\t' || c == '\u2028' || c == '\u2029';
            if (blank || RefusedCharacters.faultAt(text, i).isPresent()) {
                plain = plain == null ? new StringBuilder(text) : plain;
                plain.setCharAt(i, blank ? ' ' : '?');
            }
        }
        return plain == null ? text : plain.toString();
    }

    /** Each of several lines, which {@code \n} ends. */
    public static String lines(String text) {
        if (text.indexOf('\n') < 0) {
            return line(text);
        }
        return Arrays.stream(text.split("\n", -1)).map(PlainText::line).collect(Collectors.joining("\n"));
    }

    /** One line of at most so many characters, the last of which is then {@code …}. */
    public static String line(String text, int longest) {
        String plain = line(text);
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
    }
}
