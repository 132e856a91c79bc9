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

    /**
     * Where the comments begin that stand above what begins its line here, as far to the left as it or farther, empty lines between them or not; elsewhere the offset itself. Those at the
     * top with an empty line below are about the file.
     */
    static int withComments(String text, int offset) {
        int start = start(text, offset);
        if (!text.substring(start, offset).isBlank()) {
            return offset;
        }
        int column = offset - start;
        int found = start;
        boolean isApart = false;
        while (start > 0) {
            start = start(text, start - 1);
            if (isComment(text, start) && indent(text, start) <= column) {
                if (isApart && isTop(text, start)) {
                    break;
                }
                found = start;
            } else if (!isBlank(text, start)) {
                break;
            } else {
                isApart = true;
            }
        }
        return found;
    }

    /** Whether nothing but comments stands above, without an empty line. */
    private static boolean isTop(String text, int lineStart) {
        int start = lineStart;
        while (start > 0) {
            start = start(text, start - 1);
            if (!isComment(text, start)) {
                return false;
            }
        }
        return true;
    }

    /** Behind comments that are indented at least so far. */
    static int afterComments(String text, int offset, int column) {
        int behind = offset;
        for (int at = offset; at < text.length(); at = next(text, at)) {
            boolean isOwn = isComment(text, at) && indent(text, at) >= column;
            if (!isOwn && !isBlank(text, at)) {
                break;
            }
            behind = isOwn ? next(text, at) : behind;
        }
        return behind;
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
