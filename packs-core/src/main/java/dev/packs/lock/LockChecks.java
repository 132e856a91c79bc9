package dev.packs.lock;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.manifest.TomlPath;
import dev.packs.manifest.TomlPlaces;
import dev.packs.manifest.TomlTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the entries of a lock must have to do with each other. */
final class LockChecks {

    private final TomlPlaces places;
    private final Problems problems;

    LockChecks(TomlPlaces places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    /** @param root a lock that has passed the schema check */
    void check(TomlTable root) {
        Set<String> packs = new HashSet<>();
        for (TomlTable pack : root.tables("pack")) {
            once(
                    packs,
                    pack,
                    pack.text("group").orElse("") + ":" + pack.text("id").orElse(""));
            boolean workspace = pack.text("source").equals(Optional.of("workspace"));
            boolean snapshot = pack.text("version").orElse("").endsWith("SNAPSHOT");
            boolean free = pack.text("source").isPresent();
            digest(pack, workspace || snapshot, free);
            if (pack.flag("snapshot") != (snapshot && !workspace)) {
                add(pack.pathOf("snapshot"), "`snapshot` does not agree with the version");
            }
        }
        Set<String> packages = new HashSet<>();
        for (TomlTable artifact : root.tables("package")) {
            String name = artifact.text("name").orElse("") + ":"
                    + artifact.text("type").orElse("") + ":"
                    + artifact.text("classifier").orElse("");
            once(packages, artifact, name);
            digest(artifact, artifact.text("version").orElse("").endsWith("-SNAPSHOT"), false);
            edges(artifact, "asked_by", packs);
        }
        for (TomlTable pack : root.tables("pack")) {
            edges(pack, "dependencies", packs);
        }
    }

    private void once(Set<String> seen, TomlTable table, String name) {
        if (!seen.add(name)) {
            add(table.path(), "`" + name + "` is locked twice");
        }
    }

    /** @param free whether a digest may be there or not */
    private void digest(TomlTable table, boolean moves, boolean free) {
        boolean there = table.text("digest").isPresent();
        if (moves && there) {
            add(table.pathOf("digest"), "what may change under its version has a digest");
        } else if (!moves && !there && !free) {
            add(table.path(), "an entry has no `digest`");
        }
    }

    private void edges(TomlTable table, String key, Set<String> packs) {
        List<String> names = table.texts(key);
        for (int i = 0; i < names.size(); i++) {
            if (!packs.contains(names.get(i))) {
                add(TomlPath.item(table.pathOf(key), i), "the pack `" + names.get(i) + "` is not in the lock");
            }
        }
    }

    private void add(String path, String message) {
        problems.add(Problem.at(ProblemCode.LOCK_INVALID, places.of(path), message)
                .help("delete it or restore it from version control"));
    }
}
