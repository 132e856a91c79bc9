package dev.packs.io;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files below a folder, hidden ones included, {@code .git} left out. Which files there are is found out once; their content is read when it is asked for.
 */
public final class FolderTree implements FileTree {

    private static final String GIT = ".git";

    private final Path root;
    private final SortedSet<RelativePath> paths = new TreeSet<>();
    private final Set<RelativePath> executables = new HashSet<>();

    private FolderTree(Path root) {
        this.root = root;
    }

    /**
     * Lists a folder.
     *
     * @throws PacksException with every link ({@link ProblemCode#LINK_REFUSED}) and every name that is not portable ({@link ProblemCode#PATH_ESCAPES}), or
     *     {@link ProblemCode#READ_FAILED}
     */
    public static FolderTree read(Path folder) {
        FolderTree tree = new FolderTree(folder);
        Problems problems = new Problems();
        try {
            Files.walkFileTree(folder, tree.new Visitor(problems));
        } catch (IOException failed) {
            throw DiskFailure.reading(folder, failed);
        }
        problems.throwIfAny();
        return tree;
    }

    @Override
    public SortedSet<RelativePath> paths() {
        return Collections.unmodifiableSortedSet(paths);
    }

    @Override
    public Optional<byte[]> read(RelativePath path) {
        if (!paths.contains(path)) {
            return Optional.empty();
        }
        return Optional.of(RegularFile.read(path.under(root)));
    }

    @Override
    public boolean isExecutable(RelativePath path) {
        return executables.contains(path);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Problems problems;

        Visitor(Problems problems) {
            this.problems = problems;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isGit(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (isGit(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                problems.add(Problem.of(
                                ProblemCode.LINK_REFUSED,
                                "`" + file + "` is a link or a special file; only files and folders are read")
                        .help("put a copy of what it points to in its place"));
                return FileVisitResult.CONTINUE;
            }
            try {
                RelativePath path = RelativePath.parse(nameOf(file));
                paths.add(path);
                if (hasExecutableBit(file)) {
                    executables.add(path);
                }
            } catch (PacksException notPortable) {
                problems.addAll(notPortable.problems());
            }
            return FileVisitResult.CONTINUE;
        }

        private String nameOf(Path file) {
            StringBuilder name = new StringBuilder();
            for (Path segment : root.relativize(file)) {
                name.append(name.length() == 0 ? "" : "/").append(segment);
            }
            return name.toString();
        }

        /** A work tree of Git has a file of that name instead of the folder. */
        private boolean isGit(Path path) {
            Path name = path.getFileName();
            return !path.equals(root) && name != null && name.toString().equals(GIT);
        }

        private static boolean hasExecutableBit(Path file) throws IOException {
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
        }
    }
}
