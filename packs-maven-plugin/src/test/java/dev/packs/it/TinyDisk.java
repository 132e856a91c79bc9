package dev.packs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system of a few MiB in memory, for what happens when it is full. Unmounted when closed. */
public final class TinyDisk implements AutoCloseable {

    private final Path folder;

    private TinyDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts a tmpfs at a new folder; where this user must not mount, the test is aborted with what {@code mount} said. */
    public static TinyDisk mount(Path folder, int mebibytes) {
        return mount(folder, "size=" + mebibytes + "m");
    }

    /** The same with room for only so many files and folders, so that it is full while there are bytes left. */
    public static TinyDisk mount(Path folder, int mebibytes, int files) {
        return mount(folder, "size=" + mebibytes + "m,nr_inodes=" + files);
    }

    private static TinyDisk mount(Path folder, String options) {
        try {
            Files.createDirectories(folder);
            String refusal = call("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
            Assumptions.assumeTrue(refusal.isEmpty(), () -> "a tmpfs cannot be mounted here: " + refusal);
        } catch (IOException e) {
            Assumptions.abort("a tmpfs cannot be mounted here: " + e.getMessage());
        }
        return new TinyDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Nobody can write there any more, not even root. */
    public TinyDisk readOnly() {
        return remount("ro");
    }

    /** As when somebody made room: so many files and folders fit. */
    public TinyDisk roomFor(int files) {
        return remount("nr_inodes=" + files);
    }

    private TinyDisk remount(String option) {
        try {
            String refusal = call("mount", "-o", "remount," + option, folder.toString());
            Assumptions.assumeTrue(refusal.isEmpty(), () -> "a tmpfs cannot be mounted again here: " + refusal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Leaves only so many bytes free. */
    public TinyDisk fillUpTo(long free) {
        try {
            Files.deleteIfExists(folder.resolve("filler"));
            long usable = Files.getFileStore(folder).getUsableSpace();
            Files.write(folder.resolve("filler"), new byte[Math.toIntExact(Math.max(0, usable - free))]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    @Override
    public void close() {
        try {
            String refusal = call("umount", folder.toString());
            if (!refusal.isEmpty()) {
                throw new IllegalStateException("the tmpfs stays mounted: " + refusal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what was printed by a call that failed; empty for one that did not */
    private static String call(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            return process.waitFor() == 0 ? "" : "`" + String.join(" ", command) + "`: " + output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
