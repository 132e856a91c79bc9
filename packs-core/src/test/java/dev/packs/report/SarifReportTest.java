package dev.packs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {

    @TempDir
    private static Path root;

    private static final List<Problem> ERRORS = List.of(
            Problem.at(
                            ProblemCode.OUTPUT_COLLISION,
                            new Place("src/main/pack/pack.toml", 12, 10),
                            "`a.txt` would be written twice")
                    .help("give one of them another `output`"),
            Problem.at(
                    ProblemCode.VARIABLE_UNDEFINED,
                    new Place("greeter!/templates/a bü.md", 3, 0),
                    "`x` is not defined"),
            Problem.at(ProblemCode.TEMPLATE_MISSING, Place.of("other!/templates/a.md"), "it is not there"),
            Problem.at(ProblemCode.ANSWERS_INVALID, new Place("/elsewhere/a.toml", 1, 1), "it is wrong"),
            Problem.of(ProblemCode.VARIABLE_UNDEFINED, "another one"));
    private static final List<Problem> WARNINGS =
            List.of(Problem.of(ProblemCode.MANIFEST_MISSING_KEY, "it has no description"));

    private static JsonNode document(List<Problem> errors, List<Problem> warnings) throws IOException {
        Path folder = Files.createDirectories(root.resolve("src/main/pack"));
        return document(List.of(new SarifReport.Source("greeter", Optional.of(folder), ERRORS)), errors, warnings);
    }

    private static JsonNode document(List<SarifReport.Source> sources, List<Problem> errors, List<Problem> warnings)
            throws IOException {
        return new ObjectMapper().readTree(new SarifReport("1.0.0", root, sources).of(errors, warnings));
    }

    /** The schema of OASIS, as a library of others ships it. */
    private static JsonSchema schema() throws IOException {
        try (InputStream schema =
                SarifReportTest.class.getClassLoader().getResourceAsStream("schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(new ObjectMapper().readTree(Objects.requireNonNull(schema)));
        }
    }

    @Test
    void it_fits_the_schema_of_sarif_and_the_schema_is_not_content_with_anything() throws IOException {
        JsonSchema schema = schema();

        assertThat(schema.validate(document(ERRORS, WARNINGS))).isEmpty();
        assertThat(schema.validate(document(List.of(), List.of()))).isEmpty();
        assertThat(schema.validate(new ObjectMapper().readTree("{\"version\":\"2.1.0\",\"runs\":[{}]}")))
                .isNotEmpty();
    }

    @Test
    void problems_become_results_with_their_rules() throws IOException {
        JsonNode run = document(ERRORS, WARNINGS).path("runs").path(0);

        assertThat(run.path("results")).hasSize(6);
        assertThat(run.path("results").findValuesAsText("level"))
                .containsExactly("error", "error", "error", "error", "error", "warning");
        assertThat(run.at("/tool/driver/rules").findValuesAsText("id"))
                .containsExactly("PACKS-106", "PACKS-303", "PACKS-307", "PACKS-309", "PACKS-312");
        for (JsonNode result : run.path("results")) {
            assertThat(run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt() + "/id"))
                    .isEqualTo(result.path("ruleId"));
        }
        assertThat(run.at("/results/0/message/text").asText())
                .isEqualTo("`a.txt` would be written twice\nhelp: give one of them another `output`");
    }

    @Test
    void places_are_relative_to_where_it_was_run() throws IOException {
        JsonNode results = document(ERRORS, WARNINGS).at("/runs/0/results");
        String location = "/locations/0/physicalLocation";

        assertThat(results.at("/0" + location + "/artifactLocation/uri").asText())
                .isEqualTo("src/main/pack/pack.toml");
        assertThat(results.at("/0" + location + "/region/startLine").asInt()).isEqualTo(12);
        assertThat(results.at("/0" + location + "/region/startColumn").asInt()).isEqualTo(10);
        assertThat(results.at("/1" + location + "/artifactLocation/uri").asText())
                .isEqualTo("src/main/pack/templates/a%20b%C3%BC.md");
        assertThat(results.at("/1" + location + "/region").has("startColumn")).isFalse();
        assertThat(results.at("/2" + location + "/artifactLocation/uri").asText())
                .isEqualTo("other!/templates/a.md");
        assertThat(results.at("/2" + location).has("region")).isFalse();
        assertThat(results.at("/3" + location + "/artifactLocation/uri").asText())
                .isEqualTo("file:///elsewhere/a.toml");
    }

    @Test
    void what_has_no_place_is_told_of_the_manifest_since_code_hosts_take_nothing_without_a_location()
            throws IOException {
        String uri = "/locations/0/physicalLocation/artifactLocation/uri";
        JsonNode results = document(ERRORS, WARNINGS).at("/runs/0/results");
        assertThat(results.at("/4" + uri).asText()).isEqualTo("src/main/pack/pack.toml");
        assertThat(results.at("/5" + uri).asText()).as("of nobody").isEqualTo("pom.xml");

        Problem ofJar = Problem.of(ProblemCode.CONFLICT, "it is wrong");
        Problem ofRelease = Problem.of(ProblemCode.CONFLICT, "it is wrong");
        JsonNode others = document(
                        List.of(
                                new SarifReport.Source("jar", Optional.of(root.resolve("a.jar")), List.of(ofJar)),
                                new SarifReport.Source("release", Optional.empty(), List.of(ofRelease))),
                        List.of(ofJar, ofRelease),
                        List.of())
                .at("/runs/0/results");
        assertThat(others.at("/0" + uri).asText()).isEqualTo("a.jar");
        assertThat(others.at("/1" + uri).asText()).isEqualTo("release!/pack.toml");
    }

    @Test
    void two_packs_of_one_id_are_each_in_their_own_folder() throws IOException {
        Problem first = Problem.at(ProblemCode.TEMPLATE_FAILED, Place.of("x!/a.md"), "it is wrong");
        Problem second = Problem.at(ProblemCode.TEMPLATE_FAILED, Place.of("x!/a.md"), "it is wrong");
        Problem third = Problem.at(ProblemCode.TEMPLATE_FAILED, Place.of("x!/a.md"), "it is wrong");
        JsonNode results = document(
                        List.of(
                                new SarifReport.Source(
                                        "x", Optional.of(Files.createDirectories(root.resolve("a"))), List.of(first)),
                                new SarifReport.Source(
                                        "x", Optional.of(Files.createDirectories(root.resolve("b"))), List.of(second)),
                                new SarifReport.Source("other", Optional.empty(), List.of(third))),
                        List.of(first, second, third),
                        List.of())
                .at("/runs/0/results");

        String uri = "/locations/0/physicalLocation/artifactLocation/uri";
        assertThat(results.at("/0" + uri).asText()).isEqualTo("a/a.md");
        assertThat(results.at("/1" + uri).asText()).isEqualTo("b/a.md");
        assertThat(results.at("/2" + uri).asText())
                .as("which of the two is not known")
                .isEqualTo("x!/a.md");
    }
}
