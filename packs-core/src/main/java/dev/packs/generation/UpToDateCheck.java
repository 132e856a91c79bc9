package dev.packs.generation;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a build has nothing to do. Runs in every build, in a JVM that has compiled nothing of it yet, so it keeps to few classes of the JDK (no streams, lambdas,
 * regular expressions or formatting), to one call of the file system for each input and output, and to few steps for each: the ledger is read as bytes, and a path is taken
 * apart and encoded only where its folder differs from that of the file before.
 */
public final class UpToDateCheck {

    private static final byte SEPARATOR = (byte) File.separatorChar;

    private final byte[] ledger;
    private int at;

    private UpToDateCheck(byte[] ledger) {
        this.ledger = ledger;
    }

    /**
     * Whether the ledger was written for this key, no input has changed and every output is as it was written. In doubt, false.
     *
     * @param keyText everything that the output depends on and that is no file, compared as it is
     */
    public static boolean isUpToDate(Path ledger, String keyText, Path outputRoot) {
        try {
            if (keyText.isEmpty() || !Files.exists(ledger)) {
                return false;
            }
            return new UpToDateCheck(Files.readAllBytes(ledger)).holds(keyText, outputRoot);
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private boolean holds(String key, Path root) {
        return skip(LedgerFormat.HEADER)
                && skip(LedgerFormat.KEY)
                && number('\n') == key.length()
                && skip(key)
                && skip("\n" + LedgerFormat.INPUTS)
                && stampsHold(null)
                && skip(LedgerFormat.OUTPUTS)
                && stampsHold(root);
    }

    /** @param root that the paths are relative to; null if they are absolute */
    private boolean stampsHold(@Nullable Path root) {
        int lastFrom = 0;
        int lastTo = 0;
        Path folder = root;
        for (long left = number('\n'); left > 0; left--) {
            long size = number(' ');
            long modified = number(' ');
            long key = number(' ');
            int from = at;
            int name = from;
            int end = from;
            while (ledger[end] != '\n') {
                if (ledger[end] == '/' || ledger[end] == SEPARATOR) {
                    name = end + 1;
                }
                end++;
            }
            if (!Arrays.equals(ledger, from, name, ledger, lastFrom, lastTo)) {
                folder = name == from ? root : path(root, text(from, name));
                lastFrom = from;
                lastTo = name;
            }
            FileStamp now = FileStamp.of(path(folder, text(name, end)));
            if (size != now.size() || modified != now.modified() || key != now.key() || size == FileStamp.DOUBTFUL) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    private static Path path(@Nullable Path folder, String name) {
        return folder == null ? Path.of(name) : folder.resolve(name);
    }

    private String text(int from, int to) {
        return new String(ledger, from, to - from, StandardCharsets.UTF_8);
    }

    private boolean skip(String expected) {
        byte[] bytes = expected.getBytes(StandardCharsets.UTF_8);
        int end = at + bytes.length;
        if (end > ledger.length || !Arrays.equals(bytes, 0, bytes.length, ledger, at, end)) {
            return false;
        }
        at = end;
        return true;
    }

    private long number(char terminator) {
        boolean isNegative = ledger[at] == '-';
        int next = isNegative ? at + 1 : at;
        long value = 0;
        do {
            int digit = ledger[next] - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException("at " + next);
            }
            value = value * 10 + digit;
            next++;
        } while (ledger[next] != terminator);
        at = next + 1;
        return isNegative ? -value : value;
    }
}
