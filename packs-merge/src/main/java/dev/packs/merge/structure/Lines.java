package dev.packs.merge.structure;

/** Looks at the lines of a text, whose ends are {@code \n}. Offsets are those of characters. */
final class Lines {

    private Lines() {}

    static int start(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Where its line ends, without the line end. */
    static int end(String text, int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    /** Where the line behind it begins. */
    static int next(String text, int offset) {
        return Math.min(text.length(), end(text, offset) + 1);
    }

    static int column(String text, int offset) {
        return offset - start(text, offset);
    }

    /** Spaces at the beginning of a line. */
    static int indent(String text, int lineStart) {
        int at = lineStart;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at - lineStart;
    }

    /** What blanks the line of an offset begins with. */
    static String indentText(String text, int offset) {
        int start = start(text, offset);
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return text.substring(start, at);
    }

    static boolean isComment(String text, int lineStart) {
        int at = lineStart + indent(text, lineStart);
        return at < text.length() && text.charAt(at) == '#';
    }

    static boolean isBlank(String text, int lineStart) {
        return text.substring(lineStart, end(text, lineStart)).isBlank();
    }

    /** Where the comments begin that stand right above what begins its line here; elsewhere the offset itself. */
    static int withComments(String text, int offset) {
        int start = start(text, offset);
        if (!text.substring(start, offset).isBlank()) {
            return offset;
        }
        while (start > 0 && isComment(text, start(text, start - 1))) {
            start = start(text, start - 1);
        }
        return start;
    }

    /** Whether an empty line stands above, and something above that. */
    static boolean isAfterBlank(String text, int lineStart) {
        if (lineStart == 0 || lineStart != start(text, lineStart)) {
            return false;
        }
        int above = start(text, lineStart - 1);
        return isBlank(text, above) && !text.substring(0, above).isBlank();
    }

    /** The dash of a list's item. */
    static int dashBefore(String text, int item) {
        int at = item - 1;
        while (at >= 0 && text.charAt(at) != '-') {
            at--;
        }
        if (at < 0 || !text.substring(at + 1, item).isBlank()) {
            throw Unmergeable.because("cannot be merged: a comment stands between a dash and its item");
        }
        return at;
    }

    /** The same text, its lines but the first one with another indentation. */
    static String moved(String text, String from, String to) {
        StringBuilder moved = new StringBuilder();
        for (int at = 0; at < text.length(); at = next(text, at)) {
            String line = text.substring(at, end(text, at));
            if (at > 0) {
                moved.append('\n');
                line = line.startsWith(from) ? to + line.substring(from.length()) : line;
            }
            moved.append(line);
        }
        return moved.toString();
    }
}
