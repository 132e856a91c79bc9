package dev.packs.hook;

import dev.packs.terminal.PlainText;
import dev.packs.terminal.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads what a hook prints to its end, and passes on as much of it as a person may want to read: plain lines, of bounded length and number, without secrets. */
final class HookOutput implements Runnable {

    static final int MOST_LINES = 1_000;
    static final int LONGEST_LINE = 2_000;

    private final InputStream stream;
    private final Secrets secrets;
    private final Consumer<String> log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean isCut;
    private int lines;

    HookOutput(InputStream stream, Secrets secrets, Consumer<String> log) {
        this.stream = stream;
        this.secrets = secrets;
        this.log = log;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try (stream) {
            int count = stream.read(buffer);
            while (count >= 0) {
                for (int i = 0; i < count && lines <= MOST_LINES; i++) {
                    accept(buffer[i]);
                }
                count = stream.read(buffer);
            }
        } catch (IOException ended) {
            // The stream was closed with the process.
        }
        if (line.size() > 0) {
            pass();
        }
    }

    private void accept(byte next) {
        if (next == '\n') {
            pass();
        } else if (line.size() <= 4 * LONGEST_LINE) {
            line.write(next);
        } else {
            isCut = true;
        }
    }

    private void pass() {
        lines++;
        // Escapes first: one in the middle of a secret would hide it from the mask, and then vanish.
        String text = escapesTaken(line.toString(StandardCharsets.UTF_8)).stripTrailing();
        String shown = isCut ? secrets.maskedCut(text) : secrets.masked(text);
        line.reset();
        isCut = false;
        if (lines > MOST_LINES) {
            log.accept("  … it printed more, which is not shown");
            return;
        }
        log.accept("  | " + PlainText.line(shown, LONGEST_LINE));
    }

    /** Colours are so usual that what is left of them would make every line hard to read. */
    private static String escapesTaken(String text) {
        return text.indexOf('\u001b') < 0 ? text : text.replaceAll("\u001b(\\[[0-9;?]{0,20}[A-Za-z]|[()][0-9A-Z])", "");
    }
}
