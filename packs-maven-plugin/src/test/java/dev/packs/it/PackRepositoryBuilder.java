package dev.packs.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes packs and packages into a folder as a Maven repository has them (artifact, POM, SHA-1 and MD5 of each, {@code maven-metadata.xml}), without Maven. Publishing a
 * version again replaces it.
 */
public final class PackRepositoryBuilder {

    private static final long TIME = 1_767_225_600_000L;

    private final Path folder;

    public PackRepositoryBuilder(Path folder) {
        this.folder = folder;
    }

    /** Publishes a pack: jar, manifest with extension {@code toml}, POM of packaging {@code pack}. */
    public PackRepositoryBuilder add(TestPack pack) {
        Map<String, byte[]> entries = new TreeMap<>(pack.files());
        entries.put("pack.toml", pack.manifest().getBytes(StandardCharsets.UTF_8));
        Path home = home(pack.group(), pack.id(), pack.version());
        String stem = pack.id() + "-" + pack.version();
        write(home.resolve(stem + ".jar"), jar(entries));
        write(home.resolve(stem + ".toml"), pack.manifest().getBytes(StandardCharsets.UTF_8));
        write(home.resolve(stem + ".pom"), pom(pack.group(), pack.id(), pack.version(), "pack", List.of()));
        writeMetadata(pack.group(), pack.id());
        return this;
    }

    /**
     * Publishes a jar that a pack can install.
     *
     * @param entries path in the jar to text
     * @param dependencies each {@code group:name:version}, listed in its POM
     */
    public PackRepositoryBuilder addPackage(String coordinates, Map<String, String> entries, String... dependencies) {
        String[] parts = coordinates.split(":", -1);
        Map<String, byte[]> content = new TreeMap<>();
        entries.forEach((path, text) -> content.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Path home = home(parts[0], parts[1], parts[2]);
        String stem = parts[1] + "-" + parts[2];
        write(home.resolve(stem + ".jar"), jar(content));
        write(home.resolve(stem + ".pom"), pom(parts[0], parts[1], parts[2], "jar", List.of(dependencies)));
        writeMetadata(parts[0], parts[1]);
        return this;
    }

    /**
     * Publishes a POM alone, or in the place of the one that was published with a package.
     *
     * @param inside XML that follows the version
     */
    public PackRepositoryBuilder addPom(String coordinates, String inside) {
        String[] parts = coordinates.split(":", -1);
        write(
                home(parts[0], parts[1], parts[2]).resolve(parts[1] + "-" + parts[2] + ".pom"),
                pom(parts[0], parts[1], parts[2], inside));
        return this;
    }

    /** The folder of a version, where tests find or damage what was published. */
    public Path home(String group, String id, String version) {
        return folder.resolve(group.replace('.', '/')).resolve(id).resolve(version);
    }

    private void writeMetadata(String group, String id) {
        Path home = folder.resolve(group.replace('.', '/')).resolve(id);
        List<String> versions;
        try (Stream<Path> children = Files.list(home)) {
            versions = children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringBuilder xml = new StringBuilder("<metadata>\n  <groupId>" + group + "</groupId>\n  <artifactId>" + id
                + "</artifactId>\n  <versioning>\n    <versions>\n");
        versions.forEach(
                version -> xml.append("      <version>").append(version).append("</version>\n"));
        xml.append("    </versions>\n    <lastUpdated>20260101000000</lastUpdated>\n  </versioning>\n</metadata>\n");
        write(home.resolve("maven-metadata.xml"), xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] pom(String group, String id, String version, String packaging, List<String> dependencies) {
        StringBuilder xml = new StringBuilder("  <packaging>" + packaging + "</packaging>\n");
        if (!dependencies.isEmpty()) {
            xml.append("  <dependencies>\n");
            for (String dependency : dependencies) {
                String[] parts = dependency.split(":", -1);
                xml.append("    <dependency><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1]
                        + "</artifactId><version>" + parts[2] + "</version></dependency>\n");
            }
            xml.append("  </dependencies>\n");
        }
        return pom(group, id, version, xml.toString());
    }

    private static byte[] pom(String group, String id, String version, String inside) {
        return ("<project>\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>" + group + "</groupId>\n  <artifactId>"
                        + id + "</artifactId>\n  <version>" + version + "</version>\n" + inside + "</project>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A jar whose bytes depend on the entries alone. */
    static byte[] jar(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTime(TIME);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            for (String algorithm : List.of("SHA-1", "MD5")) {
                String digest = HexFormat.of()
                        .formatHex(MessageDigest.getInstance(algorithm).digest(content));
                String extension = algorithm.replace("-", "").toLowerCase(java.util.Locale.ROOT);
                Files.writeString(file.resolveSibling(file.getFileName() + "." + extension), digest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
