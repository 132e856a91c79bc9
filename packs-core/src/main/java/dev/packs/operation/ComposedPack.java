package dev.packs.operation;

import dev.packs.generation.FileContent;
import dev.packs.generation.RenderedFile;
import dev.packs.io.FileMode;
import dev.packs.io.MadeFiles;
import dev.packs.io.RelativePath;
import dev.packs.manifest.ManifestReader;
import dev.packs.manifest.ParsedManifest;
import dev.packs.manifest.TomlText;
import dev.packs.manifest.VariableText;
import dev.packs.pack.CollisionRule;
import dev.packs.pack.Overwrite;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.VariableDefinition;
import dev.packs.source.PackContent;
import dev.packs.source.PackOrigin;
import dev.packs.terminal.ShellText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A composition as a pack: it has no files of its own, and its manifest says everything else. What is composed is generated from this very manifest, so that the pack that it is saved as
 * generates the same.
 */
record ComposedPack(
        PackId id, List<PackDependency> packs, List<VariableDefinition> variables, List<CollisionRule> collisions) {

    private static final RelativePath FOLDER = RelativePath.parse("src/main/pack");

    ComposedPack {
        packs = List.copyOf(packs);
        variables = List.copyOf(variables);
        collisions = List.copyOf(collisions);
    }

    /** Group, id and version are those of its project's POM. */
    String manifestText() {
        StringBuilder text = new StringBuilder("[pack]\n");
        text.append("description = ").append(TomlText.string(description())).append("\n");
        for (PackDependency pack : packs) {
            text.append("\n[[dependencies]]\npack = ")
                    .append(TomlText.string(pack.name().toString()))
                    .append("\nversion = ")
                    .append(TomlText.string(pack.constraint().toString()))
                    .append('\n');
        }
        text.append("\n# The packs above become one project; see docs/composing.md of Packs.\n[compose]\n");
        for (CollisionRule rule : collisions) {
            text.append("\n[[compose.collisions]]\nfiles = ")
                    .append(TomlText.string(rule.files().toString()))
                    .append("\nstrategy = ")
                    .append(TomlText.string(rule.strategy().word()))
                    .append('\n');
        }
        for (VariableDefinition variable : variables) {
            text.append('\n').append(VariableText.write(variable));
        }
        return text.toString();
    }

    private String description() {
        String description = "The packs " + names() + " in one project.";
        return description.length() <= 200 ? description : Count.of(packs.size(), "pack") + " in one project.";
    }

    private String names() {
        List<String> names = new ArrayList<>();
        for (PackDependency pack : packs) {
            names.add(pack.name().id());
        }
        return String.join(", ", names);
    }

    ParsedManifest manifest() {
        return ManifestReader.read(
                manifestText().getBytes(StandardCharsets.UTF_8), id.name().id() + "!/pack.toml", Optional.of(id));
    }

    PackContent content() {
        return new PackContent(id, PackOrigin.FOLDER, MadeFiles.empty(), Optional.empty(), Optional.empty());
    }

    /** The project of packaging {@code pack} that builds it. */
    List<RenderedFile> project(String packsVersion) {
        return List.of(
                file(RelativePath.parse(".gitignore"), "target/\n"),
                file(RelativePath.parse("pom.xml"), pom(packsVersion)),
                file(FOLDER.resolve(RelativePath.parse("README.md")), readme()),
                file(FOLDER.resolve(RelativePath.parse("pack.toml")), manifestText()));
    }

    private static RenderedFile file(RelativePath path, String text) {
        return new RenderedFile(
                path, FileContent.of(text.getBytes(StandardCharsets.UTF_8)), FileMode.PLAIN, Overwrite.NEVER);
    }

    private String readme() {
        StringBuilder text = new StringBuilder("# " + id.name().id() + "\n\nOne project of several packs:\n\n");
        for (PackDependency pack : packs) {
            text.append("- `")
                    .append(pack.name())
                    .append("` ")
                    .append(pack.constraint())
                    .append('\n');
        }
        text.append("\n## Use\n\n```sh\nmvn packs:generate -Dpack=")
                .append(id.name())
                .append(" -Dname=my-app")
                .append(ShowPack.Description.needed(manifest().manifest(), ShellText.POSIX))
                .append("\n```\n\n## Variables\n\n");
        for (VariableDefinition variable : variables) {
            text.append("- `").append(variable.name()).append('`');
            variable.description().ifPresent(words -> text.append(": ").append(words.replaceAll("\\s+", " ")));
            text.append('\n');
        }
        return text.toString();
    }

    private String pom(String packsVersion) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
                <modelVersion>4.0.0</modelVersion>

                <groupId>%s</groupId>
                <artifactId>%s</artifactId>
                <version>%s</version>
                <packaging>pack</packaging>
                <description>Several packs as one</description>

                <properties>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                </properties>

                <build>
                    <plugins>
                        <plugin>
                            <groupId>dev.packs</groupId>
                            <artifactId>packs-maven-plugin</artifactId>
                            <version>%s</version>
                            <extensions>true</extensions>
                        </plugin>
                    </plugins>
                </build>
            </project>
            """.formatted(id.name().group(), id.name().id(), id.version(), packsVersion);
    }
}
