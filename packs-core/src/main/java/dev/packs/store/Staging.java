package dev.packs.store;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.Work;
import dev.packs.integrity.Digest;
import dev.packs.io.ArchiveLimits;
import dev.packs.io.ArchiveTree;
import dev.packs.io.DiskFailure;
import dev.packs.pack.PackageCoordinates;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** One run's way from a wanted package to a staged one: fetched, verified, unpacked out of sight. Safe for use by several threads. */
final class Staging implements AutoCloseable {

    /** What stays free after unpacking, for everybody else. */
    static final long MARGIN = 16L << 20;

    private final Store store;
    private final PackageFetcher fetcher;
    private @Nullable RunFolder run;
    private long promised;

    Staging(Store store, PackageFetcher fetcher) {
        this.store = store;
        this.fetcher = fetcher;
    }

    /** @throws PacksException whatever is wrong with the package or the disk */
    StagedPackage stage(WantedPackage wanted) {
        PackageCoordinates coordinates = wanted.coordinates();
        FetchedPackage fetched = fetcher.fetch(coordinates);
        byte[] bytes = read(fetched);
        Activity activity = store.settings().activity();
        Digest digest;
        ArchiveTree files;
        try (Step step = activity.start(Work.VERIFY, Subject.of(coordinates.toString(), fetched.origin()))) {
            digest = Digest.of(bytes);
            files = verified(wanted, fetched, digest, bytes);
            step.made(bytes.length, files.paths().size());
        }
        reserve(files.size());
        try (Step step = activity.start(Work.WRITE, Subject.of(coordinates.toString()))) {
            StagedPackage staged = store.writer().stage(run(), coordinates, digest, files);
            step.made(files.size(), files.paths().size());
            return staged;
        } finally {
            release(files.size());
        }
    }

    private static ArchiveTree verified(WantedPackage wanted, FetchedPackage fetched, Digest digest, byte[] bytes) {
        PackageCoordinates coordinates = wanted.coordinates();
        if (wanted.digest().isPresent() && !wanted.digest().get().equals(digest)) {
            throw Problem.of(
                            ProblemCode.DIGEST_MISMATCH,
                            "the package `" + coordinates + "` from " + fetched.origin() + " has the digest `" + digest
                                    + "`; the lock has `" + wanted.digest().get() + "`")
                    .help("other content was published under the same version; ask who did it, and only then run"
                            + " `mvn packs:update`")
                    .asException();
        }
        return ArchiveTree.read(coordinates.toString(), bytes, ArchiveLimits.ofPackages());
    }

    /** Another process may truncate or replace the file while it is read, so everything after this works on the bytes alone. */
    private static byte[] read(FetchedPackage fetched) {
        try {
            return Files.readAllBytes(fetched.file());
        } catch (IOException failed) {
            throw DiskFailure.reading(fetched.file(), failed);
        }
    }

    private synchronized void reserve(long size) {
        long needed = promised + size + MARGIN;
        if (store.space().usable(store.layout().root()) < needed) {
            throw DiskFailure.full(store.layout().root(), needed).asException();
        }
        promised += size;
    }

    private synchronized void release(long size) {
        promised -= size;
    }

    /** The run's folder, made when it is first needed, so that a store with nothing to do is not written to. */
    synchronized RunFolder run() {
        RunFolder open = run;
        if (open == null) {
            open = store.newRun();
            run = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        RunFolder open = run;
        if (open != null) {
            run = null;
            open.close();
        }
    }
}
