package dev.packs.generation;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Decides whether a build has nothing to do. Runs in every build, in a JVM that has compiled nothing of it yet, so it keeps to few classes of the JDK (no streams, lambdas,
 * regular expressions or formatting) and to few steps for each output: of the ledger only its head is read, and of an output only its size and its time in milliseconds, by
 * {@link File}, which asks the system in one call each and keeps nothing. That does not tell a link from the file that it leads to, or a file from another one of the same size and time.
 */
public final class UpToDateCheck {

    private static final String INPUTS = "\n" + LedgerFormat.INPUTS;

    private final String head;
    private int at;

    private UpToDateCheck(String head) {
        this.head = head;
    }

    /**
     * Whether the ledger was written for this key, no input has changed and every output is as it was written. In doubt, false.
     *
     * @param keyText everything that the output depends on and that is no file, compared as it is
     */
    public static boolean isUpToDate(Path ledger, String keyText, Path outputRoot) {
        File file = ledger.toFile();
        if (keyText.isEmpty() || !file.exists()) {
            return false;
        }
        try {
            return new UpToDateCheck(head(file)).holds(keyText, outputRoot.toFile());
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static String head(File ledger) throws IOException {
        try (FileInputStream in = new FileInputStream(ledger)) {
            UpToDateCheck start = new UpToDateCheck(new String(in.readNBytes(40), StandardCharsets.ISO_8859_1));
            if (!start.skip(LedgerFormat.HEADER) || !start.skip(LedgerFormat.HEAD)) {
                return "";
            }
            int length = Integer.parseInt(start.upTo('\n'));
            in.getChannel().position(start.at);
            byte[] head = in.readNBytes(length);
            return head.length == length ? new String(head, StandardCharsets.UTF_8) : "";
        }
    }

    private boolean holds(String key, File root) {
        return skip(LedgerFormat.KEY)
                && upTo('\n').equals(Integer.toString(key.length()))
                && skip(key)
                && skip(INPUTS)
                && inputsHold()
                && skip(LedgerFormat.OUTPUTS)
                && outputsHold(root);
    }

    private boolean inputsHold() {
        for (int left = Integer.parseInt(upTo('\n')); left > 0; left--) {
            FileStamp then =
                    new FileStamp(Long.parseLong(upTo(' ')), Long.parseLong(upTo(' ')), Integer.parseInt(upTo(' ')));
            if (!then.isSame(FileStamp.of(Path.of(upTo('\n'))))) {
                return false;
            }
        }
        return true;
    }

    private boolean outputsHold(File root) {
        int count = Integer.parseInt(upTo(' '));
        String expected = upTo('\n');
        long sum = 0;
        for (int left = count; left > 0; left--) {
            File output = new File(root, upTo('\n'));
            sum = LedgerFormat.plus(sum, output.length(), output.lastModified());
        }
        return at == head.length() && Long.toString(sum).equals(expected);
    }

    private boolean skip(String expected) {
        if (!head.startsWith(expected, at)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    private String upTo(char terminator) {
        int end = head.indexOf(terminator, at);
        String part = head.substring(at, end);
        at = end + 1;
        return part;
    }
}
