package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.lock.LockedPackage;
import dev.packs.lock.PackLock;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.pack.PackageCoordinates;
import dev.packs.pack.PackageRequest;
import dev.packs.resolution.ChosenPackage;
import dev.packs.resolution.PackageAsker;
import dev.packs.resolution.PackageKey;
import dev.packs.resolution.PackageMediation;
import dev.packs.resolution.Resolution;
import dev.packs.store.Installation;
import dev.packs.store.InstallationResult;
import dev.packs.store.Store;
import dev.packs.store.WantedPackage;
import dev.packs.version.MavenVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Chooses the packages that chosen packs ask for, and puts them into the store. */
public final class InstallPackages {

    private final PackageRepository repository;
    private final Supplier<Store> store;

    /** @param store opened only where there is a package to install */
    public InstallPackages(PackageRepository repository, Supplier<Store> store) {
        this.repository = repository;
        this.store = store;
    }

    Store store() {
        return store.get();
    }

    List<ChosenPackage> choose(
            Resolution resolution, Map<PackName, ParsedManifest> manifests, PreparePacks.Request request) {
        Map<PackId, List<PackageRequest>> asked = new HashMap<>();
        for (PackId id : resolution.packs()) {
            ParsedManifest manifest = manifests.get(id.name());
            List<PackageRequest> wanted =
                    manifest == null ? List.of() : manifest.manifest().packages();
            if (!wanted.isEmpty()) {
                asked.put(id, wanted);
            }
        }
        return mediate(resolution, asked, request);
    }

    /** @param asked what each chosen pack asks for, in its manifest's order */
    List<ChosenPackage> mediate(
            Resolution resolution, Map<PackId, List<PackageRequest>> asked, PreparePacks.Request request) {
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<PackageKey, MavenVersion> locked = new HashMap<>();
        for (LockedPackage each : request.lock().packages()) {
            locked.put(new PackageKey(each.name(), each.type(), each.classifier()), MavenVersion.of(each.version()));
        }
        return new PackageMediation(request.managed(), locked, repository).choose(resolution, asked);
    }

    /**
     * A package that is to be in the store.
     *
     * @param level of the pack that asks for it, which is when it is installed
     * @param askedBy the packs that want it, or want something that needs it
     */
    record Planned(int level, PackageCoordinates coordinates, SortedSet<PackName> askedBy, boolean optional) {}

    /** The chosen packages and, where somebody wants that, what they need themselves; of those, what was chosen or found first stays. */
    List<Planned> plan(List<ChosenPackage> chosen, PreparePacks.Request request) {
        Map<PackageKey, Planned> planned = new LinkedHashMap<>();
        for (ChosenPackage each : chosen) {
            SortedSet<PackName> askers = new TreeSet<>();
            for (PackageAsker asker : each.askers()) {
                askers.add(asker.pack().name());
            }
            planned.put(each.key(), new Planned(each.level(), coordinates(each), askers, each.isOptional()));
        }
        for (ChosenPackage each : chosen) {
            Planned asking = planned.get(each.key());
            if (each.isTransitive() && asking != null) {
                for (PackageCoordinates needed : repository.dependencies(coordinates(each), request.managed())) {
                    planned.putIfAbsent(
                            new PackageKey(needed.name(), needed.type(), needed.classifier()),
                            new Planned(each.level(), needed, asking.askedBy(), each.isOptional()));
                }
            }
        }
        return List.copyOf(planned.values());
    }

    /** @throws dev.packs.PacksException with every problem; the store is then as it was */
    InstallationResult install(List<Planned> planned, PackLock lock) {
        if (planned.isEmpty()) {
            return new InstallationResult(List.of(), List.of(), List.of());
        }
        TreeMap<Integer, List<WantedPackage>> levels = new TreeMap<>();
        for (Planned each : planned) {
            List<WantedPackage> level = levels.get(each.level());
            if (level == null) {
                level = new ArrayList<>();
                levels.put(each.level(), level);
            }
            level.add(new WantedPackage(each.coordinates(), lockedDigest(each.coordinates(), lock), each.optional()));
        }
        return new Installation(store.get(), repository).install(List.copyOf(levels.values()));
    }

    static PackageCoordinates coordinates(ChosenPackage chosen) {
        String name = chosen.key().name();
        int colon = name.indexOf(':');
        if (colon < 0) {
            throw Problem.of(ProblemCode.REFERENCE_INVALID, "`" + name + "` is not a package's name")
                    .help("write `groupId:artifactId`")
                    .asException();
        }
        return new PackageCoordinates(
                name.substring(0, colon),
                name.substring(colon + 1),
                chosen.version().text(),
                chosen.key().type(),
                chosen.key().classifier());
    }

    private static Optional<Digest> lockedDigest(PackageCoordinates coordinates, PackLock lock) {
        for (LockedPackage each : lock.packages()) {
            if (each.name().equals(coordinates.name())
                    && each.version().equals(coordinates.version())
                    && each.type().equals(coordinates.type())
                    && each.classifier().equals(coordinates.classifier())) {
                return each.digest();
            }
        }
        return Optional.empty();
    }
}
