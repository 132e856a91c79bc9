package dev.packs.merge.structure;

import dev.packs.merge.MergeChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The union of two lists of patterns, of which the last that matches counts. What only the later one has comes behind the earlier one, with the comments above it; where the earlier one has
 * exceptions ({@code !}), above the first of them, since it would undo them. For one use.
 */
final class LinesMerge implements TextMerge {

    private static final String EXCEPTION = "!";

    private final List<MergeChoice> choices = new ArrayList<>();

    @Override
    public Merged merge(String earlier, String later) {
        choices.clear();
        List<String> lines = List.of(earlier.split("\n", -1));
        List<String> exceptions = lines.stream()
                .map(String::stripTrailing)
                .filter(line -> line.startsWith(EXCEPTION))
                .toList();
        Set<String> there = new HashSet<>();
        lines.forEach(line -> there.add(line.stripTrailing()));
        StringBuilder before = new StringBuilder();
        StringBuilder behind = new StringBuilder();
        StringBuilder added = exceptions.isEmpty() ? behind : before;
        CommentsAbove comments = new CommentsAbove();
        boolean isApart = true;
        for (String line : later.split("\n", -1)) {
            String pattern = line.stripTrailing();
            if (pattern.isEmpty()) {
                comments.empty();
                isApart = true;
            } else if (pattern.startsWith("#")) {
                comments.comment(line);
            } else if (!there.contains(pattern)) {
                // What follows an exception in its own file may be there to undo it.
                added = pattern.startsWith(EXCEPTION) ? behind : added;
                String above = comments.take();
                added.append(isApart || !above.isEmpty() ? "\n" : "")
                        .append(above)
                        .append(line)
                        .append('\n');
                note(pattern, exceptions, added == behind);
                isApart = false;
            } else {
                comments.shared();
            }
        }
        behind.append(comments.atEnd(there));
        return new Merged(behind(before.isEmpty() ? earlier : before(earlier, before), behind), choices);
    }

    private static String behind(String earlier, StringBuilder added) {
        if (added.isEmpty()) {
            return earlier;
        }
        String text = earlier.isEmpty() || earlier.endsWith("\n") ? earlier : earlier + "\n";
        boolean needsGap = !text.isEmpty() && !text.endsWith("\n\n") && added.charAt(0) != '\n';
        boolean hasTwo = (text.isEmpty() || text.endsWith("\n\n")) && added.charAt(0) == '\n';
        return text + (needsGap ? "\n" : "") + (hasTwo ? added.substring(1) : added.toString());
    }

    /** Above the lines, up to an empty one, that the first exception stands among. */
    private static String before(String earlier, StringBuilder added) {
        int exception = earlier.startsWith(EXCEPTION) ? 0 : earlier.indexOf("\n" + EXCEPTION) + 1;
        int gap = earlier.lastIndexOf("\n\n", exception);
        String head = earlier.substring(0, gap < 0 ? 0 : gap + 2);
        String lines = added.charAt(0) == '\n' ? added.substring(1) : added.toString();
        return head + lines + "\n" + earlier.substring(head.length());
    }

    /** What is left out all the same, or may be. */
    private void note(String pattern, List<String> exceptions, boolean isLast) {
        if (pattern.startsWith(EXCEPTION)) {
            return;
        }
        for (String exception : exceptions) {
            if (isLast) {
                choices.add(new MergeChoice(
                        "what counts last", pattern, exception, "in its own file it follows an exception"));
            } else if (isFolderAbove(pattern, exception.substring(1))) {
                choices.add(new MergeChoice(
                        "what counts last",
                        pattern,
                        exception,
                        "Git sees no exception below a folder that it leaves out"));
            }
        }
    }

    private static boolean isFolderAbove(String pattern, String exception) {
        String folder = bare(pattern);
        String path = bare(exception);
        boolean isAnywhere = folder.indexOf('/') < 0 && !pattern.startsWith("/");
        return path.startsWith(folder + "/") || (isAnywhere && path.contains("/" + folder + "/"));
    }

    private static String bare(String pattern) {
        int from = pattern.startsWith("/") ? 1 : 0;
        int to = pattern.endsWith("/") ? pattern.length() - 1 : pattern.length();
        return from < to ? pattern.substring(from, to) : pattern;
    }
}
