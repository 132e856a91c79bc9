package dev.packs.operation;

import dev.packs.hook.PackHooks;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.Hook;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackDescription;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.pack.PackageRequest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.pack.VariableDefinition;
import dev.packs.source.PackLibrary;
import dev.packs.terminal.ShellText;
import dev.packs.variables.ExampleValue;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells everything that a pack says of itself: what it asks for, what it writes, what it needs. */
public final class ShowPack {

    private final PackLibrary library;
    private final List<String> groups;

    public ShowPack(PackLibrary library, List<String> groups) {
        this.library = library;
        this.groups = List.copyOf(groups);
    }

    /**
     * What a pack says of itself.
     *
     * @param asked the reference as it was typed
     * @param versions all that can be had, newest first
     */
    public record Description(String asked, PackManifest manifest, List<Version> versions) implements Report {

        public Description {
            versions = List.copyOf(versions);
        }

        @Override
        public List<String> lines() {
            List<String> lines = facts();
            lines.add("");
            lines.add(command());
            return lines;
        }

        /** All but the command. */
        List<String> facts() {
            PackDescription pack = manifest.pack();
            List<String> lines = new ArrayList<>();
            lines.add(pack.id() + "  " + pack.name());
            lines.add(pack.description());
            lines.add("");
            TextTable facts = new TextTable();
            facts.row("category", pack.category());
            pack.license().ifPresent(license -> facts.row("licence", license));
            pack.author().ifPresent(author -> facts.row("author", author.name()));
            pack.repository().ifPresent(repository -> facts.row("repository", repository));
            if (!pack.tags().isEmpty()) {
                facts.row("tags", String.join(", ", pack.tags()));
            }
            manifest.archetype().ifPresent(archetype -> facts.row("archetype", archetype.toString()));
            facts.row("versions", join(versions));
            pack.requirements().packs().ifPresent(packs -> facts.row("needs Packs", packs.text()));
            pack.requirements().java().ifPresent(java -> facts.row("needs Java", java.text()));
            pack.requirements().maven().ifPresent(maven -> facts.row("needs Maven", maven.text()));
            lines.addAll(facts.lines(""));
            section(lines, "Variables", variables());
            section(lines, "Writes", outputs());
            section(lines, "Depends on", dependencies());
            section(lines, "Packages", packages());
            section(lines, "Hooks, which run only if you say so", hooks());
            return lines;
        }

        /** How it is generated from. */
        String command() {
            ShellText shell = ShellText.here();
            return "Use it: mvn packs:generate "
                    + shell.quote("-Dpack=" + asked).orElse("-Dpack=…") + " -Dname=my-project"
                    + needed(manifest, shell);
        }

        /** The arguments that a generation needs beside the project's name, each with a space before it. */
        static String needed(PackManifest manifest, ShellText shell) {
            StringBuilder arguments = new StringBuilder();
            for (VariableDefinition variable : manifest.variables()) {
                boolean isName = variable.name().equals("project_name")
                        || (manifest.archetype().isPresent() && variable.name().equals("artifactId"));
                boolean isAsked = variable.required()
                        && variable.defaultValue().isEmpty()
                        && variable.when().isEmpty()
                        // Nobody types one where others can read it.
                        && !variable.secret();
                if (isAsked && !isName) {
                    arguments
                            .append(' ')
                            .append(ExampleValue.argument(variable, shell).orElse("-Dpacks.answers=answers.toml"));
                }
            }
            return arguments.toString();
        }

        private static String join(List<Version> versions) {
            List<String> shown =
                    versions.stream().limit(10).map(Version::toString).toList();
            return String.join(", ", shown) + (versions.size() > 10 ? " and " + (versions.size() - 10) + " older" : "");
        }

        private static void section(List<String> lines, String title, TextTable table) {
            List<String> rows = table.lines("  ");
            if (!rows.isEmpty()) {
                lines.add("");
                lines.add(title);
                lines.addAll(rows);
            }
        }

        private TextTable variables() {
            TextTable table = new TextTable();
            for (VariableDefinition variable : manifest.variables()) {
                String value = variable.secret()
                        ? "(secret)"
                        : variable.defaultValue()
                                .map(text -> "= " + text)
                                .orElse(variable.required() ? "(required)" : "");
                String options = variable.options().isEmpty() ? "" : " " + variable.options();
                table.row(
                        variable.name(),
                        variable.type().key(),
                        value,
                        variable.description().orElse("") + options);
            }
            return table;
        }

        private TextTable outputs() {
            TextTable table = new TextTable();
            for (TemplateDefinition template : manifest.templates()) {
                String each = template.forEach().map(rows -> "for each " + rows).orElse("");
                String when =
                        template.when().map(condition -> "when " + condition).orElse("");
                table.row(template.output(), (each + " " + when).strip());
            }
            manifest.files().forEach(files -> table.row(files.output().orElse(files.source()), "copied"));
            return table;
        }

        private TextTable dependencies() {
            TextTable table = new TextTable();
            for (PackDependency dependency : manifest.dependencies()) {
                table.row(
                        dependency.name().toString(),
                        dependency.constraint().text(),
                        (dependency.optional() ? "optional " : "")
                                + dependency.reason().orElse(""));
            }
            return table;
        }

        private TextTable packages() {
            TextTable table = new TextTable();
            for (PackageRequest request : manifest.packages()) {
                table.row(
                        request.name(),
                        request.constraint().text(),
                        request.installPath().map(path -> "into " + path).orElse(""));
            }
            return table;
        }

        private TextTable hooks() {
            TextTable table = new TextTable();
            for (String hook : new PackHooks(manifest.id(), Optional.empty(), manifest.postGenerate()).lines()) {
                table.row(hook);
            }
            return table;
        }

        @Override
        public Map<String, Object> document() {
            PackDescription pack = manifest.pack();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("group", pack.id().name().group());
            document.put("id", pack.id().name().id());
            document.put("version", pack.id().version().toString());
            document.put("name", pack.name());
            document.put("description", pack.description());
            document.put("category", pack.category());
            pack.license().ifPresent(license -> document.put("license", license));
            pack.author().ifPresent(author -> document.put("author", author.name()));
            pack.repository().ifPresent(repository -> document.put("repository", repository));
            manifest.archetype().ifPresent(archetype -> {
                document.put("archetype", archetype.toString());
                document.put("archetypeDigest", archetype.digest().toString());
            });
            document.put("tags", pack.tags());
            document.put("productionReady", pack.productionReady());
            document.put("versions", versions.stream().map(Version::toString).toList());
            document.put(
                    "variables",
                    manifest.variables().stream().map(Description::describe).toList());
            document.put(
                    "templates",
                    manifest.templates().stream().map(Description::describe).toList());
            document.put(
                    "dependencies",
                    manifest.dependencies().stream().map(Description::describe).toList());
            document.put(
                    "packages",
                    manifest.packages().stream().map(Description::describe).toList());
            if (!manifest.postGenerate().isEmpty()) {
                document.put(
                        "hooks",
                        manifest.postGenerate().stream()
                                .map(Description::describe)
                                .toList());
            }
            return document;
        }

        private static Map<String, Object> describe(Hook hook) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("run", hook.run());
            fields.put("environment", hook.environment());
            fields.put("timeout", hook.timeout().toSeconds());
            return fields;
        }

        private static Map<String, Object> describe(VariableDefinition variable) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", variable.name());
            fields.put("type", variable.type().key());
            variable.description().ifPresent(text -> fields.put("description", text));
            fields.put("required", variable.required());
            if (!variable.secret()) {
                variable.defaultValue().ifPresent(value -> fields.put("default", value));
            }
            if (!variable.options().isEmpty()) {
                fields.put("options", variable.options());
            }
            variable.pattern().ifPresent(pattern -> fields.put("pattern", pattern));
            variable.min().ifPresent(min -> fields.put("min", min));
            variable.max().ifPresent(max -> fields.put("max", max));
            variable.example().ifPresent(example -> fields.put("example", example));
            variable.group().ifPresent(group -> fields.put("group", group));
            variable.when().ifPresent(when -> fields.put("when", when));
            fields.put("secret", variable.secret());
            variable.items().ifPresent(items -> fields.put("items", describe(items)));
            if (!variable.fields().isEmpty()) {
                fields.put(
                        "fields",
                        variable.fields().stream().map(Description::describe).toList());
            }
            return fields;
        }

        private static Map<String, Object> describe(TemplateDefinition template) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", template.name());
            fields.put("output", template.output());
            template.when().ifPresent(when -> fields.put("when", when));
            template.forEach().ifPresent(rows -> fields.put("forEach", rows.toString()));
            return fields;
        }

        private static Map<String, Object> describe(PackDependency dependency) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("pack", dependency.name().toString());
            fields.put("constraint", dependency.constraint().text());
            fields.put("optional", dependency.optional());
            dependency.reason().ifPresent(reason -> fields.put("reason", reason));
            return fields;
        }

        private static Map<String, Object> describe(PackageRequest request) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", request.name());
            fields.put("constraint", request.constraint().text());
            request.installPath().ifPresent(path -> fields.put("installPath", path.text()));
            return fields;
        }
    }

    /** @throws dev.packs.PacksException if there is no such pack, or no version that satisfies the constraint */
    public Description run(PackRef.Named ref) {
        PackName name = library.require(ref, groups);
        List<Version> versions = new ArrayList<>(library.versions(name));
        versions.sort(Comparator.reverseOrder());
        if (versions.isEmpty()) {
            throw library.notFound(ref.text(), groups);
        }
        Optional<Version> chosen = Chosen.newest(versions, ref.constraint());
        ParsedManifest manifest =
                library.manifest(new PackId(name, chosen.orElseThrow(() -> Chosen.none(ref.text(), versions))));
        return new Description(ref.text(), manifest.manifest(), versions);
    }
}
