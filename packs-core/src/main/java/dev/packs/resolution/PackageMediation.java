package dev.packs.resolution;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.pack.PackId;
import dev.packs.pack.PackageRequest;
import dev.packs.version.MavenVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Chooses one version of each package as Maven does: a managed version wins, then the request nearest to what was asked for, then the one declared first; within the
 * winner's constraint the locked version, then the highest.
 */
public final class PackageMediation {

    private final Map<String, String> managed;
    private final Map<PackageKey, MavenVersion> locked;
    private final PackageCatalog catalog;

    /**
     * @param managed the project's dependency management: {@code group:artifact[:type[:classifier]]} to version
     * @param locked versions to stay with while they satisfy
     */
    public PackageMediation(Map<String, String> managed, Map<PackageKey, MavenVersion> locked, PackageCatalog catalog) {
        this.managed = Map.copyOf(managed);
        this.locked = Map.copyOf(locked);
        this.catalog = catalog;
    }

    /**
     * The chosen packages, sorted by their keys. A package that is optional to everybody and has no fitting version is left out.
     *
     * @param requests what each chosen pack asks for, in its manifest's order
     * @throws dev.packs.PacksException {@link ProblemCode#PACKAGE_NOT_FOUND} for each package without a fitting version, and whatever the catalog throws
     */
    public List<ChosenPackage> choose(Resolution resolution, Map<PackId, List<PackageRequest>> requests) {
        Map<PackId, Integer> levels = new HashMap<>();
        for (int level = 0; level < resolution.levels().size(); level++) {
            for (PackId id : resolution.levels().get(level)) {
                levels.put(id, level);
            }
        }
        SortedMap<PackageKey, List<PackageAsker>> askers = new TreeMap<>();
        for (Map.Entry<PackId, Integer> pack : distances(resolution).entrySet()) {
            for (PackageRequest request : requests.getOrDefault(pack.getKey(), List.of())) {
                List<PackageAsker> asking = askers.get(PackageKey.of(request));
                if (asking == null) {
                    asking = new ArrayList<>();
                    askers.put(PackageKey.of(request), asking);
                }
                asking.add(new PackageAsker(pack.getKey(), request, pack.getValue()));
            }
        }
        Problems problems = new Problems();
        List<ChosenPackage> chosen = new ArrayList<>();
        for (Map.Entry<PackageKey, List<PackageAsker>> entry : askers.entrySet()) {
            PackageKey key = entry.getKey();
            List<PackageAsker> asking = entry.getValue();
            String fixed = managed.get(key.toString());
            Optional<MavenVersion> version =
                    fixed != null ? Optional.of(MavenVersion.of(fixed)) : version(key, asking.get(0));
            if (version.isPresent()) {
                chosen.add(new ChosenPackage(key, version.get(), fixed != null, lowest(asking, levels), asking));
            } else if (isNeeded(asking)) {
                problems.add(missing(key, asking.get(0)));
            }
        }
        problems.throwIfAny();
        return List.copyOf(chosen);
    }

    private static int lowest(List<PackageAsker> askers, Map<PackId, Integer> levels) {
        int lowest = Integer.MAX_VALUE;
        for (PackageAsker asker : askers) {
            lowest = Math.min(lowest, levels.getOrDefault(asker.pack(), 0));
        }
        return lowest;
    }

    private static boolean isNeeded(List<PackageAsker> askers) {
        for (PackageAsker asker : askers) {
            if (!asker.request().optional()) {
                return true;
            }
        }
        return false;
    }

    /** Every pack by its distance from what was asked for, nearest first, then in the order of declaration. */
    private static Map<PackId, Integer> distances(Resolution resolution) {
        Map<PackId, List<PackId>> next = new HashMap<>();
        for (Edge edge : resolution.edges()) {
            if (!edge.optional()) {
                List<PackId> known = next.get(edge.from());
                if (known == null) {
                    known = new ArrayList<>();
                    next.put(edge.from(), known);
                }
                known.add(edge.to());
            }
        }
        Map<PackId, Integer> distances = new LinkedHashMap<>();
        Deque<PackId> open = new ArrayDeque<>();
        for (Requirement requirement : resolution.requirements()) {
            Optional<PackId> id = resolution.find(requirement.name());
            if (id.isPresent() && distances.putIfAbsent(id.get(), 1) == null) {
                open.add(id.get());
            }
        }
        while (!open.isEmpty()) {
            PackId at = open.poll();
            int distance = distances.getOrDefault(at, 0) + 1;
            for (PackId to : next.getOrDefault(at, List.of())) {
                if (distances.putIfAbsent(to, distance) == null) {
                    open.add(to);
                }
            }
        }
        return distances;
    }

    private Optional<MavenVersion> version(PackageKey key, PackageAsker winner) {
        PackageRequest request = winner.request();
        MavenVersion stay = locked.get(key);
        if (stay != null && request.constraint().containsPackage(stay)) {
            return Optional.of(stay);
        }
        Optional<MavenVersion> exact = request.constraint().exactPackage();
        if (exact.isPresent()) {
            return exact;
        }
        MavenVersion highest = null;
        for (MavenVersion version : catalog.versions(request)) {
            if (request.constraint().containsPackage(version) && (highest == null || isAbove(version, highest))) {
                highest = version;
            }
        }
        return Optional.ofNullable(highest);
    }

    /** Of two spellings of one version the longer text counts as higher, so that the order of the list does not matter. */
    private static boolean isAbove(MavenVersion version, MavenVersion other) {
        int order = version.compareTo(other);
        return order > 0 || (order == 0 && version.text().compareTo(other.text()) > 0);
    }

    private Problem missing(PackageKey key, PackageAsker winner) {
        List<MavenVersion> versions = new ArrayList<>(catalog.versions(winner.request()));
        versions.sort(null);
        String message = winner.pack() + " asks for package `" + key + "` `"
                + winner.request().constraint() + "`, ";
        if (versions.isEmpty()) {
            return Problem.of(ProblemCode.PACKAGE_NOT_FOUND, message + "which no repository has")
                    .help("check its name in the pack's `[[packages]]` and the repositories of your settings");
        }
        List<MavenVersion> newest = versions.subList(Math.max(0, versions.size() - 8), versions.size());
        return Problem.of(
                        ProblemCode.PACKAGE_NOT_FOUND,
                        message + "which no version satisfies; the newest are "
                                + String.join(
                                        ", ",
                                        newest.stream().map(MavenVersion::text).toList()))
                .help("set a version in your `<dependencyManagement>`, as in `" + key.name() + "` `"
                        + newest.get(newest.size() - 1) + "`, or use a version of the pack that asks for another");
    }
}
