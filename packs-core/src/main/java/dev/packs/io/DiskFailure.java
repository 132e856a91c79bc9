package dev.packs.io;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Puts into words why the file system did not do what it was asked. */
public final class DiskFailure {

    /** What the systems that we know say; a localised one is recognised by the space that is left. */
    private static final List<String> FULL =
            List.of("no space left on device", "disk quota exceeded", "not enough space on the disk");

    private DiskFailure() {}

    /**
     * A write that failed.
     *
     * @param needed how many bytes were to be written
     * @return {@link ProblemCode#DISK_FULL} or {@link ProblemCode#WRITE_FAILED}
     */
    public static PacksException writing(Path file, long needed, IOException failed) {
        if (isFull(file, needed, failed)) {
            return new PacksException(full(file, needed), failed);
        }
        Problem problem =
                Problem.of(ProblemCode.WRITE_FAILED, "`" + file + "` could not be written: " + reason(failed));
        return new PacksException(
                problem.help(
                        failed instanceof AccessDeniedException
                                ? "give the user who runs the build the right to write there"
                                : "see that files can be written there, or name another folder"),
                failed);
    }

    /** @return {@link ProblemCode#READ_FAILED} */
    public static PacksException reading(Path file, IOException failed) {
        return new PacksException(
                Problem.of(ProblemCode.READ_FAILED, "`" + file + "` could not be read: " + reason(failed)), failed);
    }

    /** That there is no room for so many bytes where the path lies. */
    public static Problem full(Path file, long needed) {
        return Problem.of(
                        ProblemCode.DISK_FULL,
                        "the disk is full: `" + file + "` needs " + size(needed) + ", and " + size(usable(file))
                                + " are free")
                .help("free some space there, or name another folder");
    }

    private static boolean isFull(Path file, long needed, IOException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && FULL.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains)) {
                return true;
            }
        }
        return !(failed instanceof AccessDeniedException) && needed > 0 && usable(file) < needed;
    }

    /** How many bytes may still be written where the path lies or would lie; the largest number if the system does not say. */
    public static long usable(Path path) {
        for (Path place = path.toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.exists(place)) {
                try {
                    return Files.getFileStore(place).getUsableSpace();
                } catch (IOException unknown) {
                    return Long.MAX_VALUE;
                }
            }
        }
        return Long.MAX_VALUE;
    }

    private static String reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failed instanceof FileAlreadyExistsException || failed instanceof NotDirectoryException) {
            return "a file stands where a folder has to be";
        }
        if (failed instanceof FileSystemException problem && problem.getReason() != null) {
            return problem.getReason();
        }
        String message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message;
    }

    private static String size(long bytes) {
        if (bytes < 10_000) {
            return bytes + " bytes";
        }
        return bytes < 10_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
    }
}
