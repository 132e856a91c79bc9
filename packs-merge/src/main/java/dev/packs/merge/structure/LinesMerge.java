package dev.packs.merge.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The union of two lists of lines: what only the later one has comes behind the earlier one, with the comments right above it. */
final class LinesMerge implements TextMerge {

    @Override
    public Merged merge(String earlier, String later) {
        Set<String> there = new HashSet<>();
        for (String line : earlier.split("\n", -1)) {
            there.add(line.stripTrailing());
        }
        StringBuilder added = new StringBuilder();
        List<String> comments = new ArrayList<>();
        boolean isApart = true;
        for (String line : later.split("\n", -1)) {
            String pattern = line.stripTrailing();
            if (pattern.isEmpty()) {
                comments.clear();
                isApart = true;
            } else if (pattern.startsWith("#")) {
                comments.add(line);
            } else if (there.add(pattern)) {
                added.append(isApart || !comments.isEmpty() ? "\n" : "");
                for (String comment : comments) {
                    added.append(comment).append('\n');
                }
                added.append(line).append('\n');
                comments.clear();
                isApart = false;
            }
        }
        if (added.isEmpty()) {
            return new Merged(earlier, List.of());
        }
        String text = earlier.isEmpty() || earlier.endsWith("\n") ? earlier : earlier + "\n";
        boolean needsGap = !text.isEmpty() && !text.endsWith("\n\n");
        return new Merged(text + (needsGap ? added : added.substring(1)), List.of());
    }
}
