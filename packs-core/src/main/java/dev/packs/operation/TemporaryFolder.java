package dev.packs.operation;

import dev.packs.io.DeletedTree;
import dev.packs.io.DiskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of the machine's temporary ones, which only this user can read, and which goes when it is closed. */
final class TemporaryFolder implements AutoCloseable {

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /** @throws dev.packs.PacksException {@link dev.packs.ProblemCode#WRITE_FAILED}, {@link dev.packs.ProblemCode#DISK_FULL} */
    static TemporaryFolder open() {
        try {
            // Its real path: where the temporary folder is itself a link, nothing below it has to follow one.
            return new TemporaryFolder(Files.createTempDirectory("packs-").toRealPath());
        } catch (IOException failed) {
            throw DiskFailure.writing(Path.of(System.getProperty("java.io.tmpdir")), 0, failed);
        }
    }

    Path path() {
        return path;
    }

    /** A file in it. */
    Path write(String name, byte[] content) {
        Path file = path.resolve(name);
        try {
            Files.write(file, content);
            return file;
        } catch (IOException failed) {
            throw DiskFailure.writing(file, content.length, failed);
        }
    }

    /** A folder in it. */
    Path folder(String name) {
        Path folder = path.resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw DiskFailure.writing(folder, 0, failed);
        }
    }

    @Override
    public void close() {
        DeletedTree.delete(path);
    }
}
