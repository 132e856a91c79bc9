package com.acme.orders.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionServerTest {

    private static PredictionServer server;

    @BeforeAll
    static void start() throws IOException {
        Predictor predictor = new Predictor(Learning.learn(Readings.read(LearningTest.DATA)).model());
        server = new PredictionServer(predictor, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_reading_is_answered_with_a_prediction() throws Exception {
        var answer = post("{\"temperature\": 94, \"vibration\": 7.8, \"load\": 98, \"age\": 1450}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("{\"days_left\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "{", "{\"temperature\": \"hot\"}", "{\"temperature\": 1}",
            "{\"temperature\": 1, \"vibration\": 1, \"load\": 1, \"age\": 1, \"more\": 1}"})
    void what_is_no_reading_is_the_clients_mistake(String body) throws Exception {
        var answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void too_much_is_refused() throws Exception {
        assertThat(post(" ".repeat(20_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void health_and_page_are_there_and_nothing_else() throws Exception {
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/").body()).contains("Try the model");
        assertThat(get("/vendor/css/pico.classless.min.css").headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
        assertThat(get("/../pom.xml").statusCode()).isEqualTo(404);
        assertThat(get("/predict").statusCode()).isEqualTo(405);
    }

    private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/predict")).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private static URI uri(String path) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.port() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
