package dev.packs.rendering;

import java.util.List;

/** Which lines hold block tags and nothing else. Such a line leaves nothing behind, its line end included. */
final class LoneLines {

    private final int[] starts;
    private final int[] ends;
    private final String[] newlines;

    private LoneLines(List<Tag> tags) {
        starts = new int[tags.size()];
        ends = new int[tags.size()];
        newlines = new String[tags.size()];
        for (int i = 0; i < tags.size(); i++) {
            starts[i] = tags.get(i).start();
            ends[i] = tags.get(i).end();
            newlines[i] = "";
        }
    }

    static LoneLines of(String text, List<Tag> tags) {
        LoneLines lines = new LoneLines(tags);
        int i = 0;
        while (i < tags.size()) {
            i = lines.group(text, tags, i);
        }
        return lines;
    }

    /** Where the text before the tag ends. */
    int start(int tag) {
        return starts[tag];
    }

    /** Where the text behind the tag begins. */
    int end(int tag) {
        return ends[tag];
    }

    boolean isLone(int tag) {
        return !newlines[tag].isEmpty();
    }

    /** The line end that went with the tag; empty unless it is the last of a lone line. */
    String newline(int tag) {
        return newlines[tag];
    }

    /** Looks at the tags from the first on a line to the last. @return the first tag after them */
    private int group(String text, List<Tag> tags, int first) {
        int lineStart = before(text, tags.get(first).start());
        boolean lone = lineStart == 0 || text.charAt(lineStart - 1) == '\n';
        int last = first;
        int at = after(text, tags.get(last).end());
        lone &= !tags.get(last).prints();
        while (last + 1 < tags.size() && tags.get(last + 1).start() == at) {
            last++;
            lone &= !tags.get(last).prints();
            at = after(text, tags.get(last).end());
        }
        String newline = text.startsWith("\r\n", at) ? "\r\n" : text.startsWith("\n", at) ? "\n" : "";
        if (!lone || (newline.isEmpty() && at < text.length())) {
            return afterLine(text, tags, last, at);
        }
        starts[first] = lineStart;
        for (int i = first; i < last; i++) {
            ends[i] = tags.get(i + 1).start();
        }
        ends[last] = at + newline.length();
        newlines[last] = newline;
        return last + 1;
    }

    /** More tags may follow on a line that is not lone; they are none either. */
    private static int afterLine(String text, List<Tag> tags, int last, int at) {
        int lineEnd = text.indexOf('\n', at);
        int next = last + 1;
        while (next < tags.size() && (lineEnd < 0 || tags.get(next).start() < lineEnd)) {
            lineEnd = text.indexOf('\n', tags.get(next).end());
            next++;
        }
        return next;
    }

    private static int before(String text, int from) {
        int at = from;
        while (at > 0 && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int after(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
