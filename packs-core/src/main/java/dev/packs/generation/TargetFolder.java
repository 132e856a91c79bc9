package dev.packs.generation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileMode;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The folder that files are to be written to, as it is on the disk. Looks and never writes; follows no link below its root. */
final class TargetFolder {

    private final Path root;
    private final Map<String, Kind> folders = new HashMap<>();

    TargetFolder(Path root) {
        this.root = root;
    }

    /** What stands at a path. */
    enum Kind {
        NOTHING,
        FILE,
        FOLDER,
        LINK,
        /** A file stands where a folder above the path would have to be. */
        BLOCKED
    }

    Kind kind(RelativePath path) {
        int slash = path.text().lastIndexOf('/');
        Kind above = slash < 0 ? kindOfRoot() : folder(path.text().substring(0, slash));
        return switch (above) {
            case FOLDER -> kindOf(path.under(root));
            case FILE, BLOCKED -> Kind.BLOCKED;
            case NOTHING, LINK -> above;
        };
    }

    private Kind folder(String path) {
        Kind known = folders.get(path);
        if (known == null) {
            known = kind(RelativePath.parse(path));
            folders.put(path, known);
        }
        return known;
    }

    /** The user may well have made the root itself a link. */
    private Kind kindOfRoot() {
        return Files.isDirectory(root) ? Kind.FOLDER : Files.exists(root) ? Kind.FILE : Kind.NOTHING;
    }

    private static Kind kindOf(Path path) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                return Kind.LINK;
            }
            return attributes.isDirectory() ? Kind.FOLDER : Kind.FILE;
        } catch (IOException absent) {
            return Kind.NOTHING;
        }
    }

    /** What stands where the root, or a folder above it, has to be. */
    static Optional<Path> fileInTheWay(Path root) {
        for (Path path = root; path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                return Files.isDirectory(path) ? Optional.empty() : Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** Whether the root is there with anything in it. */
    boolean isEmpty() {
        if (!Files.isDirectory(root)) {
            return !Files.exists(root, LinkOption.NOFOLLOW_LINKS);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root)) {
            return !files.iterator().hasNext();
        } catch (IOException failed) {
            throw DiskFailure.reading(root, failed);
        }
    }

    /** Whether the file at the path has exactly these bytes, and can be run if it is to. */
    boolean holds(RelativePath path, byte[] bytes, FileMode mode) {
        Path file = path.under(root);
        try {
            if (Files.size(file) != bytes.length || !Arrays.equals(Files.readAllBytes(file), bytes)) {
                return false;
            }
            Optional<Boolean> executable = StagedChanges.isExecutable(file);
            return executable.isEmpty() || executable.get() == (mode == FileMode.EXECUTABLE);
        } catch (IOException failed) {
            throw DiskFailure.reading(file, failed);
        }
    }

    /** That a link is in the way. */
    static Problem link(Path root, RelativePath path) {
        return Problem.of(
                        ProblemCode.LINK_REFUSED,
                        "`" + path + "` in `" + root + "` is a link, or lies behind one, and links are not followed")
                .help("remove the link, or write somewhere else");
    }

    static String conflict(Kind kind) {
        return kind == Kind.FOLDER ? "a folder stands in its place" : "a file stands where its folder would be";
    }
}
