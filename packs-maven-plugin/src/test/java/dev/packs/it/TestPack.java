package dev.packs.it;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pack made up for a test: its coordinates, its manifest and the other files of its jar.
 *
 * @param manifest the whole {@code pack.toml}
 * @param files path in the jar to content, sorted
 */
public record TestPack(String group, String id, String version, String manifest, Map<String, byte[]> files) {

    public TestPack {
        files = new TreeMap<>(files);
    }

    /** A pack with the keys that no manifest can leave out. */
    public static TestPack of(String group, String id, String version) {
        String manifest = """
                [pack]
                group = "%s"
                id = "%s"
                version = "%s"
                name = "%s"
                description = "Made up for a test."
                category = "other"
                license = "Apache-2.0"
                """.formatted(group, id, version, id);
        return new TestPack(group, id, version, manifest, Map.of());
    }

    /** With more TOML at the end of the manifest. */
    public TestPack with(String toml) {
        return new TestPack(group, id, version, manifest + "\n" + toml.strip() + "\n", files);
    }

    /** With another manifest, right or wrong. */
    public TestPack withManifest(String toml) {
        return new TestPack(group, id, version, toml, files);
    }

    public TestPack file(String path, String content) {
        Map<String, byte[]> more = new TreeMap<>(files);
        more.put(path, content.getBytes(StandardCharsets.UTF_8));
        return new TestPack(group, id, version, manifest, more);
    }

    /** With a template {@code templates/NAME} that is rendered to {@code output}, which may hold expressions. */
    public TestPack template(String name, String output, String content) {
        String toml = """
                [[templates]]
                name = "%s"
                source = "templates/%s"
                output = "%s"
                """;
        return with(toml.formatted(name, name, output)).file("templates/" + name, content);
    }

    /** That it needs another pack. */
    public TestPack dependsOn(String pack, String constraint) {
        return with("[[dependencies]]\npack = \"" + pack + "\"\nversion = \"" + constraint + "\"");
    }

    /** That it installs a package, {@code group:name}. */
    public TestPack installs(String name, String constraint) {
        return with("[[packages]]\nname = \"" + name + "\"\nversion = \"" + constraint + "\"");
    }
}
