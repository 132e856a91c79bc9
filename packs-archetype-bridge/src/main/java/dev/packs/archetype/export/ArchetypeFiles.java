package dev.packs.archetype.export;

import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackDescription;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** What is in an archetype's jar. */
final class ArchetypeFiles {

    private static final String RESOURCES = "archetype-resources/";

    private final PackDescription pack;
    private final TreeMap<RelativePath, byte[]> files = new TreeMap<>();
    private final List<String> filtered = new ArrayList<>();
    private final List<String> verbatim = new ArrayList<>();

    ArchetypeFiles(PackDescription pack) {
        this.pack = pack;
    }

    /** Under which Maven knows the archetype: the pack's own artifact is the pack. */
    record Coordinates(String group, String artifact, String version) {}

    Coordinates coordinates() {
        return new Coordinates(
                pack.id().name().group(),
                pack.id().name().id() + "-archetype",
                pack.id().version().toString());
    }

    /** @param path as archetypes write it */
    void filtered(String path, String template) {
        put(RESOURCES + path, template);
        filtered.add(path);
    }

    void verbatim(String path, byte[] bytes) {
        files.put(RelativePath.parse(RESOURCES + path), bytes);
        verbatim.add(path);
    }

    void pom(String template) {
        put(RESOURCES + Paths.POM, template);
    }

    void script(String script) {
        put("META-INF/archetype-post-generate.groovy", script);
    }

    /** Adds what Maven looks for; to be called last. */
    void describe(List<Prelude.Property> properties) {
        Coordinates id = coordinates();
        put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n");
        put("META-INF/maven/archetype-metadata.xml", descriptor(properties));
        String folder = "META-INF/maven/" + id.group() + "/" + id.artifact() + "/";
        files.put(RelativePath.parse(folder + Paths.POM), mavenPom());
        put(
                folder + "pom.properties",
                "artifactId=" + id.artifact() + "\ngroupId=" + id.group() + "\nversion=" + id.version() + "\n");
    }

    /** What Maven is told of the archetype itself. */
    byte[] mavenPom() {
        Coordinates id = coordinates();
        Xml pom = new Xml();
        pom.open("project xmlns=\"http://maven.apache.org/POM/4.0.0\"", "project");
        pom.element("modelVersion", "4.0.0");
        pom.element("groupId", id.group());
        pom.element("artifactId", id.artifact());
        pom.element("version", id.version());
        pom.element("name", pack.name());
        pom.element("description", pack.description());
        pom.close();
        return pom.text().getBytes(StandardCharsets.UTF_8);
    }

    private String descriptor(List<Prelude.Property> properties) {
        Xml xml = new Xml();
        xml.open(
                "archetype-descriptor xmlns=\"https://maven.apache.org/plugins/maven-archetype-plugin/archetype-descriptor/1.2.0\" name=\""
                        + Xml.escaped(pack.id().name().id()) + "\"",
                "archetype-descriptor");
        if (!properties.isEmpty()) {
            xml.open("requiredProperties", "requiredProperties");
            for (Prelude.Property property : properties) {
                xml.open("requiredProperty key=\"" + Xml.escaped(property.key()) + "\"", "requiredProperty");
                property.defaultValue().ifPresent(text -> xml.element("defaultValue", text));
                property.pattern().ifPresent(text -> xml.element("validationRegex", text));
                xml.close();
            }
            xml.close();
        }
        if (!filtered.isEmpty() || !verbatim.isEmpty()) {
            xml.open("fileSets", "fileSets");
            fileSet(xml, "fileSet filtered=\"true\" encoding=\"UTF-8\"", filtered);
            fileSet(xml, "fileSet", verbatim);
            xml.close();
        }
        xml.close();
        return xml.text();
    }

    /** Each file by its name, so that no file is in two sets. */
    private static void fileSet(Xml xml, String start, List<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        xml.open(start, "fileSet");
        xml.element("directory", "");
        xml.open("includes", "includes");
        for (String path : paths) {
            xml.element("include", path);
        }
        xml.close();
        xml.close();
    }

    private void put(String path, String text) {
        files.put(RelativePath.parse(path), text.getBytes(StandardCharsets.UTF_8));
    }

    FileTree tree() {
        return new Tree(files);
    }

    private record Tree(TreeMap<RelativePath, byte[]> files) implements FileTree {

        @Override
        public SortedSet<RelativePath> paths() {
            return files.navigableKeySet();
        }

        @Override
        public Optional<byte[]> read(RelativePath path) {
            return Optional.ofNullable(files.get(path));
        }

        @Override
        public boolean isExecutable(RelativePath path) {
            return false;
        }
    }
}
