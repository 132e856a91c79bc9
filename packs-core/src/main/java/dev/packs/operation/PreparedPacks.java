package dev.packs.operation;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.activity.Activity;
import dev.packs.lock.PackLock;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackageRequest;
import dev.packs.resolution.Edge;
import dev.packs.resolution.PackageKey;
import dev.packs.resolution.Resolution;
import dev.packs.source.PackContent;
import dev.packs.store.InstallationResult;
import dev.packs.store.InstalledPackage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Packs that are resolved, fetched and installed: everything that a generation needs.
 *
 * @param manifests of every chosen pack
 * @param contents of every chosen pack
 * @param packages what is in the store, by what identifies it; optional ones that nobody has are not in it
 * @param lock what {@code packs.lock} has to say now
 * @param activity told of what is made of them
 */
record PreparedPacks(
        Resolution resolution,
        Map<PackName, ParsedManifest> manifests,
        Map<PackName, PackContent> contents,
        Map<PackageKey, InstalledPackage> packages,
        InstallationResult installed,
        PackLock lock,
        List<Problem> warnings,
        Activity activity) {

    PreparedPacks {
        manifests = Map.copyOf(manifests);
        contents = Map.copyOf(contents);
        packages = Map.copyOf(packages);
        warnings = List.copyOf(warnings);
    }

    PackManifest manifest(PackName name) {
        return Objects.requireNonNull(manifests.get(name), "every chosen pack has a manifest")
                .manifest();
    }

    /** Where its manifest says something, by the path of that. */
    Place placeOf(PackName name, String path) {
        return Objects.requireNonNull(manifests.get(name), "every chosen pack has a manifest")
                .places()
                .of(path);
    }

    PackContent content(PackName name) {
        return Objects.requireNonNull(contents.get(name), "every chosen pack was fetched");
    }

    /**
     * The same with one more pack, which is nowhere but here.
     *
     * @param root depends on packs that are chosen
     */
    PreparedPacks with(ParsedManifest root, PackContent content) {
        PackId id = root.manifest().id();
        List<Edge> edges = new ArrayList<>(resolution.edges());
        for (PackDependency dependency : root.manifest().dependencies()) {
            PackId to = resolution.find(dependency.name()).orElseThrow();
            edges.add(new Edge(id, to, dependency.constraint(), false));
        }
        List<List<PackId>> levels = new ArrayList<>(resolution.levels());
        levels.add(List.of(id));
        Map<PackName, ParsedManifest> allManifests = new HashMap<>(manifests);
        allManifests.put(id.name(), root);
        Map<PackName, PackContent> allContents = new HashMap<>(contents);
        allContents.put(id.name(), content);
        return new PreparedPacks(
                new Resolution(resolution.requirements(), edges, levels),
                allManifests,
                allContents,
                packages,
                installed,
                lock,
                warnings,
                activity);
    }

    /** A pack and all that it needs, dependencies first. */
    List<PackId> closure(PackName root) {
        Set<PackId> needed = new HashSet<>();
        Deque<PackId> open = new ArrayDeque<>();
        Optional<PackId> found = resolution.find(root);
        if (found.isPresent()) {
            open.add(found.get());
        }
        while (!open.isEmpty()) {
            PackId pack = open.remove();
            if (needed.add(pack)) {
                for (Edge edge : resolution.dependenciesOf(pack)) {
                    if (!edge.optional()) {
                        open.add(edge.to());
                    }
                }
            }
        }
        List<PackId> inOrder = new ArrayList<>();
        for (PackId pack : resolution.dependenciesFirst()) {
            if (needed.contains(pack)) {
                inOrder.add(pack);
            }
        }
        return inOrder;
    }

    /** What a pack's request for a package came to; null where the package is optional and could not be had. */
    @Nullable
    InstalledPackage packageOf(PackageRequest request) {
        return packages.get(PackageKey.of(request));
    }
}
