package dev.packs.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/pack-toml.md} against the model. */
class PackTomlPageTest {

    private static final Path PAGE = Path.of("../docs/pack-toml.md");

    static final Map<String, Shape.Table> TABLES = tables();

    private static Map<String, Shape.Table> tables() {
        Map<String, Shape.Table> tables = new LinkedHashMap<>();
        tables.put("file", ManifestSchema.MANIFEST);
        tables.put("pack", ManifestSchema.PACK);
        tables.put("author", ManifestSchema.AUTHOR);
        tables.put("requires", ManifestSchema.REQUIRES);
        tables.put("packages", ManifestSchema.PACKAGE);
        tables.put("dependencies", ManifestSchema.DEPENDENCY);
        tables.put("variables", ManifestSchema.VARIABLE);
        tables.put("items", ManifestSchema.ITEMS);
        tables.put("fields", ManifestSchema.FIELD);
        tables.put("templates", ManifestSchema.TEMPLATE);
        tables.put("files", ManifestSchema.FILES);
        tables.put("compose", ManifestSchema.COMPOSE);
        tables.put("collisions", ManifestSchema.COLLISION);
        tables.put("archetype", ManifestSchema.ARCHETYPE);
        tables.put("hooks", ManifestSchema.HOOKS);
        tables.put("post_generate", ManifestSchema.HOOK);
        return tables;
    }

    @Test
    void the_page_has_every_key_with_type_default_and_example() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page;
        for (Map.Entry<String, Shape.Table> table : TABLES.entrySet()) {
            String start = "<!-- keys: " + table.getKey() + " -->\n";
            String end = "<!-- end -->";
            int from = expected.indexOf(start);
            assertThat(from).as("the page has the line %s", start).isNotNegative();
            expected = expected.substring(0, from + start.length())
                    + rows(table.getValue())
                    + expected.substring(expected.indexOf(end, from));
        }
        if (Boolean.getBoolean("packs.regenerate")) {
            Files.writeString(PAGE, expected);
            page = expected;
        }
        assertThat(page)
                .as("mend it with: mvn -pl packs-core test -Dtest=PackTomlPageTest -Dpacks.regenerate=true")
                .isEqualTo(expected);
    }

    private static String rows(Shape.Table table) {
        StringBuilder rows = new StringBuilder(
                "| key | type | required | default | meaning | example |\n|---|---|---|---|---|---|\n");
        for (Key key : table.keys()) {
            rows.append("| `")
                    .append(key.name())
                    .append("` | ")
                    .append(type(key.shape()))
                    .append(key.required() ? " | yes | " : " | no | ")
                    .append(key.standard())
                    .append(" | ")
                    .append(key.meaning())
                    .append(" | `")
                    .append(key.example().replace("|", "\\|"))
                    .append("` |\n");
        }
        return rows.toString();
    }

    private static String type(Shape shape) {
        if (shape instanceof Shape.Choice choice) {
            return "one of `" + String.join("`, `", choice.words()) + "`";
        }
        if (shape instanceof Shape.Text text) {
            return "string, at most " + text.longest();
        }
        if (shape instanceof Shape.Many many) {
            return "list of: " + type(many.item());
        }
        return shape instanceof Shape.Table || shape instanceof Shape.Ref || shape instanceof Shape.Open
                ? "table"
                : shape.noun().replaceFirst("^an? ", "");
    }
}
