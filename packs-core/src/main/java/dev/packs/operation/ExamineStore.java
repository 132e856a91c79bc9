package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.catalog.CatalogCache;
import dev.packs.integrity.Digest;
import dev.packs.io.DiskFailure;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackageCoordinates;
import dev.packs.store.InstalledPackage;
import dev.packs.store.ProjectRegistry;
import dev.packs.store.StoreExamination;
import dev.packs.store.StoreFinding;
import dev.packs.store.StoreLayout;
import dev.packs.store.StoreMender;
import dev.packs.store.StoreSettings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Looks at everything in a store, says what is wrong with it and where its room goes, and mends it where that is asked for. */
public final class ExamineStore {

    private final Path home;
    private final EngineCopies engines;
    private final StoreSettings settings;

    /**
     * Looks at nothing yet.
     *
     * @param home the store's folder, which need not be there
     * @param engines the copies of engines that this build of Packs makes in a store, with their digests
     */
    public ExamineStore(Path home, Function<StoreLayout, Map<Path, Digest>> engines, StoreSettings settings) {
        this.home = home;
        this.engines = new EngineCopies(engines);
        this.settings = settings;
    }

    /** Changes nothing. */
    public ExaminedStore look() {
        return look(List.of());
    }

    /** Mends what can be mended, and looks again. */
    public ExaminedStore mend() {
        Optional<StoreExamination> before = examine();
        if (before.isEmpty()) {
            return look();
        }
        List<StoreFinding> mendable = before.get().findings().stream()
                .filter(finding -> finding.remedy() != StoreFinding.Remedy.NONE)
                .toList();
        new StoreMender(before.get().layout(), settings).mend(mendable);
        return look(mendable);
    }

    private ExaminedStore look(List<StoreFinding> tried) {
        Optional<StoreExamination> now = examine();
        if (now.isEmpty()) {
            return new ExaminedStore(home, Optional.empty(), List.of());
        }
        StoreExamination store = now.get();
        Set<Path> still = new HashSet<>();
        store.findings().forEach(finding -> still.add(finding.path()));
        return new ExaminedStore(
                store.layout().root(),
                Optional.of(new ExaminedStore.Content(
                        store.findings(),
                        store.space(),
                        store.packages().size(),
                        store.files(),
                        store.projects().size())),
                tried.stream()
                        .filter(finding -> !still.contains(finding.path()))
                        .toList());
    }

    private Optional<StoreExamination> examine() {
        Optional<StoreExamination> found = StoreExamination.of(home);
        found.ifPresent(store -> {
            engines.damaged(store.layout()).forEach(jar -> store.add(StoreExamination.damaged(jar)));
            indexes(store.layout()).forEach(index -> store.add(StoreExamination.damaged(index)));
            RememberedInstallation.damaged(store.layout()).forEach(file -> store.add(StoreExamination.damaged(file)));
            examineProjects(store);
        });
        return found;
    }

    private static List<Path> indexes(StoreLayout layout) {
        List<Path> damaged = new ArrayList<>();
        if (Files.isDirectory(layout.catalogs(), LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(layout.catalogs(), "*.{index,words}")) {
                for (Path file : files) {
                    if (!CatalogCache.isWhole(file)) {
                        damaged.add(file);
                    }
                }
            } catch (IOException failed) {
                throw DiskFailure.reading(layout.catalogs(), failed);
            }
        }
        Collections.sort(damaged);
        return damaged;
    }

    private static void examineProjects(StoreExamination store) {
        Map<PackageCoordinates, Digest> installed = new HashMap<>();
        for (InstalledPackage each : store.packages()) {
            installed.put(each.coordinates(), each.digest());
        }
        for (ProjectRegistry.Registered project : store.projects()) {
            Optional<Path> lockFile = project.lockFile();
            if (lockFile.isPresent() && Files.exists(lockFile.get())) {
                examineLock(store, lockFile.get(), installed);
            } else {
                store.add(new StoreFinding(
                        Problem.of(
                                        ProblemCode.PROJECT_GONE,
                                        lockFile.map(path -> "the project with `" + path + "` is gone")
                                                        .orElse("`" + project.entry() + "` names no project")
                                                + ": the store still remembers it")
                                .help("`mvn packs:doctor -Dpacks.mend` forgets it, as `mvn packs:clean` does"),
                        project.entry(),
                        StoreFinding.Remedy.DELETE,
                        false));
            }
        }
    }

    private static void examineLock(StoreExamination store, Path lockFile, Map<PackageCoordinates, Digest> installed) {
        PackLock lock;
        try {
            lock = LockFile.read(lockFile).before();
        } catch (PacksException unreadable) {
            for (Problem problem : unreadable.problems()) {
                store.add(new StoreFinding(
                        new Problem(
                                        problem.code(),
                                        problem.message()
                                                + "; until it can be read, nothing is cleaned, as nobody knows what it needs",
                                        problem.place(),
                                        problem.help())
                                .foundAt(Place.of(lockFile.toString())),
                        lockFile,
                        StoreFinding.Remedy.NONE,
                        true));
            }
            return;
        }
        for (Path left : LockFile.leftOvers(lockFile)) {
            store.add(StoreExamination.leftOver(left, StoreFinding.Remedy.DELETE));
        }
        StoreUse.locked(lock).forEach((coordinates, digest) -> {
            Digest there = installed.get(coordinates);
            if (there == null || (digest.isPresent() && !digest.get().equals(there))) {
                store.add(new StoreFinding(
                        Problem.at(
                                        ProblemCode.PACKAGE_ABSENT,
                                        Place.of(lockFile.toString()),
                                        "the package `" + coordinates + "` is "
                                                + (there == null
                                                        ? "not whole in the store"
                                                        : "another one in the store than in this lock"))
                                .help("run `mvn packs:install` in that project, which brings it"),
                        lockFile,
                        StoreFinding.Remedy.NONE,
                        false));
            }
        });
    }
}
