package dev.packs.source.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.source.maven.RepositoryServer.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MavenRepositoriesTest {

    private static final Artifact LIB = new DefaultArtifact("org.example:lib:jar:1.0");
    private static final String JAR = "org/example/lib/1.0/lib-1.0.jar";
    private static final String VERSIONS = "org/example/lib/maven-metadata.xml";

    @TempDir
    Path folder;

    private final RepositoryServer server = new RepositoryServer();
    private TestMaven maven;

    @BeforeEach
    void oneRepository() {
        maven = new TestMaven(folder.resolve("local")).with("acme", server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"SERVER_ERROR", "UNAVAILABLE", "CUT_OFF", "HANG_UP"})
    void what_may_pass_is_tried_three_times_and_then_given_up(Trouble trouble) {
        server.put(JAR, "content");
        // More than three, because this transport repeats a request itself whose connection was closed.
        server.trouble(JAR, Collections.nCopies(30, trouble).toArray(Trouble[]::new));

        Problem problem = problemOf(() -> maven.online().require(LIB));

        assertThat(problem.code()).isEqualTo(ProblemCode.FETCH_FAILED);
        assertThat(problem.message())
                .startsWith("`org.example:lib:jar:1.0` could not be fetched: `acme` (" + server.url() + ") ")
                .endsWith("(asked 3 times)");
        assertThat(maven.notices).hasSize(2);
        assertThat(maven.notices.get(1)).contains("attempt 3 of 3");
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"SERVER_ERROR", "UNAVAILABLE", "CUT_OFF"})
    void what_passes_is_fetched_by_the_next_attempt(Trouble trouble) throws IOException {
        server.put(JAR, "content");
        server.trouble(JAR, trouble, trouble);

        FetchedArtifact fetched = maven.online().require(LIB);

        assertThat(Files.readString(fetched.file())).isEqualTo("content");
        assertThat(server.requestsFor(JAR)).isEqualTo(3);
    }

    @Test
    void a_file_at_the_root_of_a_repository_comes_from_the_one_that_is_named() throws IOException {
        server.put("archetype-catalog.xml", "<archetype-catalog/>");

        assertThat(maven.online().findAtRoot("archetype-catalog.xml", List.of("central")))
                .isEmpty();
        Path file = maven.online()
                .findAtRoot("archetype-catalog.xml", List.of("central", "acme"))
                .orElseThrow();
        assertThat(Files.readString(file)).isEqualTo("<archetype-catalog/>");
        assertThat(file).startsWith(maven.online().localRepository());
        assertThat(maven.online().findAtRoot("other.xml", List.of("acme"))).isEmpty();
    }

    @Test
    void a_repository_that_fails_is_told_when_it_is_asked_for_what_is_at_its_root() {
        server.put("archetype-catalog.xml", "x");
        server.trouble("archetype-catalog.xml", Trouble.SERVER_ERROR, Trouble.SERVER_ERROR, Trouble.SERVER_ERROR);

        Problem problem = problemOf(() -> maven.online().findAtRoot("archetype-catalog.xml", List.of("acme")));

        assertThat(problem.code()).isEqualTo(ProblemCode.FETCH_FAILED);
        assertThat(problem.message()).startsWith("`archetype-catalog.xml of the repository acme` could not be fetched");
    }

    @Test
    void the_next_run_asks_again_after_failures_that_may_pass() {
        server.put(JAR, "content");
        server.trouble(JAR, Trouble.SERVER_ERROR, Trouble.SERVER_ERROR, Trouble.SERVER_ERROR);
        problemOf(() -> maven.online().require(LIB));

        assertThat(maven.online().find(LIB)).isPresent();
    }

    @Test
    void a_repository_that_failed_to_the_end_is_asked_once_for_the_next_thing() {
        String other = "org/example/lib/2.0/lib-2.0.jar";
        server.trouble(JAR, Trouble.SERVER_ERROR, Trouble.SERVER_ERROR, Trouble.SERVER_ERROR);
        server.trouble(other, Trouble.SERVER_ERROR, Trouble.SERVER_ERROR, Trouble.SERVER_ERROR);
        MavenRepositories repositories = maven.online();

        problemOf(() -> repositories.require(LIB));
        problemOf(() -> repositories.require(LIB.setVersion("2.0")));

        assertThat(server.requestsFor(JAR)).isEqualTo(3);
        assertThat(server.requestsFor(other)).isOne();
    }

    @Test
    void a_repository_that_stalls_is_left_after_the_time_out() {
        maven.timeout = Duration.ofMillis(200);
        server.trouble(JAR, Trouble.STALL, Trouble.STALL, Trouble.STALL);

        Problem problem = problemOf(() -> maven.online().require(LIB));

        assertThat(problem.code()).isEqualTo(ProblemCode.FETCH_TIMED_OUT);
        assertThat(problem.message()).contains("did not answer in time");
        assertThat(server.requestsFor(JAR)).isEqualTo(3);
    }

    @Test
    void a_repository_that_nobody_runs_cannot_be_reached() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        TestMaven alone = new TestMaven(folder.resolve("local")).with("gone", "http://127.0.0.1:" + port + "/");

        Problem problem = problemOf(() -> alone.online().require(LIB));

        assertThat(problem.code()).isEqualTo(ProblemCode.FETCH_FAILED);
        assertThat(problem.message()).contains("`gone` (http://127.0.0.1:" + port + "/) cannot be reached");
        assertThat(alone.notices).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"UNAUTHORIZED", "FORBIDDEN"})
    void a_refused_access_is_not_tried_again(Trouble trouble) {
        server.trouble(JAR, trouble, trouble, trouble);

        Problem problem = problemOf(() -> maven.online().find(LIB));

        assertThat(problem.code()).isEqualTo(ProblemCode.ACCESS_DENIED);
        assertThat(problem.message()).contains(trouble == Trouble.UNAUTHORIZED ? "answered 401" : "answered 403");
        assertThat(problem.help().orElseThrow()).contains("<servers>");
        assertThat(server.requestsFor(JAR)).isOne();
    }

    @Test
    void what_is_not_there_is_asked_for_once() {
        assertThat(maven.online().find(LIB)).isEmpty();
        assertThat(server.requestsFor(JAR)).isOne();
        Problem problem = problemOf(() -> maven.online().require(LIB));
        assertThat(problem.code()).isEqualTo(ProblemCode.PACKAGE_NOT_FOUND);
    }

    @Test
    void a_wrong_checksum_is_refused_at_once_and_leaves_nothing() {
        server.put(JAR, "tampered");
        server.putChecksum(JAR, "0123456789012345678901234567890123456789");

        Problem problem = problemOf(() -> maven.online().require(LIB));

        assertThat(problem.code()).isEqualTo(ProblemCode.DIGEST_MISMATCH);
        assertThat(problem.message()).contains("`0123456789012345678901234567890123456789`");
        assertThat(maven.notices).isEmpty();
        assertThat(folder.resolve("local/" + JAR)).doesNotExist();

        server.put(JAR, "right");
        assertThat(maven.online().find(LIB)).isPresent();
    }

    @Test
    void a_repository_without_checksums_is_served_all_the_same() {
        server.putWithoutChecksum(JAR, "content".getBytes(StandardCharsets.UTF_8));
        server.putWithoutChecksum(
                VERSIONS,
                "<metadata><versioning><versions><version>1.0</version></versions></versioning></metadata>"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(maven.online().find(LIB)).isPresent();
        assertThat(maven.online().versions(LIB)).containsExactly("1.0");
    }

    @Test
    void versions_come_in_mavens_order() {
        server.putVersions("org/example/lib", "1.0", "1.0-alpha-1", "1.0.1", "1.0-SNAPSHOT", "1.0-sp1");

        assertThat(maven.online().versions(LIB))
                .containsExactly("1.0-alpha-1", "1.0-SNAPSHOT", "1.0", "1.0-sp1", "1.0.1");
    }

    @Test
    void versions_that_one_repository_cannot_tell_are_missing_with_a_warning() {
        RepositoryServer second = new RepositoryServer();
        try (second) {
            maven.with("second", second.url());
            second.trouble(VERSIONS, Trouble.SERVER_ERROR, Trouble.SERVER_ERROR, Trouble.SERVER_ERROR);
            server.putVersions("org/example/lib", "1.0");

            assertThat(maven.online().versions(LIB)).containsExactly("1.0");
            assertThat(maven.notices).hasSize(3);
            assertThat(maven.notices.get(2)).contains("are not all known").contains("`second`");
        }
    }

    @Test
    void versions_that_nobody_can_tell_are_a_failure() {
        server.trouble(VERSIONS, Trouble.SERVER_ERROR, Trouble.SERVER_ERROR, Trouble.SERVER_ERROR);

        Problem problem = problemOf(() -> maven.online().versions(LIB));

        assertThat(problem.code()).isEqualTo(ProblemCode.FETCH_FAILED);
        assertThat(problem.message())
                .contains("the versions of org.example:lib")
                .contains("answered 500");
    }

    @Test
    void offline_the_help_says_how_to_get_it() {
        Problem problem = problemOf(() -> maven.offline().find(LIB));

        assertThat(problem.code()).isEqualTo(ProblemCode.OFFLINE);
        assertThat(problem.help().orElseThrow()).contains("without `-o`");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void dependencies_are_mediated_as_maven_does() {
        pom("lib", "1.0", "near:1.0", "far:1.0");
        pom("near", "1.0", "shared:1.0");
        pom("far", "1.0", "middle:1.0");
        pom("middle", "1.0", "shared:2.0", "managed:1.0");
        pom("shared", "1.0");
        pom("managed", "3.0");
        List<Dependency> managed =
                List.of(new Dependency(new DefaultArtifact("org.example:managed:jar:3.0"), "compile"));

        assertThat(maven.online().dependencies(LIB, managed))
                .extracting(Artifact::toString)
                .containsExactlyInAnyOrder(
                        "org.example:near:jar:1.0",
                        "org.example:far:jar:1.0",
                        "org.example:middle:jar:1.0",
                        "org.example:shared:jar:1.0",
                        "org.example:managed:jar:3.0");
    }

    @Test
    void a_password_in_an_address_is_not_shown() {
        TestMaven secret =
                new TestMaven(folder.resolve("local")).with("acme", server.url().replace("//", "//joe:hunter2@"));
        server.trouble(JAR, Trouble.FORBIDDEN);

        Problem problem = problemOf(() -> secret.online().require(LIB));

        assertThat(problem.toString()).doesNotContain("hunter2").contains(server.url());
    }

    private void pom(String id, String version, String... dependencies) {
        StringBuilder text =
                new StringBuilder("<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId>"
                        + "<artifactId>" + id + "</artifactId><version>" + version + "</version><dependencies>");
        for (String dependency : dependencies) {
            text.append("<dependency><groupId>org.example</groupId><artifactId>")
                    .append(dependency, 0, dependency.indexOf(':'))
                    .append("</artifactId><version>")
                    .append(dependency.substring(dependency.indexOf(':') + 1))
                    .append("</version></dependency>");
        }
        server.put(
                "org/example/" + id + "/" + version + "/" + id + "-" + version + ".pom",
                text.append("</dependencies></project>").toString());
    }

    private static Problem problemOf(ThrowingCallable call) {
        PacksException failure = catchThrowableOfType(PacksException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.problems()).hasSize(1);
        return failure.problems().get(0);
    }
}
