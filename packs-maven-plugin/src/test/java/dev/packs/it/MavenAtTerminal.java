package dev.packs.it;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A Maven at a real pseudo-terminal, with somebody who waits for questions and types. Closing it kills it if it still runs. */
public final class MavenAtTerminal implements AutoCloseable {

    /** What a terminal would obey instead of showing it. */
    private static final Pattern ESCAPES = Pattern.compile("\u001b(\\[[0-9;?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>])|\u0007");

    private static final char INTERRUPT = 3;

    private final PtyProcess process;
    private final Duration timeout;
    private final StringBuilder printed = new StringBuilder();
    private int read;

    private MavenAtTerminal(PtyProcess process, Duration timeout) {
        this.process = process;
        this.timeout = timeout;
        Thread reader = new Thread(this::read, "screen");
        reader.setDaemon(true);
        reader.start();
    }

    static MavenAtTerminal start(List<String> command, Path folder, Map<String, String> variables, Duration timeout)
            throws IOException {
        return new MavenAtTerminal(
                new PtyProcessBuilder(command.toArray(new String[0]))
                        .setDirectory(folder.toString())
                        .setEnvironment(variables)
                        .setInitialColumns(400)
                        .setInitialRows(60)
                        .start(),
                timeout);
    }

    private void read() {
        byte[] buffer = new byte[4096];
        try (InputStream screen = process.getInputStream()) {
            int count = screen.read(buffer);
            while (count >= 0) {
                synchronized (printed) {
                    printed.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                }
                count = screen.read(buffer);
            }
        } catch (IOException ended) {
            // A pseudo-terminal breaks off with its process.
        }
    }

    /** Everything that came to the screen, as bytes came. */
    public String raw() {
        synchronized (printed) {
            return printed.toString();
        }
    }

    /** The same as somebody reads it. */
    public String screen() {
        return ESCAPES.matcher(raw()).replaceAll("").replace("\r", "");
    }

    /** The lines as they stand there in the end: what follows a carriage return is written over what was there. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String line : ESCAPES.matcher(raw()).replaceAll("").split("\n", -1)) {
            StringBuilder shown = new StringBuilder();
            for (String part : line.split("\r", -1)) {
                shown.replace(0, Math.min(part.length(), shown.length()), part);
            }
            lines.add(shown.toString().stripTrailing());
        }
        return lines;
    }

    /**
     * Waits until a text is to be read, behind what was waited for before.
     *
     * @throws AssertionError when Maven ends before, or the time is up
     */
    public MavenAtTerminal awaits(String text) {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            boolean over = !process.isAlive() || System.nanoTime() - end > 0;
            int found = screen().indexOf(text, read);
            if (found >= 0) {
                read = found + text.length();
                return this;
            }
            if (over) {
                throw new AssertionError("`" + text + "` was never to be read:\n" + screen());
            }
            sleep();
        }
    }

    /** Types a line. */
    public MavenAtTerminal types(String line) {
        return sends(line + "\r");
    }

    /** Ctrl-C. */
    public MavenAtTerminal interrupts() {
        return sends(String.valueOf(INTERRUPT));
    }

    private MavenAtTerminal sends(String keys) {
        try {
            process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(screen(), e);
        }
    }

    /**
     * Waits for the end.
     *
     * @throws AssertionError when the time is up
     */
    public MavenResult await() {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Maven still ran after " + timeout + ":\n" + screen());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        sleep();
        return new MavenResult(process.exitValue(), screen());
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
