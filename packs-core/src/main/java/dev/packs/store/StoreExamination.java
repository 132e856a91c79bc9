package dev.packs.store;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.io.AtomicFiles;
import dev.packs.io.DiskFailure;
import dev.packs.io.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at a whole store and changes nothing in it: it opens none, as opening narrows modes and refuses links. */
public final class StoreExamination {

    private final StoreLayout layout;
    private final PackageExamination packages;
    private final List<StoreFinding> findings = new ArrayList<>();

    private StoreExamination(StoreLayout layout) {
        this.layout = layout;
        this.packages = new PackageExamination(layout);
    }

    /**
     * Examines the store at a place; empty if there is none.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#READ_FAILED}
     */
    public static Optional<StoreExamination> of(Path home) {
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        StoreExamination examination;
        try {
            examination = new StoreExamination(new StoreLayout(home.toRealPath()));
        } catch (IOException failed) {
            throw DiskFailure.reading(home, failed);
        }
        examination.run();
        return Optional.of(examination);
    }

    private void run() {
        examineRoot();
        for (Path part : List.of(
                layout.packages(),
                layout.blobs(),
                layout.cache(),
                layout.engines(),
                layout.catalogs(),
                layout.tmp(),
                layout.projects(),
                layout.lockFile())) {
            if (Files.isSymbolicLink(part)) {
                findings.add(link(part));
            }
        }
        packages.run();
        findings.addAll(packages.findings());
        if (isFolder(layout.blobs())) {
            examineBlobs();
        }
        examineLeftOvers();
    }

    public StoreLayout layout() {
        return layout;
    }

    /** Everything that was found, in the order in which it was looked at. */
    public List<StoreFinding> findings() {
        return List.copyOf(findings);
    }

    /** The packages with which nothing is wrong. */
    public List<InstalledPackage> packages() {
        return packages.whole();
    }

    /** How many files of packages were held against their digest. */
    public int files() {
        return packages.files();
    }

    /** The known projects, whether their lock files are still there or not. */
    public List<ProjectRegistry.Registered> projects() {
        return isFolder(layout.projects()) ? new ProjectRegistry(layout).registered() : List.of();
    }

    /** Adds what somebody else found. */
    public void add(StoreFinding finding) {
        findings.add(finding);
    }

    private void examineRoot() {
        Path root = layout.root();
        PosixFileAttributeView view = Files.getFileAttributeView(root, PosixFileAttributeView.class);
        try {
            Set<PosixFilePermission> open = EnumSet.noneOf(PosixFilePermission.class);
            if (view != null) {
                open.addAll(view.readAttributes().permissions());
                open.removeAll(Store.OWNER_ONLY);
            }
            if (view != null && !open.isEmpty()) {
                findings.add(StoreFinding.harmful(
                        Problem.of(
                                        ProblemCode.STORE_OPEN_TO_OTHERS,
                                        "the store `" + root + "` has the mode "
                                                + PosixFilePermissions.toString(
                                                        view.readAttributes().permissions())
                                                + ": other users could look into it, or change what builds use")
                                .help(
                                        "`mvn packs:doctor -Dpacks.mend` makes it its owner's alone, as any goal that writes there does"),
                        root,
                        StoreFinding.Remedy.NARROW));
            }
        } catch (IOException failed) {
            throw DiskFailure.reading(root, failed);
        }
        if (!Files.isWritable(root)) {
            findings.add(StoreFinding.harmful(
                    Problem.of(
                                    ProblemCode.STORE_UNUSABLE,
                                    "the store `" + root
                                            + "` cannot be written: what is in it works, and nothing more can be installed")
                            .help(
                                    "name a folder that you can write with `-Dpacks.home=…` or the environment variable `PACKS_HOME`"),
                    root,
                    StoreFinding.Remedy.NONE));
        }
        long free = DiskFailure.usable(root);
        if (free < Staging.MARGIN) {
            findings.add(StoreFinding.harmful(
                    Problem.of(
                                    ProblemCode.STORE_SPACE_LOW,
                                    "only " + free + " bytes are free where the store `" + root
                                            + "` lies: nothing can be installed with less than " + Staging.MARGIN)
                            .help("free some room there; `mvn packs:clean` takes out what no project needs"),
                    root,
                    StoreFinding.Remedy.NONE));
        }
    }

    private void examineBlobs() {
        for (Path algorithm : PackageExamination.children(layout.blobs())) {
            for (Path start : PackageExamination.children(algorithm)) {
                for (Path blob : PackageExamination.children(start)) {
                    if (!AtomicFiles.isTemporary(blob)
                            && !(Files.isRegularFile(blob, LinkOption.NOFOLLOW_LINKS)
                                    && layout.blob(Digest.of(RegularFile.read(blob)))
                                            .equals(blob))) {
                        findings.add(damaged(blob));
                    }
                }
            }
        }
    }

    /** That something which is made again is not what it was made as. */
    public static StoreFinding damaged(Path file) {
        return StoreFinding.harmful(
                Problem.of(
                                ProblemCode.DIGEST_MISMATCH,
                                "`" + file + "` is damaged: it is not what was once written there")
                        .help("`mvn packs:doctor -Dpacks.mend` deletes it; it is made again when it is needed"),
                file,
                StoreFinding.Remedy.DELETE);
    }

    static StoreFinding link(Path link) {
        return StoreFinding.harmful(
                Problem.of(
                                ProblemCode.LINK_REFUSED,
                                "`" + link
                                        + "` is a link inside the store: it could lead anywhere, and nothing follows it")
                        .help("`mvn packs:doctor -Dpacks.mend` deletes the link and nothing behind it"),
                link,
                StoreFinding.Remedy.DELETE);
    }

    private void examineLeftOvers() {
        for (Path left : LeftOvers.of(layout)) {
            findings.add(leftOver(left, StoreFinding.Remedy.CLEAR));
        }
    }

    /** That a killed process left something. */
    public static StoreFinding leftOver(Path left, StoreFinding.Remedy remedy) {
        return StoreFinding.note(
                Problem.of(
                                ProblemCode.STORE_LEFT_OVER,
                                "`" + left + "` was left by a run that was killed: " + FolderSize.of(left)
                                        + " bytes that nobody uses")
                        .help("`mvn packs:doctor -Dpacks.mend` clears it"),
                left,
                remedy);
    }

    /** How much room what takes. */
    public StoreSpace space() {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("packages", FolderSize.of(layout.packages()));
        parts.put("engines", FolderSize.of(layout.engines()));
        parts.put("catalogs", FolderSize.of(layout.catalogs()));
        parts.put(
                "otherCaches",
                FolderSize.of(layout.cache()) - parts.getOrDefault("engines", 0L) - parts.getOrDefault("catalogs", 0L));
        parts.put("blobs", FolderSize.of(layout.blobs()));
        parts.put("unfinished", FolderSize.of(layout.tmp()));
        StoreReader reader = new StoreReader(layout);
        List<StoreSpace.Part> shares = new ArrayList<>();
        for (InstalledPackage each : packages.whole()) {
            shares.add(new StoreSpace.Part(each.coordinates(), each.size(), reader.lastUse(each)));
        }
        shares.sort(Comparator.comparingLong(StoreSpace.Part::bytes)
                .reversed()
                .thenComparing(StoreSpace.Part::coordinates));
        return new StoreSpace(parts, shares, DiskFailure.usable(layout.root()));
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
