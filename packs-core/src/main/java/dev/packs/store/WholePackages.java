package dev.packs.store;

import dev.packs.integrity.Digest;
import dev.packs.io.LastUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * Holds files and packages against their digests where nothing else is to be done, and says of nothing why it is wrong: then whoever asks takes the long way, which does. Written
 * without lambdas, streams and expressions, since a JVM of two seconds pays for each. For one use by one thread.
 */
public final class WholePackages {

    private static final String ARCHIVE = "archive ";

    private final StoreLayout layout;
    private final MessageDigest sha256 = Digest.sha256();
    private final HexFormat hex = HexFormat.of();
    private final Set<Path> withoutLinks = new HashSet<>();

    public WholePackages(StoreLayout layout) {
        this.layout = layout;
    }

    /** Whether no run has left anything, and none is at work. */
    public boolean isQuiet() {
        String[] entries = layout.tmp().toFile().list();
        return entries == null || entries.length == 0;
    }

    /**
     * Whether a package is there and whole; remembers that it was used.
     *
     * @param folder below {@code packages/}
     * @param archive what it has to come from, {@code sha256:…}
     */
    public boolean has(String folder, String archive) {
        Path place = layout.packages().resolve(folder);
        Path record = place.resolve(PackageRecord.FILE_NAME);
        try {
            if (!isWithoutLinks(place)) {
                return false;
            }
            String text = new String(read(record), StandardCharsets.UTF_8);
            if (!isRecordOf(text, archive) || !areFilesWhole(text, place)) {
                return false;
            }
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
        LastUse.remember(record);
        return true;
    }

    private static boolean isRecordOf(String text, String archive) {
        int line = text.indexOf('\n' + ARCHIVE);
        return line > 0 && text.startsWith(archive + '\n', line + 1 + ARCHIVE.length());
    }

    /** The lines between the head and the end, of which there have to be as many as the end says. */
    private boolean areFilesWhole(String text, Path place) throws IOException {
        int from = text.indexOf('\n', text.indexOf('\n' + ARCHIVE) + 1) + 1;
        int count = 0;
        while (!text.startsWith("end ", from)) {
            int end = text.indexOf('\n', from);
            int digest = text.indexOf(' ', from) + 1;
            int size = text.indexOf(' ', digest) + 1;
            int path = text.indexOf(' ', size) + 1;
            if (end < 0 || digest == 0 || size == 0 || path == 0 || path > end) {
                return false;
            }
            Path file = place.resolve(text.substring(path, end));
            Path parent = file.getParent();
            if (parent == null || !isWithoutLinks(parent) || !isWhole(file, text.substring(digest, size - 1))) {
                return false;
            }
            count++;
            from = end + 1;
        }
        return text.substring(from).equals("end " + count + '\n');
    }

    /**
     * Whether a file is there, no link, and has a digest.
     *
     * @param digest {@code sha256:…}
     */
    public boolean isWhole(Path file, String digest) {
        try {
            return digest.equals("sha256:" + hex.formatHex(sha256.digest(read(file))));
        } catch (IOException gone) {
            return false;
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readAllBytes();
        }
    }

    /** As {@link StoreLayout#requireNoLinks}, each folder once. */
    private boolean isWithoutLinks(Path folder) {
        for (Path place = folder; place != null && !place.equals(layout.root()); place = place.getParent()) {
            if (!withoutLinks.add(place)) {
                return true;
            }
            if (Files.isSymbolicLink(place)) {
                return false;
            }
        }
        return true;
    }
}
