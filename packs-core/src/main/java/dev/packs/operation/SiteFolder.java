package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.AtomicFiles;
import dev.packs.io.DiskFailure;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The folder that becomes a site. Files are written beside it; at the end the folder gets another name and the new one takes its place. A list of its files lies in it, so that what an earlier site had and
 * this one has not goes away, and nothing else does: with anything else in it the folder is refused, or, on demand, kept, and the files are moved into it one by one.
 */
final class SiteFolder implements AutoCloseable {

    static final String LEDGER = ".packs-site";

    private static final String HEAD = "packs-site 1";
    private static final String NEW = "new";
    private static final int MOST_NAMED = 5;

    private final Path folder;
    private final SortedSet<String> before;
    private final boolean hasOthers;
    private final @Nullable TemporaryFolder aside;
    private final Set<Path> made = new HashSet<>();
    private final SortedSet<String> written = new TreeSet<>();
    private int created;
    private int changed;
    private int unchanged;

    private SiteFolder(Path folder, SortedSet<String> before, boolean hasOthers, @Nullable TemporaryFolder aside) {
        this.folder = folder;
        this.before = before;
        this.hasOthers = hasOthers;
        this.aside = aside;
    }

    /**
     * Opens a folder, which need not be there.
     *
     * @throws PacksException {@link ProblemCode#SITE_FOLDER_TAKEN} if something else lies in it and the request does not say to go on
     */
    static SiteFolder open(MakeSite.Request request) {
        if (!request.isDry()) {
            putBack(request.output());
        }
        Path folder = real(request.output());
        SortedSet<String> there = files(folder);
        SortedSet<String> before = there.contains(LEDGER) ? ledger(folder.resolve(LEDGER)) : new TreeSet<>();
        before.retainAll(there);
        SortedSet<String> others = new TreeSet<>(there);
        others.removeAll(before);
        others.remove(LEDGER);
        if (!others.isEmpty() && !request.isForced()) {
            throw taken(request.output(), others);
        }
        Path above = folder.toAbsolutePath().getParent();
        TemporaryFolder aside = request.isDry() ? null : TemporaryFolder.beside(above == null ? folder : above);
        return new SiteFolder(folder, before, !others.isEmpty(), aside);
    }

    /** A process that was killed between its two moves left no site, but the one before beside its place. */
    private static void putBack(Path output) {
        Path folder = output.toAbsolutePath().normalize();
        try {
            if (Files.isSymbolicLink(folder)) {
                folder = folder.resolveSibling(Files.readSymbolicLink(folder)).normalize();
            }
        } catch (IOException failed) {
            throw DiskFailure.reading(folder, failed);
        }
        Path above = folder.getParent();
        if (above != null && Files.isDirectory(above) && !Files.exists(folder)) {
            TemporaryFolder.putBack(folder);
        }
    }

    /** Where a link leads to is what becomes the site. */
    private static Path real(Path folder) {
        if (!Files.exists(folder)) {
            return folder.toAbsolutePath().normalize();
        }
        if (!Files.isDirectory(folder)) {
            throw Problem.of(ProblemCode.SITE_FOLDER_TAKEN, "`" + folder + "` is a file, and a site is a folder")
                    .help("name another one: -Dpacks.output=…")
                    .asException();
        }
        try {
            return folder.toRealPath();
        } catch (IOException failed) {
            throw DiskFailure.reading(folder, failed);
        }
    }

    private static PacksException taken(Path folder, SortedSet<String> others) {
        List<String> named = others.stream().limit(MOST_NAMED).toList();
        int more = others.size() - named.size();
        return Problem.of(
                        ProblemCode.SITE_FOLDER_TAKEN,
                        "`" + folder + "` holds what is no part of a site: " + String.join(", ", named)
                                + (more > 0 ? " and " + more + " more" : ""))
                .help("name another folder with -Dpacks.output=…, or add -Dpacks.force: then that stays, and only"
                        + " files of the same name are replaced")
                .asException();
    }

    /** Everything that is no folder, with slashes; links are not followed. */
    private static SortedSet<String> files(Path folder) {
        SortedSet<String> files = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(folder.relativize(file).toString().replace('\\', '/'));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw DiskFailure.reading(folder, failed);
        }
        return files;
    }

    /** The files that an earlier run wrote; what is no list of ours names none. */
    private static SortedSet<String> ledger(Path file) {
        SortedSet<String> files = new TreeSet<>();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (!lines.isEmpty() && lines.get(0).equals(HEAD)) {
                for (String line : lines.subList(1, lines.size())) {
                    if (RelativePath.fault(line).isEmpty()) {
                        files.add(line);
                    }
                }
            }
        } catch (IOException unreadable) {
            return new TreeSet<>();
        }
        return files;
    }

    /** A file of the site. */
    void add(RelativePath path, byte[] content) {
        Path there = path.under(folder);
        try {
            if (AtomicFiles.isEqual(there, content)) {
                unchanged++;
            } else if (Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
                changed++;
            } else {
                created++;
            }
        } catch (IOException failed) {
            throw DiskFailure.reading(there, failed);
        }
        written.add(path.text());
        stage(path, content);
    }

    private void stage(RelativePath path, byte[] content) {
        if (aside == null) {
            return;
        }
        Path file = path.under(aside.path().resolve(NEW));
        try {
            Path parent = file.getParent();
            if (parent != null && made.add(parent)) {
                Files.createDirectories(parent);
            }
            Files.write(file, content);
        } catch (IOException failed) {
            throw DiskFailure.writing(file, content.length, failed);
        }
    }

    /** Puts the site where it belongs; what is equal already stays as it is. */
    MakeSite.Changes finish() {
        SortedSet<String> stale = new TreeSet<>(before);
        stale.removeAll(written);
        MakeSite.Changes changes = new MakeSite.Changes(created, changed, unchanged, stale.size());
        if (aside == null || (created == 0 && changed == 0 && stale.isEmpty())) {
            return changes;
        }
        stage(RelativePath.parse(LEDGER), ledger(written));
        try {
            if (!isReplaced(aside)) {
                moveIn(aside.path().resolve(NEW), stale);
            }
        } catch (IOException failed) {
            throw DiskFailure.writing(folder, 0, failed);
        }
        return changes;
    }

    private static byte[] ledger(SortedSet<String> files) {
        return (HEAD + "\n" + String.join("\n", files) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The whole folder at once, where nobody stands in it and it is ours to move. */
    private boolean isReplaced(TemporaryFolder from) throws IOException {
        boolean isThere = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (hasOthers || (isThere && Path.of("").toAbsolutePath().startsWith(folder))) {
            return false;
        }
        if (isThere) {
            try {
                from.take(folder);
            } catch (IOException notMovable) {
                // Another file system begins here, or somebody has a file of it open.
                return false;
            }
        } else {
            Path above = folder.getParent();
            if (above != null) {
                Files.createDirectories(above);
            }
        }
        try {
            Files.move(from.path().resolve(NEW), folder, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException failed) {
            if (isThere) {
                from.giveBack();
            }
            return false;
        }
    }

    /** File by file, each whole. The list names everything that may be there, so that a run that is killed leaves nothing that the next one would not know. */
    private void moveIn(Path from, SortedSet<String> stale) throws IOException {
        SortedSet<String> all = new TreeSet<>(written);
        all.addAll(before);
        for (String path : all) {
            requireNoLinks(RelativePath.parse(path).under(folder));
        }
        AtomicFiles files = AtomicFiles.fast();
        files.write(folder.resolve(LEDGER), ledger(all));
        for (String path : written) {
            RelativePath relative = RelativePath.parse(path);
            files.write(relative.under(folder), Files.readAllBytes(relative.under(from)));
        }
        for (String path : stale) {
            Path file = RelativePath.parse(path).under(folder);
            Files.deleteIfExists(file);
            deleteEmpty(file.getParent());
        }
        files.write(folder.resolve(LEDGER), ledger(written));
    }

    /** What somebody linked into the folder lies elsewhere, where nothing of ours belongs. */
    private void requireNoLinks(Path file) {
        for (Path each = file.getParent(); each != null && !each.equals(folder); each = each.getParent()) {
            if (Files.isSymbolicLink(each)) {
                throw Problem.of(
                                ProblemCode.LINK_REFUSED,
                                "`" + each + "` is a link, and no pages are written behind it")
                        .help("put a folder in its place, or name another one with -Dpacks.output=…")
                        .asException();
            }
        }
    }

    private void deleteEmpty(@Nullable Path inside) throws IOException {
        for (Path each = inside; each != null && !each.equals(folder); each = each.getParent()) {
            try {
                Files.deleteIfExists(each);
            } catch (DirectoryNotEmptyException inUse) {
                return;
            }
        }
    }

    @Override
    public void close() {
        if (aside != null) {
            aside.close();
        }
    }
}
