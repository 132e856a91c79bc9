package dev.packs.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder to the last bit: its files with their bytes, its folders, empty ones too, and everybody's permissions. {@code .packs} folders are left out, as they are ours.
 *
 * @param entries by path relative to the folder, with {@code /} on every system
 */
public record ExactTree(SortedMap<String, Entry> entries) {

    public ExactTree {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /**
     * A file, a folder or something else.
     *
     * @param kind {@code file}, {@code folder}, {@code link} or {@code other}
     * @param permissions as {@code rwxr-xr-x}; empty where the system has none
     * @param content of a file; empty for the rest
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by difference()
    public record Entry(String kind, String permissions, byte[] content) {}

    /** A folder that does not exist is an empty tree. */
    public static ExactTree of(Path folder) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return new ExactTree(entries);
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                Path relative = folder.relativize(path);
                if (path.equals(folder) || isOurs(relative)) {
                    continue;
                }
                entries.put(relative.toString().replace(File.separatorChar, '/'), entry(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExactTree(entries);
    }

    /** For Groovy, which says {@code basedir} with a {@link File}. */
    public static ExactTree of(File folder) {
        return of(folder.toPath());
    }

    private static boolean isOurs(Path relative) {
        for (Path segment : relative) {
            if (segment.toString().equals(".packs")) {
                return true;
            }
        }
        return false;
    }

    private static Entry entry(Path path) throws IOException {
        boolean posix = Files.getFileStore(path).supportsFileAttributeView("posix");
        String permissions = posix
                ? PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
                : "";
        if (Files.isSymbolicLink(path)) {
            return new Entry("link", permissions, new byte[0]);
        }
        if (Files.isDirectory(path)) {
            return new Entry("folder", permissions, new byte[0]);
        }
        return Files.isRegularFile(path)
                ? new Entry("file", permissions, Files.readAllBytes(path))
                : new Entry("other", permissions, new byte[0]);
    }

    /** How many files there are. */
    public long files() {
        return entries.values().stream()
                .filter(entry -> entry.kind().equals("file"))
                .count();
    }

    /**
     * What is different in the other tree, one line for each path, sorted; empty if nothing is.
     *
     * @param mine what this tree is called in the lines
     * @param theirs what the other one is called
     */
    public List<String> differences(ExactTree other, String mine, String theirs) {
        SortedSet<String> paths = new TreeSet<>(entries.keySet());
        paths.addAll(other.entries.keySet());
        List<String> lines = new ArrayList<>();
        for (String path : paths) {
            Entry here = entries.get(path);
            Entry there = other.entries.get(path);
            if (here == null || there == null) {
                lines.add(path + ": only " + (here == null ? theirs + " has it" : mine + " has it"));
            } else if (!here.kind().equals(there.kind())) {
                lines.add(path + ": a " + here.kind() + " " + mine + ", a " + there.kind() + " " + theirs);
            } else if (!here.permissions().equals(there.permissions())) {
                lines.add(path + ": " + here.permissions() + " " + mine + ", " + there.permissions() + " " + theirs);
            } else if (!Arrays.equals(here.content(), there.content())) {
                lines.add(path + ": " + firstDifference(here.content(), there.content(), mine, theirs));
            }
        }
        return lines;
    }

    private static String firstDifference(byte[] here, byte[] there, String mine, String theirs) {
        int at = Arrays.mismatch(here, there);
        return "differs from byte " + at + " of " + here.length + " and " + there.length + ": `" + excerpt(here, at)
                + "` " + mine + ", `" + excerpt(there, at) + "` " + theirs;
    }

    private static String excerpt(byte[] content, int at) {
        int from = Math.max(0, at - 20);
        int to = Math.min(content.length, at + 40);
        return new String(content, from, to - from, StandardCharsets.ISO_8859_1)
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }
}
