package dev.packs.manifest;

import dev.packs.io.RelativePath;
import dev.packs.pack.FileSet;
import dev.packs.pack.ForEach;
import dev.packs.pack.Hook;
import dev.packs.pack.Overwrite;
import dev.packs.pack.PackAuthor;
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
        root.table("sparql_queries")
                .ifPresent(table -> table.values().forEach((name, path) -> queries.put(name, (String) path)));
        return new PackManifest(
                pack(root.table("pack").orElseThrow(), id),
                root.tables("packages").stream().map(ManifestMapper::request).toList(),
                root.tables("dependencies").stream()
                        .map(ManifestMapper::dependency)
                        .toList(),
                variables,
                root.tables("templates").stream().map(ManifestMapper::template).toList(),
                files(root),
                queries,
                root.table("hooks").map(ManifestMapper::hooks).orElse(List.of()),
                root.table("metadata").map(TomlTable::values).orElse(Map.of()));
    }

    private static PackDescription pack(TomlTable table, PackId id) {
        return new PackDescription(
                id,
                table.text("name").orElse(id.name().id()),
                must(table, "description"),
                table.text("category").orElse("other"),
                table.text("license"),
                table.table("author")
                        .map(author -> new PackAuthor(must(author, "name"), author.text("email"), author.text("url"))),
                table.text("repository"),
                table.texts("tags"),
                table.texts("keywords"),
                table.flag("production_ready"),
                table.table("requires").map(ManifestMapper::requirements).orElse(PackRequirements.none()));
    }

    private static PackRequirements requirements(TomlTable table) {
        return new PackRequirements(
                table.text("packs").map(VersionConstraint::parse),
                table.text("java").map(VersionConstraint::parse),
                table.text("maven").map(VersionConstraint::parse));
    }

    private static PackageRequest request(TomlTable table) {
        return new PackageRequest(
                must(table, "name"),
                VersionConstraint.parse(must(table, "version")),
                table.text("type").orElse("jar"),
                table.text("classifier").orElse(""),
                table.flag("optional"),
                table.flag("transitive"),
                table.text("install_path").map(RelativePath::parse),
                table.text("root").map(RelativePath::parse),
                table.texts("include"));
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
        return new TemplateDefinition(
                must(table, "name"),
                RelativePath.parse(must(table, "source")),
                must(table, "output"),
                table.text("when"),
                table.text("for_each").map(ManifestMapper::forEach),
                overwrite(table),
                table.text("permissions"),
                table.text("engine")
                        .map(engine -> TemplateEngine.valueOf(engine.toUpperCase(Locale.ROOT)))
                        .orElse(TemplateEngine.THYMELEAF));
    }

    /** A manifest without {@code files} means the standard set; an empty list means none. */
    private static List<FileSet> files(TomlTable root) {
        if (root.value("files").isEmpty()) {
            return List.of(FileSet.standard());
        }
        return root.tables("files").stream()
                .map(table -> new FileSet(
                        must(table, "source"),
                        table.text("output"),
                        table.text("when"),
                        overwrite(table),
                        table.text("permissions")))
                .toList();
    }

    private static List<Hook> hooks(TomlTable table) {
        return table.tables("post_generate").stream()
                .map(hook -> new Hook(hook.texts("run")))
                .toList();
    }

    private static Overwrite overwrite(TomlTable table) {
        return table.text("overwrite")
                .map(word -> Overwrite.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Overwrite.NEVER);
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
        return text.orElseThrow(() -> new IllegalStateException(table.pathOf(key) + " was checked"));
    }
}
