package dev.packs.generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decides whether a build has nothing to do. Runs in every build, so it keeps to few classes of the JDK: no streams, lambdas, regular expressions or formatting, and one call of
 * the file system for each input and output.
 */
public final class UpToDateCheck {

    private final String text;
    private int at;

    private UpToDateCheck(String text) {
        this.text = text;
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
            return new UpToDateCheck(new String(Files.readAllBytes(ledger), StandardCharsets.UTF_8))
                    .holds(keyText, outputRoot);
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private boolean holds(String key, Path root) {
        if (!skip(LedgerFormat.HEADER) || !skip(LedgerFormat.KEY) || number('\n') != key.length() || !skip(key)) {
            return false;
        }
        return skip("\n" + LedgerFormat.INPUTS)
                && stampsHold(null)
                && skip(LedgerFormat.OUTPUTS)
                && stampsHold(root.toString() + root.getFileSystem().getSeparator());
    }

    private boolean stampsHold(@org.jspecify.annotations.Nullable String folder) {
        for (long left = number('\n'); left > 0; left--) {
            long size = number(' ');
            long modified = number(' ');
            long key = number(' ');
            int end = text.indexOf('\n', at);
            String name = text.substring(at, end);
            FileStamp now = FileStamp.of(Path.of(folder == null ? name : folder + name));
            if (size != now.size() || modified != now.modified() || key != now.key() || size == FileStamp.DOUBTFUL) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    private boolean skip(String expected) {
        if (!text.startsWith(expected, at)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    private long number(char terminator) {
        int end = text.indexOf(terminator, at);
        long value = Long.parseLong(text, at, end, 10);
        at = end + 1;
        return value;
    }
}
