package dev.packs.store;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.io.FileTree;
import dev.packs.io.RegularFile;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackageCoordinates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A package in the store. Each file is held against its digest when it is read; whatever else lies in its folder does not exist for it. */
public final class InstalledPackage implements FileTree {

    private final StoreLayout layout;
    private final PackageRecord record;

    InstalledPackage(StoreLayout layout, PackageRecord record) {
        this.layout = layout;
        this.record = record;
    }

    public PackageCoordinates coordinates() {
        return record.coordinates();
    }

    /** The digest of the jar or zip that was unpacked, as the lock records it. */
    public Digest digest() {
        return record.archive();
    }

    /** How many bytes its files have together. */
    public long size() {
        return record.size();
    }

    public Path folder() {
        return layout.folderOf(record.coordinates());
    }

    @Override
    public SortedSet<RelativePath> paths() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(record.files().keySet()));
    }

    /** @throws PacksException {@link ProblemCode#DIGEST_MISMATCH} if the file is gone, or not the one that was unpacked */
    @Override
    public Optional<byte[]> read(RelativePath path) {
        PackageRecord.Entry entry = record.files().get(path);
        if (entry == null) {
            return Optional.empty();
        }
        Path file = path.under(folder());
        byte[] content;
        try {
            content = RegularFile.read(layout.requireNoLinks(file));
        } catch (PacksException unreadable) {
            PacksException damaged =
                    mismatch(path, "cannot be read, or is a link").asException();
            damaged.initCause(unreadable);
            throw damaged;
        }
        if (content.length != entry.size() || !Digest.of(content).equals(entry.digest())) {
            throw mismatch(path, "was changed since it was unpacked").asException();
        }
        return Optional.of(content);
    }

    @Override
    public boolean isExecutable(RelativePath path) {
        PackageRecord.Entry entry = record.files().get(path);
        return entry != null && entry.isExecutable();
    }

    /** Reads everything; empty if every file is what was unpacked. */
    public List<Problem> verify() {
        List<Problem> problems = new ArrayList<>();
        for (RelativePath path : record.files().keySet()) {
            try {
                read(path);
            } catch (PacksException damaged) {
                problems.addAll(damaged.problems());
            }
        }
        return problems;
    }

    private Problem mismatch(RelativePath path, String what) {
        return damage(coordinates(), "`" + path.under(folder()) + "` " + what);
    }

    static Problem damage(PackageCoordinates coordinates, String what) {
        return Problem.of(ProblemCode.DIGEST_MISMATCH, "the package `" + coordinates + "` is damaged: " + what)
                .help("run `mvn packs:install`, which unpacks it again");
    }
}
