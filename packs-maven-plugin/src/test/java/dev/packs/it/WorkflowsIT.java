package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The six workflows that Packs is made for, each as somebody goes through it. */
class WorkflowsIT {

    @TempDir
    private Path folder;

    private Path work;

    @BeforeEach
    void an_empty_folder() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
    }

    /** The first and, for the application that it makes, the sixth. */
    @Test
    @DisabledOnOs(OS.WINDOWS) // a shell script asks how the service is
    void a_service_is_found_generated_and_answers_and_what_deploys_it_is_added_and_asks_how_it_is() throws Exception {
        StoryTime.told("1 from the first command to a service that is built", this::starts);
        try (RunningService service =
                RunningService.start(work.resolve("my-api/target/my-api.jar"), "--server.port=0")) {
            StoryTime.told("6 what builds, deploys and watches it, and how it is", time -> isDeployed(service));
        }
    }

    private void starts(StoryTime time) {
        maven("packs:list", "packs:show", "-Dcategory=web", "-Dpack=web-api-starter")
                .succeeds()
                .shows("web-api-starter", "Variables", "Use it: mvn packs:generate -Dpack=web-api-starter");
        maven("packs:install", "-Dpack=web-api-starter").succeeds().shows("web-api-starter: 2 packs in 2 levels");
        maven("packs:generate", "-Dpack=web-api-starter", "-Dname=my-api", "-Dvar.description=Takes and tracks orders")
                .succeeds()
                .shows(
                        "Generated `my-api` from dev.packs.starters:web-api-starter 1.0.0 (with base-java 1.0.0)",
                        "+ pom.xml",
                        "Next:",
                        "cd my-api",
                        "mvn verify");
        Tree project = Tree.of(work.resolve("my-api"));
        assertThat(project.files()).containsKeys(".packs/answers.toml", ".packs/packs.lock", "LICENSE");
        assertThat(project.text(".packs/answers.toml")).contains("project_name = \"my-api\"");
        time.apart(() -> verified("my-api"));
    }

    private void isDeployed(RunningService service) throws IOException, InterruptedException {
        assertThat(service.get("/actuator/health").body()).contains("\"UP\"");
        assertThat(service.get("/v3/api-docs").body()).contains("\"my-api\"", "Takes and tracks orders");
        Tree project = Tree.of(work.resolve("my-api"));
        String[] into = {"-Dname=my-api", "-Dpacks.output=my-api", "-Dpacks.force"};
        maven(with(into, "packs:generate", "-Dpack=devops-basics"))
                .succeeds()
                .shows("+ .github/dependabot.yml", "+ container/Dockerfile");
        maven(with(into, "packs:generate", "-Dpack=production-deployment"))
                .succeeds()
                .shows("+ deploy/kubernetes/base/deployment.yaml", "+ monitoring/compose.yaml");
        Infrastructure infrastructure = new Infrastructure(work.resolve("my-api"), "my-api", 8080)
                .hasPipelines()
                .hasDeployment();
        Tree deployed = Tree.of(work.resolve("my-api"));
        for (String path : List.of("README.md", "pom.xml", ".github/workflows/ci.yml", ".gitignore")) {
            assertThat(deployed.text(path)).as(path).isEqualTo(project.text(path));
        }

        infrastructure
                .asksHealth(service.url(), Duration.ofSeconds(20))
                .succeeds()
                .shows(service.url() + "/actuator/health/readiness: UP");
        String address = "-Dpacks.deployed=http://localhost:8080".replace("http://localhost:8080", service.url());
        maven("packs:validate", address).succeeds().shows("is healthy: UP, 200 in ");
        service.close();
        infrastructure
                .asksHealth(service.url(), Duration.ZERO)
                .fails()
                .shows("not ready within 0 s, the last answer was:");
        maven("packs:validate", address)
                .fails()
                .shows("PACKS-344 the application at `http://127.0.0.1:", "cannot be reached: ");
    }

    private static String[] with(String[] parameters, String... first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(parameters));
        return all.toArray(String[]::new);
    }

    /** The second. */
    @Test
    void one_project_of_three_packs_builds_and_passes_the_tests_of_all_three() throws Exception {
        StoryTime.told("2 one project of three packs", this::isComposed);
    }

    private void isComposed(StoryTime time) {
        String packs = "-Dpack=web-api-starter,ml-data-science,devops-basics";
        maven("packs:search", "packs:dependencies", "-Dquery=machine lerning", "-Dpack=enterprise-stack")
                .succeeds()
                .shows("ml-data-science", "dev.packs.starters:enterprise-stack:1.0.0", "base-java");
        maven("packs:compose", packs, "-Dname=app", "-Dpacks.dryRun")
                .succeeds()
                .shows("+ pom.xml  (web-api-starter and ml-data-science, merged)", "Nothing was written");
        maven("packs:compose", packs, "-Dname=app").succeeds().shows("Generated `app` from");
        time.apart(() -> verified("app"));
        Tree app = Tree.of(work.resolve("app"));
        assertThat(app.files())
                .containsKeys(
                        ".github/workflows/ci.yml",
                        "target/surefire-reports/com.example.app.ApplicationTest.txt",
                        "target/surefire-reports/com.example.app.ml.LearningTest.txt",
                        "target/surefire-reports/com.example.app.ml.PredictionServerTest.txt");
        new Infrastructure(work.resolve("app"), "app", 8080).hasPipelines();
    }

    /** The third. */
    @Test
    void a_tree_of_packs_is_installed_in_parallel_and_rolled_back_where_a_package_is_missing() throws Exception {
        // So that the two packages of embedded packs are in a repository that the story reaches.
        maven("packs:install", "-Dpack=enterprise-stack").succeeds().shows("enterprise-stack: 8 packs in 3 levels");
        StoryTime.told("3 a tree of packs, parallel, rolled back and installed again", time -> isInstalled());
        maven("packs:generate", "-Dpack=enterprise-stack", "-Dname=care").succeeds();
        Path care = work.resolve("care");
        new Infrastructure(care, "care", 8080).hasPipelines().hasDeployment();
        assertThat(Tree.of(care).text("deploy/terraform/main.tf"))
                .contains("DATABASE_PASSWORD = var.database_password");
        assertThat(Tree.of(care).text("deploy/kubernetes/base/scaling.yaml")).contains("kind: HorizontalPodAutoscaler");
    }

    private void isInstalled() {
        try (Workbench bench = Workbench.in(folder)) {
            bench.publish().add(platform("1.0.0", "one", "two", "three"));
            for (String name : List.of("one", "two", "three", "four", "five")) {
                bench.publish().addPackage("com.acme.story:" + name + ":1.0.0", Map.of(name + ".txt", name + "\n"));
            }
            bench.repository().fail("**/{one,two,three}-1.0.0.jar", new Fault.Slow(Duration.ofMillis(150)));
            bench.maven()
                    .run(
                            Harness.plugin() + ":dependencies",
                            Harness.plugin() + ":install",
                            "-Dpack=com.acme.story:platform")
                    .succeeds()
                    .shows(
                            "com.acme.story:platform:1.0.0",
                            "\\- dev.packs.starters:enterprise-stack:1.0.0 (^1.0)",
                            "platform: 9 packs in 4 levels");
            List<Instant> asked = bench.repository().requests("**/{one,two,three}-1.0.0.jar").stream()
                    .map(LoggedRequest::at)
                    .sorted()
                    .toList();
            assertThat(asked).hasSize(3);
            // Each takes ten pauses, so that one after the other they would begin that far apart.
            assertThat(Duration.between(asked.get(0), asked.get(1))).isLessThan(Duration.ofMillis(1_500));

            bench.publish().add(platform("1.1.0", "one", "four", "five"));
            Tree lock = bench.written();
            Tree packages = bench.packages();
            bench.repository().fail("**/five-1.0.0.jar", Fault.status(404));
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.story:platform@1.1.0")
                    .fails()
                    .shows("PACKS-204", "com.acme.story:five:jar:1.0.0", "help:", "`-U` asks again");
            lock.isUntouchedIn(bench.written());
            packages.isUntouchedIn(bench.packages());
            bench.holdsNoLeftOvers();

            bench.repository().heal();
            bench.maven()
                    .run("-U", Harness.plugin() + ":install", "-Dpack=com.acme.story:platform@1.1.0")
                    .succeeds();
            assertThat(bench.written().text("packs.lock")).contains("version = \"1.1.0\"");
            assertThat(bench.packages().files().keySet()).anyMatch(path -> path.endsWith("/five.txt"));
        }
    }

    private static TestPack platform(String version, String... packages) {
        TestPack platform = TestPack.of("com.acme.story", "platform", version)
                .dependsOn("dev.packs.starters:enterprise-stack", "^1.0");
        for (String name : packages) {
            platform = platform.installs("com.acme.story:" + name, "1.0.0");
        }
        return platform;
    }

    /** The fourth. */
    @Test
    @DisabledOnOs(OS.WINDOWS) // no pseudo-terminal
    void variables_are_asked_for_and_checked_and_the_service_is_what_they_say() throws Exception {
        StoryTime.told("4 variables asked for, checked and used", this::isAsked);
    }

    private void isAsked(StoryTime time) throws Exception {
        int port = freePort();
        try (MavenAtTerminal maven = MavenRun.in(work)
                .startAtTerminal(
                        "packs:generate",
                        "-Dpack=web-api-starter",
                        "-Dname=rich-api",
                        "-Dpacks.interactive",
                        "-Dvar.group_id=com.acme",
                        "-Dvar.package=com.acme.rich",
                        "-Dvar.description=Rich",
                        "-Dvar.java_version=17",
                        "-Dvar.enable_auth=true",
                        "-Dvar.database_name=rich",
                        "-Dvar.license=mit",
                        "-Dvar.author=Ada",
                        "-Dvar.year=2026",
                        "-Dvar.indent_size=4",
                        "-Dvar.line_length=120")) {
            maven.awaits("port [8080]> ")
                    .types("70000")
                    .awaits("`port` cannot be `70000`")
                    .awaits("port [8080]> ")
                    .types(String.valueOf(port))
                    .awaits("enable_graphql")
                    .awaits("> ")
                    .types("y")
                    .awaits("3  h2")
                    .awaits("database [h2]> ")
                    .types("")
                    .awaits("The same without questions:")
                    .awaits("Generate it? (Y/n)> ")
                    .types("")
                    .await()
                    .succeeds()
                    .shows("Generated `rich-api`");
        }
        maven("packs:validate", "-Dpack=web-api-starter").succeeds().shows("all 144 combinations");
        time.apart(() -> verified("rich-api"));
        try (RunningService service =
                RunningService.start(work.resolve("rich-api/target/rich-api.jar"), "--spring.profiles.active=dev")) {
            assertThat(service.url()).endsWith(":" + port);
            String question = "{\"query\": \"{ __typename }\"}";
            assertThat(service.post("/graphql", question, "").statusCode()).isEqualTo(401);
            Matcher token = Pattern.compile("\"access_token\" *: *\"([^\"]+)\"")
                    .matcher(service.post("/dev/token", "", "").body());
            assertThat(token.find()).isTrue();
            assertThat(service.post("/graphql", question, token.group(1)).body())
                    .contains("\"Query\"");
        }
    }

    /** The fifth. */
    @Test
    void packs_answer_a_named_and_a_free_query_and_are_exported() throws Exception {
        StoryTime.told("5 a named query, a free one, an export", time -> isAnswered());
    }

    private void isAnswered() throws IOException {
        maven("packs:sparql", "-Dpack=web-api-starter", "-Dquery=find_related_packages")
                .succeeds()
                .shows("package  org.webjars.npm:normalize.css  8.0.1");
        maven("packs:sparql", "-Dquery.text=ASK { ?pack <https://packs.dev/ns#tag> \"rest\" }", "-Dpacks.ask=fail")
                .succeeds()
                .shows("true");
        maven("packs:export", "-Dpack=web-api-starter", "-Dpacks.output=web.ttl")
                .succeeds();
        assertThat(work.resolve("web.ttl")).content().contains("packs:PackVersion", "\"rest\"");
    }

    private MavenResult maven(String... arguments) {
        return MavenRun.in(work).run(arguments);
    }

    private void verified(String name) {
        MavenRun.in(work.resolve(name))
                .timeout(Duration.ofMinutes(8))
                .run("verify")
                .succeeds()
                .shows("Tests run:", "Failures: 0, Errors: 0, Skipped: 0", "BUILD SUCCESS");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
