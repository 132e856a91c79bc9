package dev.packs.operation;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeId;
import dev.packs.generation.FileContent;
import dev.packs.io.ArchiveLimits;
import dev.packs.io.ArchiveTree;
import dev.packs.io.ArchiveWriter;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileTree;
import dev.packs.io.FolderTree;
import dev.packs.io.MadeFiles;
import dev.packs.io.RelativePath;
import dev.packs.source.PomCoordinates;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Archetypes that the user names by their place: a jar, an unpacked one, or the project that would build one. */
final class LocalArchetypes {

    private static final RelativePath METADATA = RelativePath.parse("META-INF/maven/archetype-metadata.xml");
    private static final List<RelativePath> DESCRIPTORS = List.of(
            METADATA, RelativePath.parse("META-INF/maven/archetype.xml"), RelativePath.parse("META-INF/archetype.xml"));
    private static final RelativePath RESOURCES = RelativePath.parse("src/main/resources");
    private static final RelativePath TESTS = RelativePath.parse("src/test/resources/projects");
    private static final RelativePath PROJECTS = RelativePath.parse("projects");
    private static final Pattern PROPERTIES = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");
    private static final Pattern FILE_NAME = Pattern.compile("(.+?)-([0-9].*)\\.jar");
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}");
    private static final String GROUP = "local";
    private static final String VERSION = "1.0-SNAPSHOT";

    private LocalArchetypes() {}

    /** @throws PacksException {@link ProblemCode#PACK_NOT_FOUND} with the nearest name, {@link ProblemCode#ARCHETYPE_INVALID} */
    static FoundArchetype open(Path place) {
        if (Files.isDirectory(place)) {
            return folder(place);
        }
        if (!Files.isRegularFile(place)) {
            throw notThere(place);
        }
        FoundArchetype unnamed = new FoundArchetype.OnDisk(new ArchetypeId(GROUP, "archetype", VERSION), place);
        ArchiveTree files = ArchiveTree.read(place.toString(), unnamed.jar().bytes(), ArchiveLimits.ofPacks());
        return new FoundArchetype.OnDisk(nameOf(files, place), place);
    }

    private static PacksException notThere(Path place) {
        List<String> beside = new ArrayList<>();
        Path parent = place.toAbsolutePath().normalize().getParent();
        if (parent != null && Files.isDirectory(parent)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(parent)) {
                for (Path file : files) {
                    beside.add(String.valueOf(file.getFileName()));
                }
            } catch (IOException failed) {
                throw DiskFailure.reading(parent, failed);
            }
        }
        return Problem.of(ProblemCode.PACK_NOT_FOUND, "`" + place + "` is neither a folder nor a file")
                .help(
                        Nearest.question(String.valueOf(place.getFileName()), beside)
                                        .map(question -> question + "\n")
                                        .orElse("")
                                + "after `archetype:file:` stands an archetype's jar, an unpacked one, or the project that builds one")
                .asException();
    }

    /** The name that Maven wrote into the jar, else what its file is called. */
    private static ArchetypeId nameOf(FileTree files, Path place) {
        List<ArchetypeId> written = new ArrayList<>();
        for (RelativePath path : files.paths()) {
            if (PROPERTIES.matcher(path.text()).matches()) {
                properties(files.read(path).orElseThrow()).ifPresent(written::add);
            }
        }
        if (written.size() == 1) {
            return written.get(0);
        }
        String name = String.valueOf(place.getFileName());
        Matcher parts = FILE_NAME.matcher(name);
        return parts.matches()
                ? new ArchetypeId(GROUP, part(parts.group(1)), part(parts.group(2)))
                : new ArchetypeId(GROUP, part(name.replaceFirst("\\.jar\\z", "")), VERSION);
    }

    private static String part(String text) {
        String part = text.replaceAll("[^A-Za-z0-9_.+-]+", "-").replaceAll("^[^A-Za-z0-9_]+", "");
        return part.isEmpty() ? "archetype" : part;
    }

    private static Optional<ArchetypeId> properties(byte[] bytes) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
        return id(
                properties.getProperty("groupId", ""),
                properties.getProperty("artifactId", ""),
                properties.getProperty("version", ""));
    }

    private static Optional<ArchetypeId> id(String group, String artifact, String version) {
        return PART.matcher(group).matches()
                        && PART.matcher(artifact).matches()
                        && PART.matcher(version).matches()
                ? Optional.of(new ArchetypeId(group, artifact, version))
                : Optional.empty();
    }

    /** An unpacked archetype, or the project of one, whose own tests then count as well. What Maven's resources plugin would filter is taken as it is. */
    private static FoundArchetype folder(Path place) {
        FolderTree all = FolderTree.read(place);
        if (isArchetype(all)) {
            byte[] jar = ArchiveWriter.withoutTime().jar(all);
            return new FoundArchetype.Made(nameOf(all, place), FileContent.of(jar));
        }
        MadeFiles files = MadeFiles.empty();
        for (RelativePath path : all.paths()) {
            if (path.startsWith(RESOURCES)) {
                files = files.with(below(path, RESOURCES), all.read(path).orElseThrow());
            } else if (path.startsWith(TESTS)) {
                files = files.with(
                        PROJECTS.resolve(below(path, TESTS)), all.read(path).orElseThrow());
            }
        }
        if (!isArchetype(files)) {
            throw Problem.of(
                            ProblemCode.ARCHETYPE_INVALID,
                            "`" + place + "` is no archetype: it has no `" + METADATA + "`")
                    .help("name a folder with that file, or the project whose `src/main/resources` has it")
                    .asException();
        }
        return new FoundArchetype.Made(
                PomCoordinates.read(place.resolve("pom.xml"))
                        .flatMap(pom -> id(pom.group(), pom.artifact(), pom.version()))
                        .orElseGet(() -> nameOf(all, place.toAbsolutePath().normalize())),
                FileContent.of(ArchiveWriter.withoutTime().jar(files)));
    }

    private static boolean isArchetype(FileTree files) {
        for (RelativePath descriptor : DESCRIPTORS) {
            if (files.paths().contains(descriptor)) {
                return true;
            }
        }
        return false;
    }

    private static RelativePath below(RelativePath path, RelativePath folder) {
        return RelativePath.parse(path.text().substring(folder.text().length() + 1));
    }
}
