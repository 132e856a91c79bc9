package dev.packs.hook;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A process that is waited for, and with which all that it started ends: in time, when it is given up, and when somebody ends this Java machine. It gets no input. */
public final class GuardedProcess implements AutoCloseable {

    private static final long LOOK_MILLIS = 100;

    private final Process process;
    private final ProcessTree tree;
    private final Thread guard;

    private GuardedProcess(Process process, ProcessTree tree) {
        this.process = process;
        this.tree = tree;
        this.guard = new Thread(tree::end, "packs-process-guard");
    }

    /**
     * Starts it.
     *
     * @param builder gets a variable that marks what belongs to it
     */
    public static GuardedProcess start(ProcessBuilder builder) throws IOException {
        String marker = UUID.randomUUID().toString();
        builder.environment().put(ProcessTree.MARKER, marker);
        Process process = builder.start();
        GuardedProcess guarded = new GuardedProcess(process, new ProcessTree(process, marker));
        // Who ends Maven meanwhile ends the process too.
        Runtime.getRuntime().addShutdownHook(guarded.guard);
        try {
            process.getOutputStream().close();
            return guarded;
        } catch (IOException failed) {
            guarded.close();
            throw failed;
        }
    }

    InputStream output() {
        return process.getInputStream();
    }

    /** Waits until it has ended, however many others it leaves. False if it did not within the time. */
    public boolean await(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            tree.look();
            if (System.nanoTime() - end > 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Ends it and whatever it left.
     *
     * @return how many outlived it
     */
    int end() {
        return tree.end();
    }

    /** Of one that has ended. */
    public int exitValue() {
        return process.exitValue();
    }

    /** Ends it, if it has not ended, and whatever it left. */
    @Override
    public void close() {
        tree.end();
        try {
            Runtime.getRuntime().removeShutdownHook(guard);
        } catch (IllegalStateException ending) {
            // The machine is shutting down, and the guard does its work.
        }
    }
}
