package dev.packs.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.packs.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestSchemaTest {

    private static final Path SHIPPED = Path.of("src/main/resources/dev/packs/manifest/pack.schema.json");

    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        try {
            JsonNode tree = new ObjectMapper().readTree(ManifestSchema.toJson());
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(tree);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean accepts(String toml) throws IOException {
        return SCHEMA.validate(new TomlMapper().readTree(toml)).isEmpty();
    }

    @Test
    void the_shipped_schema_is_that_of_the_model() throws IOException {
        if (Boolean.getBoolean("packs.regenerate")) {
            Files.createDirectories(SHIPPED.getParent());
            Files.writeString(SHIPPED, ManifestSchema.toJson());
        }
        assertThat(Files.readString(SHIPPED))
                .as("mend it with: mvn -pl packs-core test -Dtest=ManifestSchemaTest -Dpacks.regenerate=true")
                .isEqualTo(ManifestSchema.toJson());
        try (InputStream shipped = ManifestSchema.class.getResourceAsStream("pack.schema.json")) {
            assertThat(new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(ManifestSchema.toJson());
        }
    }

    @Test
    void a_sound_manifest_is_accepted() throws IOException {
        assertThat(accepts(ManifestReaderTest.HEAD + """
                category = "web"
                author = { name = "Jo", email = "jo@example.com" }
                requires = { java = ">=17" }
                [[packages]]
                name = "org.webjars:bootstrap"
                version = "^5.3"
                include = ["css/**"]
                [[dependencies]]
                pack = "com.acme:base-java"
                version = "^1.0"
                [[variables]]
                name = "entities"
                type = "list"
                default = []
                items = { type = "object", fields = [{ name = "a", type = "list", items = { min = 1 } }] }
                [[templates]]
                name = "t"
                source = "templates/t"
                output = "[(${entity.name})].txt"
                when = "${x}"
                for_each = "entity : entities"
                permissions = "0755"
                [[files]]
                source = "files/**"
                [sparql_queries]
                q = "queries/q.rq"
                [[hooks.post_generate]]
                run = ["mvn"]
                [metadata]
                test_coverage = 87.0
                """)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "licence = \"MIT\"",
                "category = \"wbe\"",
                "tags = \"rest\"",
                "production_ready = \"yes\"",
                "repository = \"example.com\"",
                "author = { email = \"a@b\" }",
                "requires = { jav = \"17\" }",
                "[[packages]]\nname = \"bootstrap\"\nversion = \"1\"",
                "[[packages]]\nname = \"a:b\"",
                "[[dependencies]]\npack = \"base\"\nversion = \"1\"",
                "[[variables]]\ntype = \"string\"",
                "[[variables]]\nname = \"1a\"",
                "[[variables]]\nname = \"a\"\ntype = \"text\"",
                "[[variables]]\nname = \"a\"\nitems = { typ = \"string\" }",
                "[[variables]]\nname = \"a\"\nfields = [{ type = \"string\" }]",
                "[[variables]]\nname = \"a\"\nmin = 1.5",
                "[[templates]]\nname = \"t\"\nsource = \"/a\"\noutput = \"b\"",
                "[[templates]]\nname = \"t\"\nsource = \"a\"\noutput = \"b\"\nwhen = \"x\"",
                "[[templates]]\nname = \"t\"\nsource = \"a\"\noutput = \"b\"\npermissions = \"755\"",
                "[[templates]]\nname = \"t\"\nsource = \"a\"\noutput = \"b\"\nfor_each = \"a in b\"",
                "[[templates]]\nname = \"t\"\nsource = \"a\"\noutput = \"b\"\nengine = \"x\"",
                "[[hooks.post_generate]]\nrun = []",
                "[hooks]\npre = 1",
            })
    void a_wrong_manifest_is_refused_by_schema_and_reader(String lines) throws IOException {
        String text = ManifestReaderTest.HEAD + lines + "\n";
        assertThat(accepts(text)).isFalse();
        TomlDocument document = TomlDocument.parse(text.getBytes(StandardCharsets.UTF_8), "pack.toml", 65536);
        Problems problems = new Problems();
        new SchemaCheck(ManifestSchema.DEFINITIONS, document.places(), problems)
                .check(ManifestSchema.MANIFEST, document.root().values(), "");
        assertThat(problems.list()).isNotEmpty();
    }

    @Test
    void a_manifest_without_pack_is_refused() throws IOException {
        assertThat(accepts("files = []")).isFalse();
    }

    @Test
    void every_example_of_the_model_is_good() throws IOException {
        for (Shape.Table table : PackTomlPageTest.TABLES.values()) {
            for (Key key : table.keys()) {
                TomlDocument document = TomlDocument.parse(
                        (key.name() + " = " + key.example()).getBytes(StandardCharsets.UTF_8), "x", 1000);
                Problems problems = new Problems();
                SchemaCheck check = new SchemaCheck(ManifestSchema.DEFINITIONS, document.places(), problems);
                check.check(
                        key.shape(),
                        Objects.requireNonNull(document.root().values().get(key.name())),
                        key.name());
                assertThat(problems.list())
                        .as("%s %s", table.title(), key.name())
                        .isEmpty();
            }
        }
        assertThat(Map.copyOf(PackTomlPageTest.TABLES)).hasSizeGreaterThan(10);
    }
}
