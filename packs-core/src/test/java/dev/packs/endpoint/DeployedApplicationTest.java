package dev.packs.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeployedApplicationTest {

    private static final Duration SHORT = Duration.ofSeconds(5);

    private static Problem problem(String address, Duration timeout) {
        return Objects.requireNonNull(
                        catchThrowableOfType(
                                PacksException.class,
                                () -> DeployedApplication.at(address, timeout).health()),
                        "it is healthy")
                .problems()
                .get(0);
    }

    private static String address(LoopbackServer server, String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    @Test
    void an_application_that_says_so_is_healthy() {
        try (LoopbackServer server = LoopbackServer.answering(
                200, "application/json", "{\"components\":{\"db\":{\"status\":\"DOWN\"}},\"status\":\"UP\"}")) {
            DeployedApplication.Health health =
                    DeployedApplication.at(address(server, ""), SHORT).health();

            assertThat(health.said()).hasValue("UP");
            assertThat(health.endpoint()).hasPath("/actuator/health");
            assertThat(server.requests()).hasSize(1);
            assertThat(server.requests().get(0).head()).startsWith("GET /actuator/health HTTP/1.1");
        }
    }

    @Test
    void an_address_with_a_path_is_asked_as_it_is_and_need_not_answer_in_json() {
        try (LoopbackServer server = LoopbackServer.answering(200, "text/plain", "fine")) {
            assertThat(DeployedApplication.at(address(server, "/healthz"), SHORT)
                            .health()
                            .said())
                    .isEmpty();
            assertThat(server.requests().get(0).head()).startsWith("GET /healthz ");
        }
    }

    @Test
    void an_application_that_is_down_says_why() {
        try (LoopbackServer server =
                LoopbackServer.answering(503, "application/json", "{\"status\":\"OUT_OF_SERVICE\"}")) {
            Problem problem = problem(address(server, ""), SHORT);

            assertThat(problem.code()).isEqualTo(ProblemCode.NOT_HEALTHY);
            assertThat(problem.message()).endsWith("/actuator/health` answers 503 and says `OUT_OF_SERVICE`");
        }
        try (LoopbackServer server = LoopbackServer.answering(200, "application/json", "{\"status\":\"DOWN\"}")) {
            assertThat(problem(address(server, ""), SHORT).message()).endsWith("says `DOWN`");
        }
        try (LoopbackServer server =
                LoopbackServer.answering(200, "application/json", "{\"status\":\"" + "x".repeat(5000) + "\"}")) {
            assertThat(problem(address(server, ""), SHORT).message()).endsWith("says `" + "x".repeat(100) + "…`");
        }
        try (LoopbackServer server = LoopbackServer.answering(401, "text/html", "<p>Who?</p>")) {
            assertThat(problem(address(server, ""), SHORT).help().orElseThrow()).contains("asks for a login");
        }
    }

    @Test
    void without_a_health_endpoint_all_usual_places_were_looked_at() {
        try (LoopbackServer server = LoopbackServer.answering(404, "text/plain", "no")) {
            assertThat(problem(address(server, "/"), SHORT).help().orElseThrow())
                    .contains("/actuator/health, /q/health, /health");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void a_login_that_everybody_is_sent_to_is_not_health() {
        byte[] login = LoopbackServer.answer(302, "Location: /login?from=x\r\nContent-Type: text/html\r\n", "");
        try (LoopbackServer server = new LoopbackServer(output -> output.write(login))) {
            Problem guessed = problem(address(server, ""), SHORT);
            assertThat(guessed.message())
                    .endsWith("/actuator/health` answers 302, which leads to `" + address(server, "/login") + "`");
            assertThat(guessed.help().orElseThrow()).contains("/q/health, /health");
            assertThat(server.requests())
                    .hasSize(3)
                    .noneMatch(each -> each.head().contains("/login"));

            assertThat(problem(address(server, "/status"), SHORT).message())
                    .contains("/status` answers 302, which leads to `");
        }
    }

    @Test
    void a_page_for_whatever_is_asked_is_not_health_unless_it_was_named() {
        try (LoopbackServer server = LoopbackServer.answering(200, "text/html;charset=utf-8", "<!doctype html><p>Hi")) {
            assertThat(problem(address(server, ""), SHORT).message())
                    .endsWith("/actuator/health` answers 200 with a page that does not say how it is");
            assertThat(server.requests()).hasSize(3);
            assertThat(DeployedApplication.at(address(server, "/up"), SHORT)
                            .health()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_same_path_by_https_is_asked_and_no_other() {
        int[] port = new int[1];
        try (LoopbackServer server = new LoopbackServer(output -> output.write(
                LoopbackServer.answer(301, "Location: https://127.0.0.1:" + port[0] + "/health\r\n", "")))) {
            port[0] = server.port();
            assertThat(problem(address(server, "/health"), SHORT).message())
                    .startsWith("the application at `https://127.0.0.1:" + port[0] + "/health` ")
                    .doesNotContain("leads to");
            assertThat(problem(address(server, "/other"), SHORT).message())
                    .endsWith("/other` answers 301, which leads to `https://127.0.0.1:" + port[0] + "/health`");
        }
    }

    @Test
    void an_answer_that_stalls_in_its_middle_is_not_waited_for() {
        try (LoopbackServer server = new LoopbackServer(output -> {
            output.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            output.flush();
            Thread.sleep(20_000);
        })) {
            Problem problem = assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> problem(address(server, "/health"), Duration.ofSeconds(1)));

            assertThat(problem.message()).endsWith("does not answer within 1 s");
        }
    }

    @Test
    void a_password_in_the_address_is_refused_and_never_shown() {
        Problem problem = problem("http://bob:hunter2@127.0.0.1:1/health", SHORT);

        assertThat(problem.code()).isEqualTo(ProblemCode.PARAMETER_INVALID);
        assertThat(problem.toString())
                .contains("`http://127.0.0.1:1/health`, the value of -Dpacks.deployed, has a user in it")
                .doesNotContain("hunter2");
    }

    @Test
    void an_application_that_is_not_there_is_refused_and_a_silent_one_is_not_waited_for() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThat(problem("http://127.0.0.1:" + closed, SHORT).message()).contains("cannot be reached: ");

        try (LoopbackServer server = new LoopbackServer(output -> Thread.sleep(10_000))) {
            assertThat(problem(address(server, ""), Duration.ofSeconds(1)).message())
                    .endsWith("does not answer within 1 s");
        }
        try (LoopbackServer server =
                new LoopbackServer(output -> output.write("nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(problem(address(server, ""), SHORT).message()).contains("breaks off: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://localhost", "http://", "http:// x", "my-api"})
    void what_is_no_address_of_an_application_is_refused(String address) {
        assertThat(problem(address, SHORT).code()).isEqualTo(ProblemCode.PARAMETER_INVALID);
    }
}
