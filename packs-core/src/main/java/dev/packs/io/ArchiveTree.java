package dev.packs.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files of a jar or zip archive that lies in memory, all of it checked before anything is handed out: see {@code docs/archives.md} for what is refused. Immutable, as
 * long as nobody changes the bytes that it was read from.
 */
public final class ArchiveTree implements FileTree {

    /** Up to this many unpacked bytes are kept after the check; a larger archive is unpacked again, file by file, as it is read. */
    private static final long KEPT = 8L << 20;

    private final ArchiveContent content;
    private final Map<RelativePath, ArchiveEntry> files = new HashMap<>();
    private final Map<RelativePath, byte[]> kept = new HashMap<>();
    private final SortedSet<RelativePath> paths;
    private final long size;

    private ArchiveTree(ArchiveBytes bytes, ArchiveLimits limits) {
        content = new ArchiveContent(bytes);
        ArchiveDirectory directory = new ArchiveDirectory(bytes, limits);
        List<ArchiveEntry> entries = directory.entries();
        size = checkTotal(bytes, entries, limits);
        checkNames(bytes, entries);
        content.checkTiles(entries, directory.start());
        for (ArchiveEntry entry : entries) {
            byte[] unpacked = content.unpack(entry);
            if (!entry.isFolder()) {
                files.put(entry.name(), entry);
                if (size <= KEPT) {
                    kept.put(entry.name(), unpacked);
                }
            }
        }
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    /**
     * Reads an archive.
     *
     * @param archive what messages call it
     * @param bytes the whole file; not copied
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#ARCHIVE_REFUSED}, with the entry and the reason
     */
    public static ArchiveTree read(String archive, byte[] bytes, ArchiveLimits limits) {
        return new ArchiveTree(new ArchiveBytes(archive, bytes), limits);
    }

    private static long checkTotal(ArchiveBytes bytes, List<ArchiveEntry> entries, ArchiveLimits limits) {
        long total = 0;
        for (ArchiveEntry entry : entries) {
            total += entry.size();
        }
        if (total > limits.totalBytes()) {
            throw bytes.refuse(null, "it unpacks to " + total + " bytes, more than " + limits.totalBytes());
        }
        if (limits.isBomb(bytes.length(), total)) {
            throw bytes.refuse(null, "it unpacks to more than " + limits.ratio() + " times its size");
        }
        return total;
    }

    /** A folder may be listed twice, as old build tools do; a file may not, nor anything that a file system could take for the same name. */
    private static void checkNames(ArchiveBytes bytes, List<ArchiveEntry> entries) {
        Map<String, String> fileNames = new HashMap<>();
        Map<String, String> folderNames = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (ArchiveEntry entry : entries) {
            String name = entry.name().text();
            if (!entry.isFolder()) {
                String twin = fileNames.put(entry.name().collisionKey(), name);
                if (twin != null) {
                    throw bytes.refuse(name, "it is the same file as `" + twin + "` on some file systems");
                }
            }
            for (String folder : foldersOf(entry)) {
                if (!known.add(folder)) {
                    continue;
                }
                String twin = folderNames.put(RelativePath.parse(folder).collisionKey(), folder);
                if (twin != null) {
                    throw bytes.refuse(name, "its folder is the same as `" + twin + "` on some file systems");
                }
            }
        }
        for (Map.Entry<String, String> file : fileNames.entrySet()) {
            String folder = folderNames.get(file.getKey());
            if (folder != null) {
                throw bytes.refuse(file.getValue(), "it is a file where `" + folder + "` is a folder");
            }
        }
    }

    private static List<String> foldersOf(ArchiveEntry entry) {
        String name = entry.name().text();
        List<String> folders = new ArrayList<>();
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            folders.add(name.substring(0, slash));
        }
        if (entry.isFolder()) {
            folders.add(name);
        }
        return folders;
    }

    /** How many bytes all files have together, unpacked. */
    public long size() {
        return size;
    }

    @Override
    public SortedSet<RelativePath> paths() {
        return paths;
    }

    @Override
    public Optional<byte[]> read(RelativePath path) {
        ArchiveEntry entry = files.get(path);
        if (entry == null) {
            return Optional.empty();
        }
        byte[] known = kept.get(path);
        return Optional.of(known == null ? content.unpack(entry) : known.clone());
    }

    @Override
    public boolean isExecutable(RelativePath path) {
        ArchiveEntry entry = files.get(path);
        return entry != null && entry.isExecutable();
    }
}
