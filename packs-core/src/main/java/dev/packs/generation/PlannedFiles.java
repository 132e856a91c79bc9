package dev.packs.generation;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileMode;
import dev.packs.io.RelativePath;
import dev.packs.pack.CollisionStrategy;
import dev.packs.pack.Overwrite;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects the files of all packs and finds out where two of them want one place. */
final class PlannedFiles {

    private final Map<PackName, PackManifest> packs = new LinkedHashMap<>();
    private final Map<PackName, Set<PackName>> dependencies = new HashMap<>();
    private final Map<String, List<PlannedFile>> byKey = new TreeMap<>();
    private final Map<RelativePath, List<FileOrigin>> replaced = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Function<FileOrigin, Optional<Place>> places;

    /** @param places where a manifest says what a file comes from, for problems */
    PlannedFiles(Function<FileOrigin, Optional<Place>> places) {
        this.places = places;
    }

    /** To be called for each pack before its files, dependencies first. */
    void startPack(PackManifest pack) {
        Set<PackName> all = new HashSet<>();
        for (PackDependency dependency : pack.dependencies()) {
            all.add(dependency.name());
            all.addAll(dependencies.getOrDefault(dependency.name(), Set.of()));
        }
        dependencies.put(pack.id().name(), all);
        packs.put(pack.id().name(), pack);
    }

    /** A file of a pack takes the place of one of a pack that it depends on; any other two files with one path collide. */
    void add(PlannedFile file) {
        List<PlannedFile> others = byKey.get(file.path().collisionKey());
        if (others == null) {
            byKey.put(file.path().collisionKey(), List.of(file));
            return;
        }
        List<PlannedFile> all = new ArrayList<>();
        for (PlannedFile other : others) {
            if (replaces(file, other)) {
                List<FileOrigin> origins = replaced.get(file.path());
                if (origins == null) {
                    origins = new ArrayList<>();
                    replaced.put(file.path(), origins);
                }
                origins.add(other.origin());
            } else {
                all.add(other);
            }
        }
        all.add(file);
        byKey.put(file.path().collisionKey(), all);
    }

    private boolean replaces(PlannedFile file, PlannedFile other) {
        return file.path().equals(other.path())
                && dependencies
                        .getOrDefault(file.origin().pack().name(), Set.of())
                        .contains(other.origin().pack().name());
    }

    /** All files by path; to be called last, since only now it is known which paths have to be folders. */
    List<PlannedFile> files() {
        Map<String, PlannedFile> settled = new TreeMap<>();
        for (Map.Entry<String, List<PlannedFile>> files : byKey.entrySet()) {
            settled.put(
                    files.getKey(),
                    files.getValue().size() == 1
                            ? files.getValue().get(0)
                            : settle(files.getValue(), new Composition(packs, dependencies)));
        }
        Map<RelativePath, PlannedFile> sorted = new TreeMap<>();
        for (PlannedFile file : settled.values()) {
            sorted.put(file.path(), file);
            String key = file.path().collisionKey();
            for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
                PlannedFile inTheWay = settled.get(key.substring(0, slash));
                if (inTheWay != null) {
                    problems.add(Problem.at(
                                    ProblemCode.OUTPUT_COLLISION,
                                    places.apply(file.origin()).orElse(null),
                                    "`" + inTheWay.path() + "` would be a file (of the " + inTheWay.origin()
                                            + ") and a folder (for `" + file.path() + "` of the " + file.origin()
                                            + ")")
                            .help("give one of them another `output`"));
                }
            }
        }
        return new ArrayList<>(sorted.values());
    }

    private PlannedFile settle(List<PlannedFile> files, Composition composition) {
        Set<PackName> givers = new HashSet<>();
        Set<RelativePath> paths = new HashSet<>();
        for (PlannedFile file : files) {
            givers.add(file.origin().pack().name());
            paths.add(file.path());
        }
        // A pack that gives a file twice is wrong by itself.
        if (givers.size() < files.size() || !composition.settles(givers)) {
            for (int i = 1; i < files.size(); i++) {
                problems.add(collision(files.get(0), files.get(i))
                        .help("give one of them another `output`, or a `when` that excludes the other"));
            }
            return files.get(0);
        }
        List<PackName> order = composition.order(givers);
        List<PlannedFile> inOrder = new ArrayList<>(files);
        inOrder.sort(Comparator.comparingInt(
                file -> order.indexOf(file.origin().pack().name())));
        PlannedFile first = inOrder.get(0);
        PlannedFile last = inOrder.get(inOrder.size() - 1);
        CollisionStrategy strategy = composition.strategy(first.path(), givers);
        if (paths.size() > 1 && strategy != CollisionStrategy.FIRST && strategy != CollisionStrategy.LAST) {
            problems.add(collision(first, last)
                    .help("take one of them: " + CombinedContent.argument(first.path()) + ", or last"));
        }
        PlannedFile named = strategy == CollisionStrategy.LAST ? last : first;
        return new PlannedFile(
                named.path(),
                named.origin(),
                new FileRecipe.Combined(inOrder, strategy),
                mode(inOrder, strategy, named),
                overwrite(inOrder));
    }

    private static FileMode mode(List<PlannedFile> files, CollisionStrategy strategy, PlannedFile named) {
        if (strategy == CollisionStrategy.FIRST || strategy == CollisionStrategy.LAST) {
            return named.mode();
        }
        for (PlannedFile file : files) {
            if (file.mode() == FileMode.EXECUTABLE) {
                return FileMode.EXECUTABLE;
            }
        }
        return FileMode.PLAIN;
    }

    /** What one pack leaves to the user, no other takes. */
    private static Overwrite overwrite(List<PlannedFile> files) {
        for (PlannedFile file : files) {
            if (file.overwrite() == Overwrite.NEVER) {
                return Overwrite.NEVER;
            }
        }
        return Overwrite.ALWAYS;
    }

    private Problem collision(PlannedFile other, PlannedFile file) {
        String same = other.path().equals(file.path())
                ? "`" + file.path() + "`"
                : "`" + other.path() + "` and `" + file.path() + "`, which many file systems take for one,";
        return Problem.at(
                ProblemCode.OUTPUT_COLLISION,
                places.apply(file.origin()).orElse(null),
                same + " would be written twice: by the " + other.origin() + " and by the " + file.origin());
    }

    /** What packs would have given in whose place others do, by path. */
    Map<RelativePath, List<FileOrigin>> replaced() {
        return replaced;
    }

    List<Problem> problems() {
        return problems;
    }
}
