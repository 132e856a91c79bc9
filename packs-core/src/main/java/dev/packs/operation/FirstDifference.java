package dev.packs.operation;

import dev.packs.io.RelativePath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where two contents of a file part: in text, the line and what it is in both; in anything else, the byte.
 *
 * @param line counted from 1; 0 where one of the two is no text
 * @param says a sentence that starts after the file's name
 */
record FirstDifference(int line, String says) {

    private static final int SHOWN = 120;
    private static final int BEFORE = 40;

    /** @param expected differs from {@code made} */
    static FirstDifference of(byte[] expected, byte[] made) {
        Optional<String> before = text(expected);
        Optional<String> now = text(made);
        return before.isPresent() && now.isPresent() ? ofText(before.get(), now.get()) : ofBytes(expected, made);
    }

    String in(RelativePath path) {
        return "`" + path + "` " + says;
    }

    private static Optional<String> text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    /** Lines end with a line feed alone, so that what differs in nothing but its line ends shows a carriage return. */
    private static FirstDifference ofText(String expected, String made) {
        String[] before = expected.split("\n", -1);
        String[] now = made.split("\n", -1);
        int same = 0;
        while (same < before.length && same < now.length && before[same].equals(now[same])) {
            same++;
        }
        int line = same + 1;
        if (made.equals(expected + '\n')) {
            return new FirstDifference(same, "ends with a line end, and is expected to end without one");
        }
        if (expected.equals(made + '\n')) {
            return new FirstDifference(same, "ends without a line end, and is expected to end with one");
        }
        if (same == before.length) {
            return new FirstDifference(
                    line,
                    "goes on at line " + line + " with " + shown(now[same], "", isLast(now, same))
                            + ", and is expected to end");
        }
        if (same == now.length) {
            return new FirstDifference(
                    line,
                    "ends before line " + line + ", and " + shown(before[same], "", isLast(before, same))
                            + " is expected there");
        }
        return new FirstDifference(
                line,
                "has " + shown(now[same], before[same], isLast(now, same)) + " in line " + line + ", and "
                        + shown(before[same], now[same], isLast(before, same)) + " is expected");
    }

    private static boolean isLast(String[] lines, int index) {
        return index == lines.length - 1;
    }

    /** A line as it can be read on a screen: what differs in sight, characters that are not seen written out. */
    private static String shown(String line, String other, boolean isLast) {
        if (line.isEmpty()) {
            return isLast ? "nothing" : "an empty line";
        }
        int same = 0;
        while (same < line.length() && same < other.length() && line.charAt(same) == other.charAt(same)) {
            same++;
        }
        int from = line.length() <= SHOWN ? 0 : Math.max(0, Math.min(same - BEFORE, line.length() - SHOWN));
        int to = Math.min(line.length(), from + SHOWN);
        StringBuilder text = new StringBuilder(from > 0 ? "`…" : "`");
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            if (c == '\r') {
                text.append("\\r");
            } else if (c == '\t') {
                text.append("\\t");
            } else if (c < ' ' || c == 0x7f || Character.getType(c) == Character.FORMAT || c == 0xa0) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append(to < line.length() ? "…`" : "`").toString();
    }

    private static FirstDifference ofBytes(byte[] expected, byte[] made) {
        int at = Arrays.mismatch(expected, made);
        return new FirstDifference(
                0,
                "differs at byte " + (at + 1) + ": it has " + made.length + " bytes, and " + expected.length
                        + " are expected");
    }
}
