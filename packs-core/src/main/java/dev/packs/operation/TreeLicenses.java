package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackageCoordinates;
import dev.packs.pack.PackageRequest;
import dev.packs.resolution.ChosenPackage;
import dev.packs.resolution.PackageKey;
import dev.packs.resolution.Requirement;
import dev.packs.resolution.Resolution;
import dev.packs.source.PackLibrary;
import dev.packs.version.VersionConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Under which licences a pack comes, and every pack and package that it needs, in the versions that would be installed. */
public final class TreeLicenses {

    private static final String NOT_STATED = "not stated";
    private static final String NOT_KNOWN = "not known";
    private static final PreparePacks.Request FRESH = new PreparePacks.Request(List.of(), PackLock.empty(), Map.of());

    private final PackLibrary library;
    private final InstallPackages packages;
    private final PackageLicenses licenses;

    public TreeLicenses(PackLibrary library, InstallPackages packages, PackageLicenses licenses) {
        this.library = library;
        this.packages = packages;
        this.licenses = licenses;
    }

    /**
     * What could be found out.
     *
     * @param licenses to what comes under them: {@code group:name:version}, or {@code group:name} of a package of which no version can be had
     * @param warnings what failed
     */
    record Found(SortedMap<String, List<String>> licenses, List<Problem> warnings) {

        private Found() {
            this(new TreeMap<>(), new ArrayList<>());
        }

        private void add(List<String> names, String of) {
            for (String name : names.isEmpty() ? List.of(NOT_STATED) : names) {
                List<String> under = licenses.computeIfAbsent(name, each -> new ArrayList<>());
                if (!under.contains(of)) {
                    under.add(of);
                }
            }
        }

        private void unknown(String of) {
            add(List.of(NOT_KNOWN), of);
        }

        private void warn(PacksException failed) {
            for (Problem problem : failed.problems()) {
                // That nobody has it is what is told of its licence.
                if (problem.code() != ProblemCode.PACKAGE_NOT_FOUND && !warnings.contains(problem)) {
                    warnings.add(problem);
                }
            }
        }
    }

    /** Fails for nothing that cannot be had. */
    Found of(PackManifest root) {
        Found found = new Found();
        Resolution resolution = resolve(root, found);
        SortedMap<PackageKey, Map<PackId, List<PackageRequest>>> asked = new TreeMap<>();
        for (PackId id : resolution.packs()) {
            PackManifest manifest = library.manifest(id).manifest();
            found.add(manifest.pack().license().stream().toList(), id.toString());
            for (PackageRequest request : manifest.packages()) {
                asked.computeIfAbsent(PackageKey.of(request), key -> new TreeMap<>())
                        .computeIfAbsent(id, first -> new ArrayList<>())
                        .add(request);
            }
        }
        List<ChosenPackage> chosen = new ArrayList<>();
        asked.forEach((key, requests) -> chosen.addAll(choose(resolution, requests, key, found)));
        for (PackageCoordinates each : installed(chosen, found)) {
            String name = each.name() + ":" + each.version();
            try {
                licenses.of(each).ifPresentOrElse(names -> found.add(names, name), () -> found.unknown(name));
            } catch (PacksException failed) {
                found.warn(failed);
                found.unknown(name);
            }
        }
        return found;
    }

    /** The pack, and every pack that it needs; the pack alone where these cannot be found. */
    private Resolution resolve(PackManifest root, Found found) {
        Requirement asked = new Requirement(
                root.id().name(), VersionConstraint.exactly(root.id().version()), "-Dpack");
        if (!root.dependencies().isEmpty()) {
            try {
                return new ResolvePacks(library).run(List.of(asked), PackLock.empty());
            } catch (PacksException unsolvable) {
                found.warn(unsolvable);
            }
        }
        return new Resolution(List.of(asked), List.of(), List.of(List.of(root.id())));
    }

    /** One package at a time, so that one that cannot be had hides no other. */
    private List<ChosenPackage> choose(
            Resolution resolution, Map<PackId, List<PackageRequest>> requests, PackageKey key, Found found) {
        List<ChosenPackage> chosen = List.of();
        try {
            chosen = packages.mediate(resolution, requests, FRESH);
        } catch (PacksException failed) {
            found.warn(failed);
        }
        if (chosen.isEmpty()) {
            found.unknown(key.name());
        }
        return chosen;
    }

    /** The packages with what they bring; where that cannot be found for all of them together, for each alone. */
    private List<PackageCoordinates> installed(List<ChosenPackage> chosen, Found found) {
        try {
            return packages.plan(chosen, FRESH).stream()
                    .map(InstallPackages.Planned::coordinates)
                    .toList();
        } catch (PacksException failed) {
            found.warn(failed);
            if (chosen.size() == 1) {
                return List.of(InstallPackages.coordinates(chosen.get(0)));
            }
        }
        List<PackageCoordinates> installed = new ArrayList<>();
        for (ChosenPackage each : chosen) {
            installed.addAll(installed(Collections.singletonList(each), found));
        }
        return installed;
    }
}
