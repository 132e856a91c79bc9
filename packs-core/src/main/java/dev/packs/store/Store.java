package dev.packs.store;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.Disk;
import dev.packs.io.DiskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** The local cache of one user, opened at its real path. Safe for use by several threads and processes. */
public final class Store {

    static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> WRITABLE_BY_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final StoreLayout layout;
    private final StoreSettings settings;
    private final DiskSpace space;

    private Store(StoreLayout layout, StoreSettings settings, DiskSpace space) {
        this.layout = layout;
        this.settings = settings;
        this.space = space;
    }

    /**
     * Opens the store, and makes its folder, for its owner alone, if there is none. The folder may be a link; nothing in it may.
     *
     * @throws PacksException {@link ProblemCode#STORE_UNUSABLE} or {@link ProblemCode#LINK_REFUSED}
     */
    public static Store open(Path home, StoreSettings settings) {
        return open(home, settings, new RealDisk());
    }

    /** A class, as lambdas cost a JVM that has just started more. */
    private static final class RealDisk implements DiskSpace {

        @Override
        public long usable(Path path) {
            return DiskFailure.usable(path);
        }
    }

    static Store open(Path home, StoreSettings settings, DiskSpace space) {
        StoreLayout layout = new StoreLayout(realPath(home));
        restrict(layout.root());
        layout.requireNoLinks(layout.packages());
        layout.requireNoLinks(layout.blobs());
        layout.requireNoLinks(layout.cache());
        layout.requireNoLinks(layout.tmp());
        layout.requireNoLinks(layout.projects());
        return new Store(layout, settings, space);
    }

    private static Path realPath(Path home) {
        try {
            if (!Files.isDirectory(home)) {
                Disk.makeFoldersAbove(home.toAbsolutePath());
                Disk.makeOwnFolder(home);
            }
            return home.toRealPath();
        } catch (IOException failed) {
            throw unusable(home, "cannot be made or entered", failed);
        }
    }

    static void restrict(Path root) {
        PosixFileAttributeView view = Files.getFileAttributeView(root, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        try {
            permissions.addAll(view.readAttributes().permissions());
            if (!OWNER_ONLY.containsAll(permissions)) {
                permissions.retainAll(OWNER_ONLY);
                Disk.setPermissions(view, root, permissions);
            }
        } catch (IOException notOurs) {
            if (isWritableByOthers(view)) {
                throw unusable(root, "can be written by other users, and its mode cannot be changed", notOurs);
            }
        }
    }

    private static boolean isWritableByOthers(PosixFileAttributeView view) {
        try {
            return view.readAttributes().permissions().stream().anyMatch(WRITABLE_BY_OTHERS::contains);
        } catch (IOException unknown) {
            return true;
        }
    }

    static PacksException unusable(Path path, String reason, IOException failed) {
        return new PacksException(
                Problem.of(ProblemCode.STORE_UNUSABLE, "the store `" + path + "` " + reason)
                        .help(
                                "name a folder that you can write with `-Dpacks.home=…` or the environment variable `PACKS_HOME`"),
                failed);
    }

    /** Whether anything can be changed in it; a shared one may be there for reading. */
    public boolean isWritable() {
        return Files.isWritable(layout.root());
    }

    public StoreLayout layout() {
        return layout;
    }

    public StoreReader reader() {
        return new StoreReader(layout);
    }

    public ProjectRegistry projects() {
        return new ProjectRegistry(layout);
    }

    public Blobs blobs() {
        return new Blobs(layout);
    }

    StoreWriter writer() {
        return new StoreWriter(layout, lock());
    }

    RunFolder newRun() {
        return RunFolder.open(layout);
    }

    StoreLock lock() {
        return new StoreLock(layout, settings);
    }

    StoreSettings settings() {
        return settings;
    }

    DiskSpace space() {
        return space;
    }
}
