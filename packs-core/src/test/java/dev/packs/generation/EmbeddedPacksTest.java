package dev.packs.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import dev.packs.io.FolderTree;
import dev.packs.io.RelativePath;
import dev.packs.manifest.ManifestReader;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackManifest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.pack.TemplateEngine;
import dev.packs.pack.VariableDefinition;
import dev.packs.rendering.Expression;
import dev.packs.rendering.NoRows;
import dev.packs.rendering.QueryRows;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.RenderedText;
import dev.packs.rendering.Scope;
import dev.packs.rendering.TemplateRenderer;
import dev.packs.variables.CommandLineValues;
import dev.packs.variables.DetectedValues;
import dev.packs.variables.GivenValue;
import dev.packs.variables.GivenValues;
import dev.packs.variables.PackExpressions;
import dev.packs.variables.PackVariables;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.ValueLayer;
import dev.packs.variables.ValueSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPacksTest {

    private static final Path PACKS = Path.of("../packs-maven-plugin/src/main/packs");
    private static final String WEBJAR = "META-INF/resources/webjars/normalize.css/8.0.1/normalize.css";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"base-java", "cli-app", "domain-model", "ontology-model", "web-api-starter"})
    void a_manifest_has_no_fault_and_its_templates_read_only_what_it_declares(String id) throws IOException {
        ParsedManifest parsed = manifest(id);
        PackManifest pack = parsed.manifest();
        FolderTree files = FolderTree.read(PACKS.resolve(id));
        TemplateRenderer renderer = new TemplateRenderer(files, id, RenderLimits.standard());

        assertThat(parsed.warnings()).isEmpty();
        assertThat(pack.id()).hasToString("dev.packs.starters:" + id + ":1.0.0");
        for (VariableDefinition variable : pack.variables()) {
            assertThat(variable.description()).as(variable.name()).isPresent();
            assertThat(variable.example()).as(variable.name()).isPresent();
        }
        Set<RelativePath> unused = new HashSet<>(files.paths());
        unused.removeIf(path -> !path.text().startsWith("templates/"));
        for (TemplateDefinition template : pack.templates()) {
            unused.remove(template.source());
            if (template.engine() == TemplateEngine.THYMELEAF) {
                assertThat(renderer.check(template.source(), names(pack, template)))
                        .as(template.name())
                        .isEmpty();
            }
        }
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres,false,false,30",
        "postgres,true,true,37",
        "mysql,false,true,33",
        "mysql,true,false,34",
        "h2,false,false,30",
        "h2,true,true,37"
    })
    void web_api_starter_renders(String database, String graphql, String auth, int files) throws IOException {
        Map<String, String> made = render(
                "web-api-starter",
                Map.of("database", text(database), "enable_graphql", text(graphql), "enable_auth", text(auth)));

        assertThat(made)
                .hasSize(files)
                .containsKeys("pom.xml", "LICENSE", "src/main/resources/static/vendor/normalize.css");
        assertThat(made.get("src/main/resources/application.yaml"))
                .contains("jdbc:" + database.replace("gres", "gresql"));
        assertThat(java.util.Objects.requireNonNull(made.get("pom.xml")).contains("starter-graphql"))
                .isEqualTo(Boolean.parseBoolean(graphql));
        assertThat(made.containsKey("src/main/java/com/example/sample/security/SecurityConfiguration.java"))
                .isEqualTo(Boolean.parseBoolean(auth));
    }

    @ParameterizedTest
    @CsvSource({"apache-2.0,Apache License", "mit,MIT License", "bsd-3-clause,BSD 3-Clause License"})
    void a_licence_names_author_and_year(String license, String title) throws IOException {
        String text = render("base-java", Map.of("license", text(license))).get("LICENSE");

        assertThat(text).contains(title).containsPattern("Copyright (\\(c\\) )?2026,? Ada Lovelace");
    }

    @Test
    void no_licence_is_no_file() throws IOException {
        assertThat(render("base-java", Map.of("license", text("none"))))
                .containsOnlyKeys(".gitignore", ".gitattributes", ".editorconfig", "config/eclipse-formatter.xml");
    }

    @Test
    void cli_app_renders() throws IOException {
        assertThat(render("cli-app", Map.of("package", text("com.acme.tool"))))
                .hasSize(16)
                .containsKeys("bin/sample", "src/main/java/com/acme/tool/Main.java");
    }

    @Test
    void entities_become_records_with_builders_where_asked() throws IOException {
        Map<String, Object> entity = Map.of(
                "name",
                "Order",
                "description",
                "What somebody wants",
                "builder",
                true,
                "fields",
                List.of(
                        Map.of("name", "total", "type", "decimal"),
                        Map.of("name", "status", "type", "Status", "required", false),
                        Map.of("name", "notes", "type", "string", "list", true)));
        Map<String, Object> choice =
                Map.of("name", "Status", "description", "How far it is", "values", List.of("OPEN", "SHIPPED"));

        Map<String, String> made = render(
                "domain-model",
                Map.of(
                        "package",
                        text("com.acme"),
                        "entities",
                        typed(List.of(entity)),
                        "enums",
                        typed(List.of(choice))));

        assertThat(made).hasSize(5);
        assertThat(made.get("src/main/java/com/acme/Status.java")).contains("    OPEN,\n    SHIPPED\n}");
        assertThat(made.get("src/main/java/com/acme/Order.java"))
                .contains("import java.math.BigDecimal;\nimport java.util.List;\nimport java.util.Objects;\n\n")
                .contains("        Status status,\n        List<String> notes) {\n")
                .contains("return new Order(total, status, notes);");
        assertThat(made.get("src/main/resources/com/acme/Order.schema.json"))
                .contains("\"enum\": [\"OPEN\", \"SHIPPED\"]")
                .contains("\"required\": [\"total\", \"notes\"],");
    }

    private static ParsedManifest manifest(String id) throws IOException {
        return ManifestReader.read(Files.readAllBytes(PACKS.resolve(id).resolve("pack.toml")), id + "/pack.toml");
    }

    private static Set<String> names(PackManifest pack, TemplateDefinition template) {
        Set<String> names = new HashSet<>(Set.of("pack", "packages"));
        pack.variables().forEach(variable -> names.add(variable.name()));
        pack.queries().keySet().forEach(query -> names.add(QueryRows.readAs(query)));
        template.forEach().ifPresent(each -> names.add(each.item()));
        return names;
    }

    /** The pack's files and those of the packs that it depends on, by path. */
    private Map<String, String> render(String id, Map<String, GivenValue> given) throws IOException {
        List<PackManifest> packs = new ArrayList<>();
        PackManifest pack = manifest(id).manifest();
        for (var dependency : pack.dependencies()) {
            packs.add(manifest(dependency.name().id()).manifest());
        }
        packs.add(pack);
        var values = new PackVariables(packs, given(id, given), new PackExpressions(Place.of(id))).resolve();
        List<PackContent> contents = new ArrayList<>();
        for (PackManifest one : packs) {
            ResolvedVariables variables = values.getOrDefault(one.id().name(), ResolvedVariables.none());
            FolderTree files = FolderTree.read(PACKS.resolve(one.id().name().id()));
            contents.add(new PackContent(one, files, variables, packages(one), new NoRows()));
        }
        List<RenderedFile> files = new ArrayList<>();
        assertThat(new PackRendering(contents, Texts::new).render(files::add)).isEmpty();
        Map<String, String> made = new TreeMap<>();
        for (RenderedFile file : files) {
            String text = new String(file.content().bytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .as(file.path().text())
                    .doesNotContain("[(${", "[# th:", "[/]")
                    .endsWith("\n");
            made.put(file.path().text(), text);
        }
        return made;
    }

    private static GivenValues given(String id, Map<String, GivenValue> values) {
        return new GivenValues(
                id,
                new CommandLineValues(Map.of()),
                List.of(new ValueLayer(ValueSource.POM, values)),
                DetectedValues.ofScaffold(
                        Optional.of("sample"), Optional.of("Ada Lovelace"), Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static GivenValue text(String value) {
        return GivenValue.text(value, Place.of("test"));
    }

    private static GivenValue typed(Object value) {
        return GivenValue.typed(value, Place.of("test"));
    }

    private Map<String, PackageContent> packages(PackManifest pack) throws IOException {
        if (pack.packages().isEmpty()) {
            return Map.of();
        }
        Path file = folder.resolve(WEBJAR);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "/* normalize.css */\n");
        Files.writeString(file.resolveSibling("README.md"), "not wanted\n");
        return Map.of("org.webjars.npm:normalize.css", new PackageContent("8.0.1", FolderTree.read(folder)));
    }

    /** The template language over the values of one pack. */
    private static final class Texts implements TextRendering {

        private final TemplateRenderer renderer;
        private final Map<String, Object> values;

        Texts(PackContent pack, Map<String, Object> values) {
            this.renderer = new TemplateRenderer(
                    pack.files(), pack.manifest().id().name().id(), RenderLimits.standard());
            this.values = values;
        }

        @Override
        public Result template(RelativePath source, Optional<Row> row) {
            RenderedText text = renderer.render(source, scope(row));
            return new Result(text.text(), text.reads(), text.sources());
        }

        @Override
        public Result velocity(RelativePath source, Optional<Row> row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String line(String text, Optional<Row> row, Place place) {
            return renderer.renderLine(text, place, scope(row)).text();
        }

        @Override
        public boolean isTrue(String expression, Place place) {
            return Expression.parse(expression, place).isTrue(values);
        }

        @Override
        public @Nullable Object value(String name) {
            return values.get(name);
        }

        private Scope scope(Optional<Row> row) {
            Map<String, Object> all = new HashMap<>(values);
            row.ifPresent(one -> all.put(one.name(), one.value()));
            return Scope.of(all);
        }
    }
}
