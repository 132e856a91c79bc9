package dev.packs.store;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.DiskFailure;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads every file of every package and holds it against its record. Takes no lock: what goes or appears meanwhile is whole before and after. */
final class PackageExamination {

    /** Folders of groups, names and versions, with those of packages in them. */
    private static final int DEPTH = 4;

    private final StoreLayout layout;
    private final List<StoreFinding> findings = new ArrayList<>();
    private final List<InstalledPackage> whole = new ArrayList<>();
    private int files;

    PackageExamination(StoreLayout layout) {
        this.layout = layout;
    }

    /** Looks at everything below {@code packages/}. */
    void run() {
        if (Files.isDirectory(layout.packages(), LinkOption.NOFOLLOW_LINKS)) {
            look(layout.packages(), DEPTH);
        }
    }

    List<StoreFinding> findings() {
        return Collections.unmodifiableList(findings);
    }

    /** The packages with which nothing is wrong. */
    List<InstalledPackage> whole() {
        return Collections.unmodifiableList(whole);
    }

    /** How many files were held against their digest. */
    int files() {
        return files;
    }

    private void look(Path folder, int depth) {
        for (Path child : children(folder)) {
            if (Files.isSymbolicLink(child)) {
                findings.add(StoreExamination.link(child));
            } else if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                findings.add(stranger(child));
            } else if (depth == 1) {
                examine(child);
            } else {
                look(child, depth - 1);
            }
        }
    }

    private void examine(Path folder) {
        Optional<String> damage = damage(layout, folder);
        if (damage.isPresent()) {
            // Somebody may have taken it out, or put a whole one there, while it was read.
            damage = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) ? damage(layout, folder) : Optional.empty();
        }
        if (damage.isPresent()) {
            findings.add(StoreFinding.harmful(
                    Problem.of(
                                    ProblemCode.DIGEST_MISMATCH,
                                    "the package in `" + folder + "` is damaged: " + damage.get()
                                            + "; whatever needs it fails")
                            .help(
                                    "`mvn packs:doctor -Dpacks.mend` takes it out of the store, and the next `mvn packs:install` brings it again"),
                    folder,
                    StoreFinding.Remedy.TAKE_OUT));
            return;
        }
        StoreReader.recordOf(folder).ifPresent(record -> {
            whole.add(new InstalledPackage(layout, record));
            files += record.files().size();
            lookForStrangers(folder, record);
        });
    }

    /** What is wrong with the package in a folder. */
    static Optional<String> damage(StoreLayout layout, Path folder) {
        Optional<PackageRecord> record = StoreReader.recordOf(folder)
                .filter(found -> layout.folderOf(found.coordinates()).equals(folder));
        if (record.isEmpty()) {
            return Optional.of(
                    "its record `" + PackageRecord.FILE_NAME + "` is missing, cut off, or that of another package");
        }
        List<Problem> damaged = new InstalledPackage(layout, record.get()).verify();
        if (damaged.isEmpty()) {
            return Optional.empty();
        }
        String first = damaged.get(0).message();
        String what = first.substring(first.indexOf("damaged: ") + "damaged: ".length());
        return Optional.of(damaged.size() == 1 ? what : what + ", and so are " + (damaged.size() - 1) + " more");
    }

    private void lookForStrangers(Path folder, PackageRecord record) {
        Set<Path> known = new HashSet<>();
        known.add(folder.resolve(PackageRecord.FILE_NAME));
        for (RelativePath path : record.files().keySet()) {
            known.add(path.under(folder));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(each -> !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && !known.contains(each))
                    .sorted()
                    .forEach(each -> findings.add(stranger(each)));
        } catch (IOException failed) {
            throw DiskFailure.reading(folder, failed);
        }
    }

    private static StoreFinding stranger(Path file) {
        return StoreFinding.note(
                Problem.of(
                                ProblemCode.STORE_STRANGER,
                                "`" + file + "` belongs to no package: nothing reads it, and it only takes room")
                        .help("delete it if it is not yours; nothing here needs it"),
                file,
                StoreFinding.Remedy.NONE);
    }

    /** In order; none of what is gone by now. */
    static List<Path> children(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            children.forEach(found::add);
        } catch (NoSuchFileException gone) {
            return List.of();
        } catch (IOException failed) {
            throw DiskFailure.reading(folder, failed);
        }
        Collections.sort(found);
        return found;
    }
}
