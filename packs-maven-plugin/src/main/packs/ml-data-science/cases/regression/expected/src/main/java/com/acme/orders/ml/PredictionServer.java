package com.acme.orders.ml;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a model over HTTP: {@code POST /predict} takes a JSON object with a number for each feature, {@code GET /health} says
 * that the model is there, and {@code GET /} is a page to try it.
 */
public final class PredictionServer implements AutoCloseable {

    private static final int LARGEST_BODY = 16_384;
    private static final Map<String, String> PAGES = Map.of(
            "/", "/ml/page/index.html",
            "/vendor/css/pico.classless.min.css", "/ml/page/vendor/css/pico.classless.min.css");

    private final Gson json = new Gson();
    private final Predictor predictor;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors() * 2);

    /** Listens as soon as it is made. */
    public PredictionServer(Predictor predictor, InetSocketAddress address) throws IOException {
        this.predictor = predictor;
        server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, this::page));
        server.createContext("/health", exchange -> answer(exchange, this::health));
        server.createContext("/predict", exchange -> answer(exchange, this::predict));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Lets requests that are being answered come to their end, for two seconds at most. */
    @Override
    public void close() {
        server.stop(2);
        threads.shutdown();
    }

    private record Answer(int status, String type, byte[] body) {
    }

    private interface Handler {
        Answer handle(HttpExchange exchange) throws IOException;
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = handler.handle(exchange);
            } catch (RuntimeException unexpected) {
                System.getLogger(PredictionServer.class.getName())
                        .log(System.Logger.Level.ERROR, "a request failed", unexpected);
                answer = problem(500, "the server failed");
            }
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer page(HttpExchange exchange) throws IOException {
        String resource = PAGES.get(exchange.getRequestURI().getPath());
        if (resource == null) {
            return problem(404, "there is nothing here");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return problem(405, "GET it");
        }
        try (InputStream stream = PredictionServer.class.getResourceAsStream(resource)) {
            String type = resource.endsWith(".css") ? "text/css" : "text/html";
            return new Answer(200, type + "; charset=utf-8", stream.readAllBytes());
        }
    }

    private Answer health(HttpExchange exchange) {
        return json(200, Map.of("status", "UP"));
    }

    private Answer predict(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return problem(405, "POST a JSON object with " + Readings.FEATURES);
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return problem(413, "a reading has at most " + LARGEST_BODY + " bytes");
        }
        try {
            Map<String, Double> reading = json.fromJson(new String(body, StandardCharsets.UTF_8),
                    new TypeToken<Map<String, Double>>() {
                    });
            if (reading == null) {
                return problem(400, "the body is empty");
            }
            return json(200, predictor.predict(reading));
        } catch (JsonParseException | NumberFormatException wrong) {
            return problem(400, "the body is no JSON object of numbers");
        } catch (IllegalArgumentException wrong) {
            return problem(400, wrong.getMessage());
        }
    }

    private Answer json(int status, Object value) {
        return new Answer(status, "application/json", json.toJson(value).getBytes(StandardCharsets.UTF_8));
    }

    /** Problem details (RFC 9457). */
    private Answer problem(int status, String detail) {
        byte[] body = json.toJson(Map.of("status", status, "detail", detail)).getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "application/problem+json", body);
    }
}
