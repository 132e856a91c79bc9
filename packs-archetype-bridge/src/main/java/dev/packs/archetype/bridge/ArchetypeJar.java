package dev.packs.archetype.bridge;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeKind;
import dev.packs.archetype.ArchetypeScript;
import dev.packs.integrity.Digest;
import dev.packs.io.ArchiveLimits;
import dev.packs.io.ArchiveTree;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An archetype's jar, checked as every archive is before anything of it is used ({@code docs/archives.md}), with its entries in the order in which the original sees them.
 *
 * @param names of all files, so that one that is asked for often is looked at once
 * @param sizes of the files below {@code archetype-resources/} in the order of the directory, by their names without it; folders end with a slash
 */
record ArchetypeJar(Path path, ArchiveTree files, Map<String, RelativePath> names, Map<String, Long> sizes) {

    static final String RESOURCES = "archetype-resources";
    private static final String DESCRIPTOR = "META-INF/maven/archetype-metadata.xml";
    private static final String SCRIPT = "META-INF/archetype-post-generate.groovy";
    private static final List<String> OLD_DESCRIPTORS =
            List.of("META-INF/maven/archetype.xml", "META-INF/archetype.xml");

    /**
     * Reads an archetype.
     *
     * @param content of the file that lies at the path
     * @throws dev.packs.PacksException {@link ProblemCode#ARCHIVE_REFUSED} or {@link ProblemCode#READ_FAILED}
     */
    static ArchetypeJar read(Path path, byte[] content) {
        ArchiveTree files = ArchiveTree.read(name(path), content, ArchiveLimits.ofPacks());
        Map<String, Long> sizes = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            zip.stream()
                    .filter(entry -> entry.getName().startsWith(RESOURCES + "/"))
                    .forEach(entry -> sizes.put(entry.getName().substring(RESOURCES.length() + 1), entry.getSize()));
        } catch (IOException failed) {
            throw Problem.of(ProblemCode.READ_FAILED, "`" + path + "` cannot be read: " + failed.getMessage())
                    .asException();
        }
        Map<String, RelativePath> names = new HashMap<>();
        for (RelativePath file : files.paths()) {
            names.put(file.text(), file);
        }
        return new ArchetypeJar(path, files, names, sizes);
    }

    /** The same archive in another place. */
    ArchetypeJar at(Path other) {
        return new ArchetypeJar(other, files, names, sizes);
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** What messages call it. */
    String name() {
        return name(path);
    }

    /** What messages call a file in it. */
    String nameOf(String entry) {
        return name() + "!/" + entry;
    }

    /** @throws dev.packs.PacksException {@link ProblemCode#ARCHETYPE_INVALID} where it has neither descriptor */
    ArchetypeKind kind() {
        if (has(DESCRIPTOR)) {
            return ArchetypeKind.FILESET;
        }
        if (OLD_DESCRIPTORS.stream().anyMatch(this::has)) {
            return ArchetypeKind.OLD;
        }
        throw Problem.of(
                        ProblemCode.ARCHETYPE_INVALID,
                        "`" + name() + "` is no archetype: it has no `" + DESCRIPTOR + "`")
                .help("name an artifact that was built with packaging `maven-archetype`")
                .asException();
    }

    /** The name of the descriptor that counts. */
    String descriptor() {
        return kind() == ArchetypeKind.FILESET
                ? DESCRIPTOR
                : OLD_DESCRIPTORS.stream().filter(this::has).findFirst().orElseThrow();
    }

    Optional<ArchetypeScript> script() {
        return find(SCRIPT)
                .map(bytes -> new ArchetypeScript(new String(bytes, StandardCharsets.UTF_8), Digest.of(bytes)));
    }

    /** The content of an entry; nothing for folders and for names that no entry can have. */
    Optional<byte[]> find(String name) {
        RelativePath path = names.get(name);
        return path == null ? Optional.empty() : files.read(path);
    }

    boolean has(String name) {
        return names.containsKey(name);
    }

    /** As the original lists them: files and folders below {@code archetype-resources/}, without that. */
    List<String> resources() {
        return new ArrayList<>(sizes.keySet());
    }

    /** As {@link ZipEntry} has it. */
    static boolean isFolder(String resource) {
        return resource.isEmpty() || resource.endsWith("/");
    }
}
