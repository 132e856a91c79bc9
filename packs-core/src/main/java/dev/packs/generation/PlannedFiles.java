package dev.packs.generation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the files of all packs and finds out where two of them want one place. */
final class PlannedFiles {

    private final Map<PackName, Set<PackName>> dependencies = new HashMap<>();
    private final Map<String, PlannedFile> byKey = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** To be called for each pack before its files, dependencies first. */
    void startPack(PackManifest pack) {
        Set<PackName> all = new HashSet<>();
        for (PackDependency dependency : pack.dependencies()) {
            all.add(dependency.name());
            all.addAll(dependencies.getOrDefault(dependency.name(), Set.of()));
        }
        dependencies.put(pack.id().name(), all);
    }

    /** A file of a pack takes the place of one of a pack that it depends on; any other two files with one path collide. */
    void add(PlannedFile file) {
        String key = file.path().collisionKey();
        PlannedFile other = byKey.get(key);
        if (other != null && !replaces(file, other)) {
            String same = other.path().equals(file.path())
                    ? "`" + file.path() + "`"
                    : "`" + other.path() + "` and `" + file.path() + "`, which many file systems take for one,";
            problems.add(Problem.of(
                            ProblemCode.OUTPUT_COLLISION,
                            same + " would be written twice: by the " + other.origin() + " and by the " + file.origin())
                    .help("give one of them another `output`, or a `when` that excludes the other"));
            return;
        }
        byKey.put(key, file);
    }

    private boolean replaces(PlannedFile file, PlannedFile other) {
        return file.path().equals(other.path())
                && dependencies
                        .getOrDefault(file.origin().pack().name(), Set.of())
                        .contains(other.origin().pack().name());
    }

    /** All files by path; to be called last, since only now it is known which paths have to be folders. */
    List<PlannedFile> files() {
        Map<RelativePath, PlannedFile> sorted = new TreeMap<>();
        for (PlannedFile file : byKey.values()) {
            sorted.put(file.path(), file);
            String key = file.path().collisionKey();
            for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
                PlannedFile inTheWay = byKey.get(key.substring(0, slash));
                if (inTheWay != null) {
                    problems.add(Problem.of(
                                    ProblemCode.OUTPUT_COLLISION,
                                    "`" + inTheWay.path() + "` would be a file (of the " + inTheWay.origin()
                                            + ") and a folder (for `" + file.path() + "` of the " + file.origin()
                                            + ")")
                            .help("give one of them another `output`"));
                }
            }
        }
        return new ArrayList<>(sorted.values());
    }

    List<Problem> problems() {
        return problems;
    }
}
