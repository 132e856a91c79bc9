package dev.packs.generation;

import static dev.packs.generation.EmbeddedPacks.PACKS;
import static dev.packs.generation.EmbeddedPacks.manifest;
import static dev.packs.generation.EmbeddedPacks.text;
import static dev.packs.generation.EmbeddedPacks.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.io.FolderTree;
import dev.packs.io.RelativePath;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackManifest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.pack.TemplateEngine;
import dev.packs.pack.VariableDefinition;
import dev.packs.rendering.QueryRows;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.TemplateRenderer;
import dev.packs.variables.GivenValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPacksTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "base-java",
        "cli-app",
        "database-advanced",
        "devops-basics",
        "domain-model",
        "enterprise-stack",
        "ml-data-science",
        "monitoring-observability",
        "ontology-model",
        "production-deployment",
        "web-api-starter"
    })
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
        "base-java",
        "cli-app",
        "database-advanced",
        "devops-basics",
        "domain-model",
        "enterprise-stack",
        "ml-data-science",
        "monitoring-observability",
        "ontology-model",
        "pack-project",
        "production-deployment",
        "web-api-starter"
    })
    void the_page_has_exactly_the_variables_of_a_pack(String id) throws IOException {
        String page = Files.readString(Path.of("../docs/embedded-packs.md"));
        String section = page.substring(page.indexOf("## Variables"), page.indexOf("## Versions"));
        Set<String> said = new TreeSet<>();
        String packs = "";
        for (String line : section.lines().filter(line -> line.startsWith("| ")).toList()) {
            List<String> cells = List.of(line.split("\\|", -1));
            packs = cells.get(1).isBlank() ? packs : cells.get(1);
            if (packs.contains("`" + id + "`")) {
                Pattern.compile("`(\\w+)`").matcher(cells.get(2)).results().forEach(name -> said.add(name.group(1)));
            }
        }

        assertThat(said)
                .containsExactlyInAnyOrderElementsOf(manifest(id).manifest().variables().stream()
                        .map(VariableDefinition::name)
                        .toList());
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

    private Map<String, String> render(String id, Map<String, GivenValue> given) throws IOException {
        return new EmbeddedPacks(folder).render(id, given);
    }

    private static Set<String> names(PackManifest pack, TemplateDefinition template) {
        Set<String> names = new HashSet<>(Set.of("pack", "packages"));
        pack.variables().forEach(variable -> names.add(variable.name()));
        pack.queries().keySet().forEach(query -> names.add(QueryRows.readAs(query)));
        template.forEach().ifPresent(each -> names.add(each.item()));
        return names;
    }
}
