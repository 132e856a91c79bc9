package dev.packs.operation;

import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What changed about what a pack knows and asks: a query that is gone is major, as is a new gate or shape, which may refuse what was taken. */
final class GraphChanges {

    private GraphChanges() {}

    /** Whether {@link #between} looks at a file. A query that is only copied or rendered is an output like any other. */
    static boolean isOfGraph(String path, ComparePacks.Side before, ComparePacks.Side after) {
        return path.startsWith("graph/")
                || path.startsWith("shapes/")
                || path.startsWith("gates/")
                || before.manifest().queries().containsValue(path)
                || after.manifest().queries().containsValue(path);
    }

    static List<PackChange> between(ComparePacks.Side before, ComparePacks.Side after) {
        List<PackChange> changes = new ArrayList<>();
        before.manifest().queries().forEach((name, path) -> {
            String now = after.manifest().queries().get(name);
            if (now == null) {
                changes.add(PackChange.major("the query `" + name + "` is gone"));
            } else if (!sameFile(before.files(), path, after.files(), now)) {
                changes.add(PackChange.minor("the query `" + name + "` asks otherwise"));
            }
        });
        after.manifest().queries().forEach((name, path) -> {
            if (!before.manifest().queries().containsKey(name)) {
                changes.add(PackChange.minor("the query `" + name + "` is new"));
            }
        });
        SortedSet<RelativePath> all = new TreeSet<>(before.files().paths());
        all.addAll(after.files().paths());
        for (RelativePath path : all) {
            guards(path, before.files(), after.files()).ifPresent(changes::add);
        }
        return changes;
    }

    private static boolean sameFile(FileTree before, String path, FileTree after, String now) {
        return Arrays.equals(
                before.read(RelativePath.parse(path)).orElse(new byte[0]),
                after.read(RelativePath.parse(now)).orElse(new byte[0]));
    }

    private static Optional<PackChange> guards(RelativePath path, FileTree before, FileTree after) {
        String text = path.text();
        boolean guard = text.startsWith("gates/") || text.startsWith("shapes/");
        if (!guard && !text.startsWith("graph/")) {
            return Optional.empty();
        }
        boolean was = before.paths().contains(path);
        boolean is = after.paths().contains(path);
        if (was && is) {
            return sameFile(before, text, after, text)
                    ? Optional.empty()
                    : Optional.of(
                            guard
                                    ? PackChange.major("`" + text + "` is another one, and may refuse what was taken")
                                    : PackChange.minor("`" + text + "` says something else"));
        }
        String what = "`" + text + "` is " + (is ? "new" : "gone");
        if (guard) {
            return Optional.of(
                    is ? PackChange.major(what + ", and may refuse what was taken") : PackChange.minor(what));
        }
        return Optional.of(is ? PackChange.minor(what) : PackChange.major(what));
    }
}
