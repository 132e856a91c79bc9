package dev.packs.archetype.bridge;

import dev.packs.archetype.ArchetypeResult;
import dev.packs.archetype.ArchetypeRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archetype made in code, and what is generated from it. */
final class TestArchetype {

    static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>${groupId}</groupId>
              <artifactId>${artifactId}</artifactId>
              <version>${version}</version>
            </project>
            """;

    private final Path folder;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> properties = new ArrayList<>();
    private String sets = "";
    private String modules = "";
    private String attributes = "";

    private TestArchetype(Path folder) {
        this.folder = folder;
        given("groupId", "com.acme").given("artifactId", "shop").given("package", "com.acme.shop");
    }

    /** Each in a folder of its own. */
    static TestArchetype in(Path folder) {
        try {
            return new TestArchetype(Files.createTempDirectory(folder, "archetype")).resource("pom.xml", POM);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    TestArchetype given(String key, String value) {
        given.put(key, value);
        return this;
    }

    TestArchetype entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    TestArchetype entry(String name, String content) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TestArchetype resource(String name, String content) {
        return entry("archetype-resources/" + name, content);
    }

    TestArchetype partial() {
        attributes = " partial=\"true\"";
        return this;
    }

    TestArchetype property(String key, String inner) {
        properties.add("<requiredProperty key=\"" + key + "\">" + inner + "</requiredProperty>");
        return this;
    }

    /** @param set as in a descriptor, from {@code <fileSet} on */
    TestArchetype set(String set) {
        sets += set;
        return this;
    }

    TestArchetype filtered(String directory, String... includes) {
        return set("<fileSet filtered=\"true\"><directory>" + directory + "</directory>" + includes(includes)
                + "</fileSet>");
    }

    TestArchetype copied(String directory, String... includes) {
        return set("<fileSet><directory>" + directory + "</directory>" + includes(includes) + "</fileSet>");
    }

    static String includes(String... includes) {
        StringBuilder text = new StringBuilder("<includes>");
        for (String include : includes) {
            text.append("<include>").append(include).append("</include>");
        }
        return text.append("</includes>").toString();
    }

    TestArchetype module(String module) {
        modules += module;
        return this;
    }

    /** A template and the set that renders it. */
    TestArchetype template(String name, String content) {
        return resource(name, content).filtered("", name);
    }

    Path jar() {
        if (!entries.containsKey("META-INF/maven/archetype-metadata.xml")
                && !entries.containsKey("META-INF/maven/archetype.xml")
                && !entries.containsKey("META-INF/archetype.xml")) {
            entry(
                    "META-INF/maven/archetype-metadata.xml",
                    "<archetype-descriptor name=\"test\"" + attributes + "><requiredProperties>"
                            + String.join("", properties) + "</requiredProperties><fileSets>" + sets
                            + "</fileSets><modules>" + modules + "</modules></archetype-descriptor>");
        }
        Path jar = folder.resolve("test.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
            return jar;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path base() {
        try {
            return Files.createDirectories(folder.resolve("base"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Map<String, String> given() {
        return given;
    }

    Map<String, String> resolved() {
        BridgeEngine engine = new BridgeEngine();
        return engine.resolve(engine.read(jar()), given);
    }

    ArchetypeResult generate() {
        return new BridgeEngine().generate(ArchetypeRun.of(jar(), resolved(), base()));
    }

    /** Everything below the base as text, in ISO-8859-1, folders with a slash at the end. */
    SortedMap<String, String> tree() {
        return tree(base());
    }

    static SortedMap<String, String> tree(Path base) {
        SortedMap<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(base)) {
            for (Path path : all.toList()) {
                String name = base.relativize(path).toString().replace('\\', '/');
                if (Files.isDirectory(path)) {
                    tree.put(name + "/", "");
                } else {
                    tree.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
                }
            }
            return tree;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String text(String name) {
        generate();
        String text = tree().get("shop/" + name);
        if (text == null) {
            throw new AssertionError(name + " is not in " + tree().keySet());
        }
        return text;
    }
}
