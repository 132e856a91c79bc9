package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FaultyRepositoryTest {

    @TempDir
    private Path folder;

    private FaultyRepository repository;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("g/a"));
        Files.writeString(folder.resolve("g/a/a.jar"), "the right content");
        repository = FaultyRepository.serving(folder);
    }

    @AfterEach
    void stop() {
        repository.close();
    }

    @Test
    void files_are_served_and_what_is_missing_is_404() throws Exception {
        assertThat(get("g/a/a.jar").body()).isEqualTo("the right content");
        assertThat(get("g/a/b.jar").statusCode()).isEqualTo(404);
        assertThat(get("g/a").statusCode()).isEqualTo(404);
        assertThat(repository.requests())
                .extracting(LoggedRequest::path, LoggedRequest::status)
                .containsExactly(tuple("g/a/a.jar", 200), tuple("g/a/b.jar", 404), tuple("g/a", 404));
    }

    @Test
    void a_head_request_tells_the_length_and_sends_nothing() throws Exception {
        HttpRequest head = request("g/a/a.jar")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = client().send(head, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(17);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_fault_for_two_requests_lets_the_third_through() throws Exception {
        repository.failTimes(2, "**/*.jar", Fault.status(503));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            statuses.add(get("g/a/a.jar").statusCode());
        }
        assertThat(statuses).containsExactly(503, 503, 200);
        assertThat(repository.requests("g/a/*.jar")).hasSize(3);
        assertThat(repository.requests("h/**")).isEmpty();
    }

    @Test
    void the_fault_added_last_wins_and_heal_forgets_all() throws Exception {
        repository.fail("**", Fault.status(500)).fail("**/a.jar", Fault.status(403));
        assertThat(get("g/a/a.jar").statusCode()).isEqualTo(403);
        assertThat(get("g/a/other").statusCode()).isEqualTo(500);
        assertThat(repository.heal().requests()).hasSize(2);
        assertThat(get("g/a/a.jar").statusCode()).isEqualTo(200);
    }

    @Test
    void content_can_change_between_two_requests() throws Exception {
        repository.failTimes(1, "**/a.jar", Fault.instead("something else"));
        assertThat(get("g/a/a.jar").body()).isEqualTo("something else");
        assertThat(get("g/a/a.jar").body()).isEqualTo("the right content");
    }

    @Test
    void a_truncated_answer_promises_more_than_it_sends() {
        repository.fail("**/a.jar", new Fault.Truncate(5));
        assertThatThrownBy(() -> get("g/a/a.jar"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("5");
    }

    @Test
    void a_reset_leaves_the_client_without_an_answer() {
        repository.fail("**/a.jar", new Fault.Reset());
        assertThatThrownBy(() -> get("g/a/a.jar"))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("reset");
        assertThat(repository.requests()).extracting(LoggedRequest::status).contains(0);
    }

    @Test
    void a_stalled_request_is_let_go_when_the_server_stops() throws Exception {
        repository.fail("**/a.jar", new Fault.Stall(Duration.ofHours(1)));
        var answer = client().sendAsync(request("g/a/a.jar").build(), HttpResponse.BodyHandlers.ofString());
        while (!repository.hasBeenAskedFor("**/a.jar")) {
            Thread.sleep(5);
        }
        assertThat(answer).isNotDone();
        repository.close();
        assertThat(answer).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void a_slow_answer_is_whole() throws Exception {
        repository.fail("**/a.jar", new Fault.Slow(Duration.ofMillis(2)));
        assertThat(get("g/a/a.jar").body()).isEqualTo("the right content");
    }

    @Test
    void who_does_not_log_in_is_asked_to() throws Exception {
        repository.requireLogin("ann", "secret");
        HttpResponse<String> refused = get("g/a/a.jar");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"packs\"");
        assertThat(send(request("g/a/a.jar").header("Authorization", basic("ann", "wrong"))))
                .isEqualTo(401);
        assertThat(send(request("g/a/a.jar").header("Authorization", basic("ann", "secret"))))
                .isEqualTo(200);
        assertThat(repository.requests())
                .extracting(r -> r.user().orElse("nobody"))
                .containsExactly("nobody", "ann", "ann");
    }

    @Test
    void a_request_to_a_proxy_is_answered_for_any_host_and_may_need_a_login() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), repository.port())))
                .build();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://packs.invalid/g/a/a.jar"));
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("the right content");
        assertThat(repository.requests().get(0).proxiedHost()).hasValue("packs.invalid");

        repository.requireProxyLogin("ann", "secret");
        assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(407);
    }

    @Test
    void what_is_put_is_served() throws Exception {
        HttpRequest put = request("g/a/new/b.jar")
                .PUT(HttpRequest.BodyPublishers.ofString("uploaded"))
                .build();
        assertThat(client().send(put, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(201);
        assertThat(get("g/a/new/b.jar").body()).isEqualTo("uploaded");
        assertThat(folder.resolve("g/a/new")).isDirectoryContaining(file -> file.endsWith("b.jar"));
    }

    @Test
    void nothing_outside_the_folder_is_served() throws Exception {
        Files.writeString(folder.resolveSibling("outside-" + folder.getFileName()), "private");
        assertThat(get("g/%2e%2e/%2e%2e/outside-" + folder.getFileName()).statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client().send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client().send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(repository.url() + "/" + path));
    }

    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
