package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeResult;
import dev.packs.generation.ReadyFile;
import dev.packs.generation.RenderedFile;
import dev.packs.generation.ScaffoldWriter;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileMode;
import dev.packs.io.RegularFile;
import dev.packs.io.RelativePath;
import dev.packs.pack.Overwrite;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where an archetype generates: the folder in which the original would run, and the project in it.
 *
 * @param base the folder in which the original would run
 * @param project what becomes of {@code base/artifactId}; another folder where {@code packs.output} gives it another name
 * @param seesBase whether what is in {@code base} counts: its {@code pom.xml} as a parent, or as what a partial archetype adds to
 * @param addsTo whether a partial archetype adds to a project that is there
 */
record ArchetypeSite(Path base, Path project, String artifactId, boolean seesBase, boolean addsTo) {

    private static final String POM = "pom.xml";

    static ArchetypeSite of(GenerateProject.Request request, String artifactId, boolean isPartial) {
        Path project = request.output()
                .orElse(request.folder().resolve(artifactId))
                .toAbsolutePath()
                .normalize();
        Path parent = project.getParent();
        Path base = parent == null ? project : parent;
        boolean isNamed = request.output().isPresent();
        boolean isCalledSo = artifactId.equals(String.valueOf(project.getFileName()));
        return new ArchetypeSite(
                base,
                project,
                artifactId,
                // Whoever names the folder of a partial archetype means that folder.
                isCalledSo && !(isNamed && isPartial),
                isPartial && Files.isDirectory(project));
    }

    /** A folder to generate in, where what comes out need only be renamed. */
    TemporaryFolder aside() {
        // An empty folder that becomes the project has to stay empty.
        return TemporaryFolder.beside(addsTo ? project : base);
    }

    /**
     * Puts what the archetype has to see into the folder that stands for {@link #base}: poms, and nothing else.
     *
     * @return the folder
     */
    Path prepare(Path aside) {
        if (seesBase) {
            copy(base.resolve(POM), aside.resolve(POM));
        }
        if (addsTo) {
            Path folder = aside.resolve(artifactId);
            try {
                Files.createDirectories(folder);
            } catch (IOException failed) {
                throw DiskFailure.writing(folder, 0, failed);
            }
            copy(project.resolve(POM), folder.resolve(POM));
        }
        return aside;
    }

    private static void copy(Path from, Path to) {
        if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = RegularFile.read(from);
            try {
                Files.write(to, content);
            } catch (IOException failed) {
                throw DiskFailure.writing(to, content.length, failed);
            }
        }
    }

    /** Where the files go that came out. */
    Target of(ArchetypeResult result) {
        boolean isBelow = true;
        boolean hasProject = false;
        Set<RelativePath> all = new TreeSet<>(result.files());
        all.addAll(result.emptyFolders());
        for (RelativePath path : all) {
            boolean isOwn = path.text().equals(artifactId) || path.text().startsWith(artifactId + "/");
            isBelow &= isOwn;
            hasProject |= isOwn;
        }
        if (isBelow) {
            return new Target(project, project, artifactId + "/", this);
        }
        return new Target(base, hasProject ? project : base, "", this);
    }

    /**
     * The folder that is written to.
     *
     * @param root of the plan
     * @param project whose {@code .packs} gets the answers
     * @param cut what is cut from the start of each path that came out
     */
    record Target(Path root, Path project, String cut, ArchetypeSite site) {

        /** The original refuses a folder with a project in it, and so do we any that is not empty; a pom beside it, or one that is to be added to, is no obstacle. */
        ScaffoldWriter.Existing existing() {
            return cut.isEmpty() || site.addsTo() ? ScaffoldWriter.Existing.ADD : ScaffoldWriter.Existing.KEEP;
        }

        /** @throws dev.packs.PacksException if the project is written below a parent, and its folder is not empty */
        void requireRoom(ScaffoldWriter.Existing existing) {
            if (existing == ScaffoldWriter.Existing.ADD
                    && !site.addsTo()
                    && !project.equals(root)
                    && !isEmpty(project)) {
                throw Problem.of(ProblemCode.FOLDER_NOT_EMPTY, "`" + project + "` is not empty")
                        .help("name another folder with `-Dname=…`, or add `-Dpacks.force` to write all the same")
                        .asException();
            }
        }

        private static boolean isEmpty(Path folder) {
            if (!Files.isDirectory(folder)) {
                return true;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                return !files.iterator().hasNext();
            } catch (IOException failed) {
                throw DiskFailure.reading(folder, failed);
            }
        }

        /** A file that came out. What was there before, and was shown to the archetype, it may change; nothing else. */
        RenderedFile file(RelativePath path, Path aside) {
            RelativePath target = checked(path);
            boolean wasShown = (path.text().equals(POM) && site.seesBase())
                    || (path.text().equals(site.artifactId() + "/" + POM) && site.addsTo());
            Path file = path.under(aside);
            return new RenderedFile(
                    target, new ReadyFile(file), mode(file), wasShown ? Overwrite.ALWAYS : Overwrite.NEVER);
        }

        /** The folder aside whose files are exactly those that came out, if there is one. */
        Optional<Path> whole(Path aside) {
            return cut.isEmpty() || site.addsTo() ? Optional.empty() : Optional.of(aside.resolve(site.artifactId()));
        }

        /** An empty folder that came out; nothing for the project's own, which has at least its answers. */
        Optional<RelativePath> folder(RelativePath path) {
            return path.text().length() < cut.length() ? Optional.empty() : Optional.of(checked(path));
        }

        /** A path of ours in the project. */
        RelativePath own(RelativePath path) {
            return project.equals(root) ? path : RelativePath.parse(site.artifactId() + "/" + path);
        }

        private RelativePath checked(RelativePath path) {
            RelativePath target = RelativePath.parse(path.text().substring(cut.length()));
            for (String segment : target.segments()) {
                String name = segment.toLowerCase(Locale.ROOT);
                if (name.equals(".git") || name.equals("git~1") || name.equals(".packs")) {
                    throw Problem.of(
                                    ProblemCode.PATH_ESCAPES,
                                    "the archetype would write to `" + path + "`, which is refused: nothing but "
                                            + (name.equals(".packs") ? "Packs" : "Git") + " writes to `" + segment
                                            + "`")
                            .help("use another archetype, or `mvn archetype:generate`")
                            .asException();
                }
            }
            return target;
        }

        private static FileMode mode(Path file) {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            try {
                BasicFileAttributes attributes = view == null
                        ? Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        : view.readAttributes();
                if (!attributes.isRegularFile()) {
                    throw Problem.of(ProblemCode.LINK_REFUSED, "`" + file + "` is a link where a file was expected")
                            .help("remove the link")
                            .asException();
                }
                return attributes instanceof PosixFileAttributes posix
                                && posix.permissions().contains(PosixFilePermission.OWNER_EXECUTE)
                        ? FileMode.EXECUTABLE
                        : FileMode.PLAIN;
            } catch (IOException failed) {
                throw DiskFailure.reading(file, failed);
            }
        }
    }
}
