package dev.packs.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A process and everything that it started. Children are those that were seen as such while their parents lived, and, where the system shows the environment of processes (Linux), all
 * that carry the marker, so that who leaves its parent is found as well.
 */
final class ProcessTree {

    /** The variable that children inherit. */
    static final String MARKER = "PACKS_HOOK";

    private static final int ROUNDS = 50;
    private static final long PAUSE_MILLIS = 20;

    private final Process root;
    private final byte[] marker;
    private final Set<ProcessHandle> seen = new HashSet<>();

    ProcessTree(Process root, String marker) {
        this.root = root;
        this.marker = (MARKER + "=" + marker).getBytes(StandardCharsets.US_ASCII);
    }

    /** Remembers the children that there are now: once their parent has ended nobody can tell whose they were. */
    synchronized void look() {
        List<ProcessHandle> known = List.copyOf(seen);
        root.descendants().forEach(seen::add);
        for (ProcessHandle each : known) {
            each.descendants().forEach(seen::add);
        }
    }

    /**
     * Ends all that is left, at once and without a word to it; again as long as there are new ones, since some may be starting others meanwhile.
     *
     * @return how many outlived the first process
     */
    synchronized int end() {
        boolean wasAlive = root.isAlive();
        Set<ProcessHandle> orphans = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            look();
            // Before its children are looked for again it has to be gone: it may start more. Its handle leaves alone
            // what it printed, which nobody may have read yet.
            root.toHandle().destroyForcibly();
            Set<ProcessHandle> left = living();
            if (left.isEmpty() && !root.isAlive()) {
                break;
            }
            orphans.addAll(left);
            left.forEach(ProcessHandle::destroyForcibly);
            pause();
        }
        return wasAlive ? 0 : orphans.size();
    }

    private Set<ProcessHandle> living() {
        Set<ProcessHandle> living = new HashSet<>();
        for (ProcessHandle each : seen) {
            if (each.isAlive()) {
                living.add(each);
            }
        }
        long own = ProcessHandle.current().pid();
        ProcessHandle.allProcesses()
                .filter(each -> each.pid() != own && each.pid() != root.pid() && isMarked(each))
                .forEach(living::add);
        return living;
    }

    private boolean isMarked(ProcessHandle process) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", String.valueOf(process.pid()), "environ"));
            return contains(environment);
        } catch (IOException another) {
            return false; // Somebody else's, gone meanwhile, or a system without such a file.
        }
    }

    private boolean contains(byte[] environment) {
        for (int at = 0; at + marker.length <= environment.length; at++) {
            int length = 0;
            while (length < marker.length && environment[at + length] == marker[length]) {
                length++;
            }
            if (length == marker.length) {
                return true;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
