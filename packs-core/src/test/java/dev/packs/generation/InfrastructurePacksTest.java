package dev.packs.generation;

import static dev.packs.generation.EmbeddedPacks.manifest;
import static dev.packs.generation.EmbeddedPacks.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.packs.pack.VariableDefinition;
import dev.packs.variables.GivenValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the embedded packs write for other tools than Maven: those tools look at it too, see {@code src/starters/lint.sh}. */
class InfrastructurePacksTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern PINNED =
            Pattern.compile("\\s*- (name: .*|uses: \\S+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "github,dependabot,true,ghcr.io/acme/app",
        "github,none,false,ghcr.io/acme/app",
        "gitlab,renovate,true,registry.acme.com/app",
        "both,renovate,true,registry.acme.com:5000/team/app",
        "both,dependabot,false,ghcr.io/acme/app"
    })
    void pipelines_are_pinned_and_may_do_little(String ci, String updates, String container, String image)
            throws IOException {
        Map<String, String> made =
                render("devops-basics", "ci", ci, "updates", updates, "container", container, "image", image);

        assertThat(made.containsKey(".gitlab-ci.yml")).isEqualTo(!ci.equals("github"));
        assertThat(made.containsKey(".github/workflows/build.yml")).isEqualTo(!ci.equals("gitlab"));
        assertThat(made.containsKey("renovate.json")).isEqualTo(updates.equals("renovate"));
        assertThat(made.containsKey(".github/dependabot.yml")).isEqualTo(updates.equals("dependabot"));
        assertThat(made.containsKey("container/Dockerfile")).isEqualTo(Boolean.valueOf(container));
        parsed(made);
        workflows(made);
        assertThat(made.getOrDefault("container/Dockerfile", "\nUSER 10001\n"))
                .contains("\nUSER 10001\n")
                .doesNotContain(":latest");
    }

    @ParameterizedTest
    @CsvSource({"none,false,99.9,500", "slack,true,99,333"})
    void every_alert_has_a_test_and_a_word_on_what_to_do(
            String notify, String auth, String availability, String latency) throws IOException {
        Map<String, String> made = render(
                "monitoring-observability",
                "notify",
                notify,
                "enable_auth",
                auth,
                "availability",
                availability,
                "latency_ms",
                latency);
        Map<String, List<JsonNode>> parsed = parsed(made);

        Set<String> alerts = texts(parsed, "monitoring/prometheus/rules/service.yml", "alert");
        assertThat(alerts).hasSize(9);
        String tests = made.get("monitoring/prometheus/tests/service.yml");
        String page = made.get("monitoring/README.md");
        for (String alert : alerts) {
            assertThat(tests).contains("alertname: " + alert + "\n");
            assertThat(page).contains("### " + alert + "\n");
            assertThat(made.get("monitoring/prometheus/rules/service.yml"))
                    .contains("monitoring/README.md#" + alert.toLowerCase(java.util.Locale.ROOT) + "\n");
        }
        assertThat(texts(parsed, "monitoring/compose.yaml", "image"))
                .allMatch(image -> image.matches("\\S+:v?\\d+\\.\\d+\\.\\d+"));
    }

    @ParameterizedTest
    @CsvSource({"h2,false,true", "postgres,true,true", "mysql,false,false"})
    void manifests_belong_together(String database, String auth, String terraform) throws IOException {
        Map<String, String> made = render(
                "production-deployment",
                "database",
                database,
                "enable_auth",
                auth,
                "terraform",
                terraform,
                "port",
                "9000");
        Map<String, List<JsonNode>> parsed = parsed(made);
        workflows(made);

        assertThat(made.containsKey("deploy/terraform/main.tf")).isEqualTo(Boolean.valueOf(terraform));
        Set<String> resources = new HashSet<>();
        for (JsonNode resource : Objects.requireNonNull(parsed.get("deploy/kubernetes/base/kustomization.yaml"))
                .get(0)
                .get("resources")) {
            resources.add(resource.asText());
        }
        for (String resource : resources) {
            for (JsonNode document : Objects.requireNonNull(parsed.get("deploy/kubernetes/base/" + resource))) {
                assertThat(document.at("/metadata/name").asText()).isEqualTo("sample");
                assertThat(document.has("kind") && document.has("apiVersion")).isTrue();
            }
        }
        assertThat(made.keySet().stream().filter(path -> path.startsWith("deploy/kubernetes/base/")))
                .hasSize(resources.size() + 1);
        JsonNode container = Objects.requireNonNull(parsed.get("deploy/kubernetes/base/deployment.yaml"))
                .get(0)
                .at("/spec/template/spec/containers/0");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/actuator/health/liveness");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/actuator/health/readiness");
        assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(9000);
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(resources.contains("scaling.yaml")).isEqualTo(!database.equals("h2"));
    }

    @ParameterizedTest
    @CsvSource({"classification,Label", "regression,Regressor"})
    void a_model_is_learned_for_the_task(String task, String type) throws IOException {
        Map<String, String> made = render("ml-data-science", "task", task);

        assertThat(made)
                .containsKeys(
                        "pom.xml",
                        "datasets/machines.csv",
                        "src/main/resources/ml/page/vendor/css/pico.classless.min.css");
        assertThat(made.get("src/main/java/com/example/sample/ml/Learning.java"))
                .contains("Model<" + type + "> model");
    }

    @Test
    void database_advanced_renders() throws IOException {
        Map<String, String> made = render("database-advanced", "package", "com.acme.shop");

        assertThat(made).containsKeys("pom.xml", "src/main/java/com/acme/shop/db/Databases.java", "database/backup.sh");
        parsed(made);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_backup_deletes_the_oldest_of_its_own_database_and_none_of_another() throws Exception {
        Path backups = Files.createDirectories(folder.resolve("backups"));
        Path script = Files.writeString(
                folder.resolve("backup.sh"),
                render("database-advanced", "keep_backups", "2").get("database/backup.sh"));
        for (String name : List.of("app-20260101T000000Z", "app-20260102T000000Z", "app-test-20250101T000000Z")) {
            Files.writeString(backups.resolve(name + ".dump"), name);
        }
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : List.of("pg_dump", "pg_restore")) {
            String body = "#!/bin/sh\nfor each; do case $each in --file=*) : >\"${each#--file=}\";; esac; done\n";
            assertThat(Files.writeString(bin.resolve(tool), body).toFile().setExecutable(true))
                    .isTrue();
        }
        ProcessBuilder run = new ProcessBuilder("bash", script.toString(), backups.toString(), "app")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        run.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);

        assertThat(run.start().waitFor())
                .as(Files.readString(folder.resolve("said")))
                .isZero();

        try (var left = Files.list(backups)) {
            assertThat(left.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".dump")))
                    .hasSize(3)
                    .contains("app-20260102T000000Z.dump", "app-test-20250101T000000Z.dump");
        }
    }

    @Test
    void the_stack_hands_its_values_down_to_all_parts() throws IOException {
        Map<String, String> made =
                render("enterprise-stack", "port", "9000", "image", "ghcr.io/acme/care", "enable_auth", "false");
        Map<String, List<JsonNode>> parsed = parsed(made);
        workflows(made);

        assertThat(made.get("pom.xml"))
                .contains("spring-boot-starter-parent", "tribuo-classification-tree", "postgresql");
        assertThat(made).containsKeys("LICENSE", "src/main/java/com/example/sample/parts/Parts.java");
        assertThat(made.get("src/main/resources/application.yaml")).contains("${PORT:9000}", "jdbc:postgresql");
        assertThat(made.get("container/Dockerfile")).contains("EXPOSE 9000");
        assertThat(made.get("deploy/kubernetes/base/deployment.yaml"))
                .contains("containerPort: 9000", "image: ghcr.io/acme/care:");
        assertThat(made.get("monitoring/prometheus/prometheus.yml")).contains("host.docker.internal:9000");
        assertThat(made.get(".github/workflows/build.yml")).contains("ghcr.io/acme/care:${{ github.sha }}");
        assertThat(parsed).containsKey("monitoring/grafana/dashboards/service.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "database-advanced",
                "devops-basics",
                "enterprise-stack",
                "ml-data-science",
                "monitoring-observability",
                "production-deployment"
            })
    void the_page_of_a_pack_names_every_variable(String id) throws IOException {
        String page = Files.readString(EmbeddedPacks.PACKS.resolve(id).resolve("README.md"), StandardCharsets.UTF_8);

        for (VariableDefinition variable : manifest(id).manifest().variables()) {
            assertThat(page).contains("`" + variable.name() + "`");
        }
    }

    private Map<String, String> render(String id, String... values) throws IOException {
        Map<String, GivenValue> given = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            given.put(values[i], text(values[i + 1]));
        }
        return new EmbeddedPacks(folder).render(id, given);
    }

    /** Every YAML and JSON file, with its documents. */
    private static Map<String, List<JsonNode>> parsed(Map<String, String> made) throws IOException {
        Map<String, List<JsonNode>> parsed = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : made.entrySet()) {
            ObjectMapper mapper =
                    file.getKey().matches(".*\\.ya?ml") ? YAML : file.getKey().endsWith(".json") ? JSON : null;
            if (mapper != null) {
                try (var documents = mapper.readerFor(JsonNode.class).<JsonNode>readValues(file.getValue())) {
                    List<JsonNode> all = new ArrayList<>();
                    documents.forEachRemaining(all::add);
                    assertThat(all).as(file.getKey()).isNotEmpty();
                    parsed.put(file.getKey(), all);
                }
            }
        }
        assertThat(parsed).isNotEmpty();
        return parsed;
    }

    /** Actions are pinned to commits; a job has the rights that it asks for, and an end. */
    private static void workflows(Map<String, String> made) throws IOException {
        for (Map.Entry<String, String> file : made.entrySet()) {
            // The one of web-api-starter is a start, and small.
            if (file.getKey().startsWith(".github/workflows/") && !file.getKey().endsWith("/ci.yml")) {
                JsonNode workflow = YAML.readTree(file.getValue());
                assertThat(workflow.get("permissions")).as(file.getKey()).isEmpty();
                for (JsonNode job : workflow.get("jobs")) {
                    assertThat(job.get("permissions")).as(file.getKey()).isNotEmpty();
                    assertThat(job.get("timeout-minutes").asInt())
                            .as(file.getKey())
                            .isPositive();
                }
                assertThat(file.getValue()
                                .lines()
                                .filter(line -> line.contains("uses:"))
                                .map(line -> line.replace("  uses:", "- uses:")))
                        .allMatch(line -> PINNED.matcher(line).matches());
            }
        }
    }

    private static Set<String> texts(Map<String, List<JsonNode>> parsed, String file, String key) {
        Set<String> texts = new HashSet<>();
        Objects.requireNonNull(parsed.get(file)).forEach(document -> texts.addAll(document.findValuesAsText(key)));
        return texts;
    }
}
