package dev.packs.io;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes a folder with everything in it. Links are deleted, never followed. */
public final class DeletedTree extends SimpleFileVisitor<Path> {

    private DeletedTree() {}

    /**
     * Deletes a file, a link or a folder; does nothing if there is none. What somebody else deletes meanwhile is no failure.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#WRITE_FAILED}
     */
    public static void delete(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(path, new DeletedTree());
        } catch (IOException failed) {
            throw DiskFailure.writing(path, 0, failed);
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Disk.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
        if (failed instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failed;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
        if (failed != null) {
            throw failed;
        }
        Disk.deleteIfExists(folder);
        return FileVisitResult.CONTINUE;
    }
}
