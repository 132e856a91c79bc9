package dev.packs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A Maven that has been started and can be waited for or killed. Closing it kills it if it still runs. */
public final class RunningMaven implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final Duration timeout;

    RunningMaven(Process process, Path log, Duration timeout) {
        this.process = process;
        this.log = log;
        this.timeout = timeout;
    }

    /**
     * Waits for the end.
     *
     * @throws AssertionError when the time is up, with what was printed; Maven is killed then
     */
    public MavenResult await() {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new AssertionError("Maven still ran after " + timeout + ":\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return new MavenResult(process.exitValue(), output());
    }

    /**
     * Waits until something has happened while Maven runs: a file exists, a request was made.
     *
     * @throws AssertionError when Maven ends before, or the time is up
     */
    public RunningMaven awaitThat(BooleanSupplier happened) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!happened.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("Maven ended, or took too long, before it happened:\n" + output());
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return this;
    }

    /** Ends Maven at once and without a word to it ({@code kill -9}), children first, and waits until it is gone. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** What has been printed so far. */
    public String output() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
