package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.UsedPack;
import dev.packs.activity.Work;
import dev.packs.integrity.Digest;
import dev.packs.lock.LockedOrigin;
import dev.packs.lock.LockedPack;
import dev.packs.lock.LockedPackage;
import dev.packs.lock.PackLock;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackageCoordinates;
import dev.packs.pack.PackageRequest;
import dev.packs.resolution.ChosenPackage;
import dev.packs.resolution.Edge;
import dev.packs.resolution.PackageAsker;
import dev.packs.resolution.PackageKey;
import dev.packs.resolution.Requirement;
import dev.packs.resolution.Resolution;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.source.PackOrigin;
import dev.packs.store.InstallationResult;
import dev.packs.store.InstalledPackage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Resolves what is asked for, brings it and installs it: what every goal does that goes beyond one manifest. Writes to the store and nowhere else. */
public final class PreparePacks {

    private final PackLibrary library;
    private final InstallPackages packages;
    private final Requirements machine;
    private final Activity activity;

    /** @param activity told of what is resolved and fetched, and of all that is made of it */
    public PreparePacks(PackLibrary library, InstallPackages packages, Requirements machine, Activity activity) {
        this.library = library;
        this.packages = packages;
        this.machine = machine;
        this.activity = activity;
    }

    /** Which nobody watches. */
    public PreparePacks(PackLibrary library, InstallPackages packages, Requirements machine) {
        this(library, packages, machine, Activity.none());
    }

    /**
     * What is wanted.
     *
     * @param lock what was chosen before, without what is to move
     * @param pinned what was chosen before, all of it: what comes in the same version has to have the same digest
     * @param managed versions of packages that the project manages: {@code group:artifact[:type[:classifier]]} to version
     */
    public record Request(List<Requirement> requirements, PackLock lock, PackLock pinned, Map<String, String> managed) {

        public Request {
            requirements = List.copyOf(requirements);
            managed = Map.copyOf(managed);
        }

        /** Where nothing is to move. */
        public Request(List<Requirement> requirements, PackLock lock, Map<String, String> managed) {
            this(requirements, lock, lock, managed);
        }
    }

    PackManifest manifest(PackId id) {
        return library.manifest(id).manifest();
    }

    /** Only chooses; fetches manifests and no more. */
    Resolution resolve(Request request) {
        try (Step step = activity.start(Work.RESOLVE, Subject.of(asked(request), "packs"))) {
            Resolution resolution = new ResolvePacks(library).run(request.requirements(), request.lock());
            step.made(0, resolution.packs().size());
            return resolution;
        }
    }

    /** The packs that are asked for, as one text. */
    private static String asked(Request request) {
        StringBuilder asked = new StringBuilder();
        for (Requirement requirement : request.requirements()) {
            asked.append(asked.isEmpty() ? "" : ", ").append(requirement.name());
        }
        return asked.toString();
    }

    /**
     * Does it.
     *
     * @throws PacksException with everything that is wrong; the store is then as it was
     */
    PreparedPacks run(Request request) {
        return run(request, resolve(request));
    }

    /**
     * The same from what was chosen already.
     *
     * @param resolution of this request
     */
    PreparedPacks run(Request request, Resolution resolution) {
        Map<PackName, ParsedManifest> manifests = new LinkedHashMap<>();
        List<PackManifest> checked = new ArrayList<>();
        for (PackId id : resolution.dependenciesFirst()) {
            ParsedManifest manifest = library.manifest(id);
            manifests.put(id.name(), manifest);
            checked.add(manifest.manifest());
        }
        machine.check(checked);
        Map<PackName, PackContent> contents = fetch(resolution);
        verify(contents, request.pinned());
        List<ChosenPackage> chosen;
        List<InstallPackages.Planned> planned;
        try (Step step = activity.start(Work.RESOLVE, Subject.of(asked(request), "packages"))) {
            chosen = packages.choose(resolution, manifests, request);
            planned = packages.plan(chosen, request);
            step.made(0, planned.size());
        }
        InstallationResult installed = packages.install(planned, request.pinned());
        Map<PackageKey, InstalledPackage> byKey = new HashMap<>();
        for (InstalledPackage each : installed.present()) {
            byKey.put(key(each.coordinates()), each);
        }
        for (InstalledPackage each : installed.added()) {
            byKey.put(key(each.coordinates()), each);
        }
        List<Problem> warnings = new ArrayList<>();
        for (ParsedManifest manifest : manifests.values()) {
            warnings.addAll(manifest.warnings());
        }
        for (ChosenPackage each : chosen) {
            warnings.addAll(unsatisfied(each));
        }
        for (String each : withoutVersion(manifests.values(), chosen)) {
            warnings.add(leftOut(each));
        }
        for (PackageCoordinates each : installed.leftOut()) {
            warnings.add(leftOut(each.toString()));
        }
        return new PreparedPacks(
                resolution,
                manifests,
                contents,
                byKey,
                installed,
                lock(contents, resolution, planned, byKey),
                warnings,
                activity);
    }

    /** Optional packages of which no version fits; one that somebody needs would have failed. */
    private static List<String> withoutVersion(Collection<ParsedManifest> manifests, List<ChosenPackage> chosen) {
        Set<PackageKey> keys = new HashSet<>();
        for (ChosenPackage each : chosen) {
            keys.add(each.key());
        }
        List<String> without = new ArrayList<>();
        for (ParsedManifest manifest : manifests) {
            for (PackageRequest request : manifest.manifest().packages()) {
                if (keys.add(PackageKey.of(request))) {
                    without.add(request.name() + " " + request.constraint());
                }
            }
        }
        return without;
    }

    private static Problem leftOut(String what) {
        return Problem.of(
                ProblemCode.PACKAGE_NOT_FOUND,
                "the optional package `" + what + "` cannot be had; going on without it");
    }

    private static PackageKey key(PackageCoordinates coordinates) {
        return new PackageKey(coordinates.name(), coordinates.type(), coordinates.classifier());
    }

    private record Fetching(PackLibrary library, Activity activity) implements Function<PackId, PackContent> {

        @Override
        public PackContent apply(PackId id) {
            PackContent content = library.content(id);
            activity.reach(Work.DOWNLOAD);
            activity.use(
                    new UsedPack(id.toString(), content.origin().name().toLowerCase(Locale.ROOT), digest(content)));
            return content;
        }

        private static Optional<String> digest(PackContent content) {
            return content.digest().isPresent()
                    ? Optional.of(content.digest().get().toString())
                    : Optional.empty();
        }
    }

    private Map<PackName, PackContent> fetch(Resolution resolution) {
        Map<PackName, PackContent> contents = new LinkedHashMap<>();
        activity.expect(Work.DOWNLOAD, resolution.packs().size());
        for (List<PackId> level : resolution.levels()) {
            for (PackContent content : InParallel.map(level, new Fetching(library, activity))) {
                contents.put(content.id().name(), content);
            }
        }
        return contents;
    }

    private static void verify(Map<PackName, PackContent> contents, PackLock lock) {
        Problems problems = new Problems();
        for (LockedPack locked : lock.packs()) {
            PackContent content = contents.get(locked.name());
            if (content == null
                    || !content.id().equals(locked.id())
                    || content.origin() != PackOrigin.REPOSITORY
                    || locked.digest().isEmpty()
                    || locked.digest().equals(content.digest())) {
                continue;
            }
            problems.add(Problem.of(
                            ProblemCode.DIGEST_MISMATCH,
                            "the pack " + content.id() + " is not the one that packs.lock pins: its digest is "
                                    + content.digest().map(Digest::toString).orElse("unknown") + ", and the lock says "
                                    + locked.digest().get())
                    .help("somebody changed a published version; ask its publisher, and only then delete its entry from"
                            + " packs.lock"));
        }
        problems.throwIfAny();
    }

    private static List<Problem> unsatisfied(ChosenPackage chosen) {
        List<Problem> warnings = new ArrayList<>();
        for (PackageAsker asker : chosen.unsatisfied()) {
            warnings.add(Problem.of(
                            ProblemCode.CONFLICT,
                            "the pack " + asker.pack() + " asks for `" + chosen.key() + "` `"
                                    + asker.request().constraint()
                                    + "`, and gets " + chosen.version().text() + ", which "
                                    + (chosen.managed() ? "the project manages" : "a nearer pack asks for"))
                    .help("manage a version that suits all in <dependencyManagement>"));
        }
        return warnings;
    }

    private static PackLock lock(
            Map<PackName, PackContent> contents,
            Resolution resolution,
            List<InstallPackages.Planned> planned,
            Map<PackageKey, InstalledPackage> installed) {
        List<LockedPack> packs = new ArrayList<>();
        for (PackContent content : contents.values()) {
            PackId id = content.id();
            boolean pinned = content.origin() == PackOrigin.REPOSITORY
                    || content.origin() == PackOrigin.FOLDER
                    || content.origin() == PackOrigin.ARCHETYPE;
            Set<PackName> dependencies = new TreeSet<>();
            for (Edge edge : resolution.dependenciesOf(id)) {
                dependencies.add(edge.to().name());
            }
            packs.add(LockedPack.of(
                    id,
                    origin(content.origin()),
                    pinned && !id.version().isSnapshot() ? content.digest() : Optional.empty(),
                    dependencies));
        }
        List<LockedPackage> locked = new ArrayList<>();
        for (InstallPackages.Planned each : planned) {
            InstalledPackage found = installed.get(key(each.coordinates()));
            if (found != null) {
                PackageCoordinates coordinates = each.coordinates();
                locked.add(new LockedPackage(
                        coordinates.name(),
                        coordinates.version(),
                        coordinates.type(),
                        coordinates.classifier(),
                        coordinates.isSnapshot() ? Optional.empty() : Optional.of(found.digest()),
                        each.askedBy()));
            }
        }
        return new PackLock(packs, locked);
    }

    private static LockedOrigin origin(PackOrigin origin) {
        return switch (origin) {
            case EMBEDDED -> LockedOrigin.EMBEDDED;
            case WORKSPACE -> LockedOrigin.WORKSPACE;
            case FOLDER -> LockedOrigin.DIRECTORY;
            case ARCHETYPE -> LockedOrigin.ARCHETYPE;
            case REPOSITORY, SNAPSHOT -> LockedOrigin.REPOSITORY;
        };
    }
}
