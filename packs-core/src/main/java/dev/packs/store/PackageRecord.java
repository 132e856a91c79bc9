package dev.packs.store;

import dev.packs.PacksException;
import dev.packs.integrity.Digest;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackageCoordinates;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the store knows of an unpacked package: the file {@code .packs-package} in its folder, in lines of plain text.
 *
 * @param archive the digest of the jar or zip that it was unpacked from
 * @param files every file of the package
 */
record PackageRecord(PackageCoordinates coordinates, Digest archive, SortedMap<RelativePath, Entry> files) {

    static final String FILE_NAME = ".packs-package";

    private static final String FIRST_LINE = "packs-package 1";

    /**
     * One file of a package.
     *
     * @param size in bytes
     */
    record Entry(Digest digest, long size, boolean isExecutable) {}

    PackageRecord {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** How many bytes the files have together. */
    long size() {
        long size = 0;
        for (Entry entry : files.values()) {
            size += entry.size();
        }
        return size;
    }

    /** The last line counts the files, so that a text which was cut off is not taken for a record. */
    String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE + "\n");
        text.append("coordinates ").append(coordinates).append('\n');
        text.append("archive ").append(archive).append('\n');
        for (Map.Entry<RelativePath, Entry> file : files.entrySet()) {
            Entry entry = file.getValue();
            text.append(entry.isExecutable() ? "run " : "file ")
                    .append(entry.digest())
                    .append(' ')
                    .append(entry.size())
                    .append(' ')
                    .append(file.getKey())
                    .append('\n');
        }
        return text.append("end ").append(files.size()).append('\n').toString();
    }

    /** The record if the text is a whole one. */
    static Optional<PackageRecord> find(String text) {
        String[] lines = text.split("\n", -1);
        int count = lines.length - 5;
        if (count < 0
                || !lines[0].equals(FIRST_LINE)
                || !lines[1].startsWith("coordinates ")
                || !lines[2].startsWith("archive ")
                || !lines[lines.length - 2].equals("end " + count)) {
            return Optional.empty();
        }
        try {
            SortedMap<RelativePath, Entry> files = new TreeMap<>();
            for (int i = 3; i < 3 + count; i++) {
                String[] parts = lines[i].split(" ", 4);
                Optional<Digest> digest = parts.length == 4 ? Digest.find(parts[1]) : Optional.empty();
                if (digest.isEmpty() || !(parts[0].equals("run") || parts[0].equals("file"))) {
                    return Optional.empty();
                }
                files.put(
                        RelativePath.parse(parts[3]),
                        new Entry(digest.get(), Long.parseLong(parts[2]), parts[0].equals("run")));
            }
            PackageCoordinates coordinates = PackageCoordinates.parse(lines[1].substring("coordinates ".length()));
            Optional<Digest> archive = Digest.find(lines[2].substring("archive ".length()));
            return archive.isPresent()
                    ? Optional.of(new PackageRecord(coordinates, archive.get(), files))
                    : Optional.empty();
        } catch (PacksException | NumberFormatException damaged) {
            return Optional.empty();
        }
    }
}
