package dev.packs.generation;

import dev.packs.io.FolderTree;
import dev.packs.io.RelativePath;
import dev.packs.merge.FileMerger;
import dev.packs.merge.MergeChoice;
import dev.packs.merge.MergedFile;
import dev.packs.pack.FileSet;
import dev.packs.pack.ForEach;
import dev.packs.pack.Overwrite;
import dev.packs.pack.PackComposition;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackDescription;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRequirements;
import dev.packs.pack.PackageRequest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.pack.TemplateEngine;
import dev.packs.rendering.NoRows;
import dev.packs.rendering.QueryRows;
import dev.packs.variables.ResolvedVariables;
import dev.packs.version.Version;
import dev.packs.version.VersionConstraint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A pack in a folder, built up by a test. */
final class TestPack {

    /** Joins the texts of both, so that a test sees what was merged and in which order. */
    private static final FileMerger MERGER = (kind, earlier, later) -> new MergedFile(
            (new String(earlier.content(), StandardCharsets.UTF_8)
                            + "|"
                            + new String(later.content(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8),
            List.of(new MergeChoice(kind.name(), earlier.name(), later.name(), "a test")));

    final Path folder;
    final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    final List<TemplateDefinition> templates = new ArrayList<>();
    final List<FileSet> files = new ArrayList<>();
    final List<PackageRequest> packages = new ArrayList<>();
    final List<PackDependency> dependencies = new ArrayList<>();
    final Map<String, PackageContent> installed = new TreeMap<>();
    final String id;
    QueryRows queries = new NoRows();
    String version = "1.0.0";
    Optional<PackComposition> composition = Optional.empty();

    TestPack(Path folder, String id) {
        this.folder = folder;
        this.id = id;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PackName name() {
        return new PackName("com.acme", id);
    }

    TestPack file(String path, String text) {
        write(folder.resolve(path), text);
        return this;
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(parent(file));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A template whose text is given, under {@code templates/<name>}. */
    TestPack template(String name, String output, String text) {
        file("templates/" + name, text);
        return template(name, output, null, null);
    }

    TestPack template(String name, String output, @Nullable String when, @Nullable ForEach forEach) {
        return template(name, output, when, forEach, TemplateEngine.THYMELEAF, Overwrite.NEVER, null);
    }

    TestPack template(
            String name,
            String output,
            @Nullable String when,
            @Nullable ForEach forEach,
            TemplateEngine engine,
            Overwrite overwrite,
            @Nullable String permissions) {
        templates.removeIf(template -> template.name().equals(name));
        templates.add(new TemplateDefinition(
                name,
                RelativePath.parse("templates/" + name),
                output,
                Optional.ofNullable(when),
                Optional.ofNullable(forEach),
                overwrite,
                Optional.ofNullable(permissions),
                engine));
        return this;
    }

    TestPack value(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    TestPack dependsOn(TestPack other) {
        dependencies.add(PackDependency.of(other.name(), VersionConstraint.parse("*")));
        return this;
    }

    PackContent content() {
        PackDescription description = new PackDescription(
                new PackId(name(), Version.parse(version)),
                id,
                "",
                "web",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                PackRequirements.none());
        PackManifest manifest = new PackManifest(
                description,
                packages,
                dependencies,
                List.of(),
                templates,
                files,
                new TreeMap<>(),
                List.of(),
                Map.of(),
                Optional.empty(),
                composition);
        return new PackContent(
                manifest,
                FolderTree.read(folder),
                new ResolvedVariables(values, Set.of(), Map.of(), List.of()),
                installed,
                queries);
    }

    static PackRendering rendering(TestPack... packs) {
        List<PackContent> contents = new ArrayList<>();
        for (TestPack pack : packs) {
            contents.add(pack.content());
        }
        return new PackRendering(contents, FakeRendering::new, () -> MERGER);
    }

    static Path parent(Path path) {
        return path.resolveSibling("x").resolve("..").normalize();
    }

    /** Path to text of everything below a folder, folders too (with a slash and no text). */
    static Map<String, String> tree(Path root) {
        Map<String, String> tree = new TreeMap<>();
        if (!Files.exists(root)) {
            return tree;
        }
        try (var paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = root.relativize(path).toString();
                if (Files.isDirectory(path)) {
                    tree.put(name + "/", "");
                } else {
                    tree.put(name, Files.readString(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tree.remove("/");
        return tree;
    }
}
