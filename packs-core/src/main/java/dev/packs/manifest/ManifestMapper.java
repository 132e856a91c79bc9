package dev.packs.manifest;

import dev.packs.integrity.Digest;
import dev.packs.io.Glob;
import dev.packs.io.RelativePath;
import dev.packs.pack.CollisionRule;
import dev.packs.pack.CollisionStrategy;
import dev.packs.pack.FileSet;
import dev.packs.pack.ForEach;
import dev.packs.pack.Hook;
import dev.packs.pack.Overwrite;
import dev.packs.pack.PackArchetype;
import dev.packs.pack.PackAuthor;
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
import dev.packs.pack.VariableDefinition;
import dev.packs.version.VersionConstraint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the records of a manifest that has passed every check. */
final class ManifestMapper {

    private ManifestMapper() {}

    static PackManifest manifest(TomlTable root, PackId id) {
        List<VariableDefinition> variables = new ArrayList<>();
        for (TomlTable variable : root.tables("variables")) {
            variables.add(VariableMapper.variable(variable, must(variable, "name")));
        }
        SortedMap<String, String> queries = new TreeMap<>();
        for (Map.Entry<String, Object> query : valuesOf(root, "sparql_queries").entrySet()) {
            queries.put(query.getKey(), (String) query.getValue());
        }
        List<PackageRequest> packages = new ArrayList<>();
        for (TomlTable table : root.tables("packages")) {
            packages.add(request(table));
        }
        List<PackDependency> dependencies = new ArrayList<>();
        for (TomlTable table : root.tables("dependencies")) {
            dependencies.add(dependency(table));
        }
        List<TemplateDefinition> templates = new ArrayList<>();
        for (TomlTable table : root.tables("templates")) {
            templates.add(template(table));
        }
        return new PackManifest(
                pack(root.table("pack").orElseThrow(), id),
                packages,
                dependencies,
                variables,
                templates,
                files(root),
                queries,
                hooks(root),
                valuesOf(root, "metadata"),
                archetype(root.table("archetype")),
                composition(root.table("compose")));
    }

    private static Optional<PackComposition> composition(Optional<TomlTable> table) {
        if (table.isEmpty()) {
            return Optional.empty();
        }
        List<CollisionRule> rules = new ArrayList<>();
        for (TomlTable rule : table.get().tables("collisions")) {
            rules.add(new CollisionRule(
                    Glob.parse(must(rule, "files")),
                    CollisionStrategy.valueOf(must(rule, "strategy").toUpperCase(Locale.ROOT))));
        }
        return Optional.of(new PackComposition(rules));
    }

    private static Optional<PackArchetype> archetype(Optional<TomlTable> table) {
        if (table.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> properties = new TreeMap<>();
        for (Map.Entry<String, Object> property :
                valuesOf(table.get(), "properties").entrySet()) {
            properties.put(property.getKey(), (String) property.getValue());
        }
        return Optional.of(new PackArchetype(
                must(table.get(), "group"),
                must(table.get(), "artifact"),
                must(table.get(), "version"),
                Digest.find(must(table.get(), "digest")).orElseThrow(),
                RelativePath.parse(must(table.get(), "jar")),
                properties));
    }

    /** What a table holds; nothing where there is none. */
    private static Map<String, Object> valuesOf(TomlTable root, String key) {
        Optional<TomlTable> table = root.table(key);
        return table.isPresent() ? table.get().values() : Map.of();
    }

    private static PackDescription pack(TomlTable table, PackId id) {
        return new PackDescription(
                id,
                table.text("name").orElse(id.name().id()),
                must(table, "description"),
                table.text("category").orElse("other"),
                table.text("license"),
                author(table.table("author")),
                table.text("repository"),
                table.texts("tags"),
                table.texts("keywords"),
                table.flag("production_ready"),
                requirements(table.table("requires")));
    }

    private static Optional<PackAuthor> author(Optional<TomlTable> table) {
        return table.isEmpty()
                ? Optional.empty()
                : Optional.of(new PackAuthor(
                        must(table.get(), "name"),
                        table.get().text("email"),
                        table.get().text("url")));
    }

    private static PackRequirements requirements(Optional<TomlTable> table) {
        return table.isEmpty()
                ? PackRequirements.none()
                : new PackRequirements(
                        constraint(table.get(), "packs"),
                        constraint(table.get(), "java"),
                        constraint(table.get(), "maven"));
    }

    private static Optional<VersionConstraint> constraint(TomlTable table, String key) {
        Optional<String> text = table.text(key);
        return text.isPresent() ? Optional.of(VersionConstraint.parse(text.get())) : Optional.empty();
    }

    private static PackageRequest request(TomlTable table) {
        return new PackageRequest(
                must(table, "name"),
                VersionConstraint.parsePackage(must(table, "version")),
                table.text("type").orElse("jar"),
                table.text("classifier").orElse(""),
                table.flag("optional"),
                table.flag("transitive"),
                path(table, "install_path"),
                path(table, "root"),
                table.texts("include"));
    }

    private static Optional<RelativePath> path(TomlTable table, String key) {
        Optional<String> text = table.text(key);
        return text.isPresent() ? Optional.of(RelativePath.parse(text.get())) : Optional.empty();
    }

    private static PackDependency dependency(TomlTable table) {
        String pack = must(table, "pack");
        int colon = pack.indexOf(':');
        return new PackDependency(
                new PackName(pack.substring(0, colon), pack.substring(colon + 1)),
                VersionConstraint.parse(must(table, "version")),
                table.flag("optional"),
                table.text("reason"));
    }

    private static TemplateDefinition template(TomlTable table) {
        Optional<String> each = table.text("for_each");
        return new TemplateDefinition(
                must(table, "name"),
                RelativePath.parse(must(table, "source")),
                must(table, "output"),
                table.text("when"),
                each.isPresent() ? Optional.of(forEach(each.get())) : Optional.empty(),
                overwrite(table),
                table.text("permissions"),
                TemplateEngine.valueOf(constant(table, "engine", "thymeleaf")));
    }

    /** A manifest without {@code files} means the standard set; an empty list means none. */
    private static List<FileSet> files(TomlTable root) {
        if (root.value("files").isEmpty()) {
            // An archetype makes all files.
            return root.table("archetype").isPresent() ? List.of() : List.of(FileSet.standard());
        }
        List<FileSet> files = new ArrayList<>();
        for (TomlTable table : root.tables("files")) {
            files.add(new FileSet(
                    must(table, "source"),
                    table.text("output"),
                    table.text("when"),
                    overwrite(table),
                    table.text("permissions")));
        }
        return files;
    }

    private static List<Hook> hooks(TomlTable root) {
        List<Hook> hooks = new ArrayList<>();
        Optional<TomlTable> table = root.table("hooks");
        if (table.isPresent()) {
            for (TomlTable hook : table.get().tables("post_generate")) {
                hooks.add(new Hook(
                        hook.texts("run"),
                        hook.texts("environment"),
                        hook.integer("timeout").map(Duration::ofSeconds).orElse(Hook.USUAL_TIMEOUT)));
            }
        }
        return hooks;
    }

    private static Overwrite overwrite(TomlTable table) {
        return Overwrite.valueOf(constant(table, "overwrite", "never"));
    }

    /** The word under a key, spelled as a constant. */
    private static String constant(TomlTable table, String key, String standard) {
        return table.text(key).orElse(standard).toUpperCase(Locale.ROOT);
    }

    /** @param text of the right syntax */
    static ForEach forEach(String text) {
        int colon = text.indexOf(':');
        String from = text.substring(colon + 1).strip();
        boolean query = from.startsWith("query(");
        return new ForEach(
                text.substring(0, colon).strip(),
                query ? from.substring("query(".length(), from.length() - 1).strip() : from,
                query);
    }

    private static String must(TomlTable table, String key) {
        Optional<String> text = table.text(key);
        if (text.isEmpty()) {
            throw new IllegalStateException(table.pathOf(key) + " was checked");
        }
        return text.get();
    }
}
