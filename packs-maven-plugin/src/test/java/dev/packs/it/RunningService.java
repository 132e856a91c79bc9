package dev.packs.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Spring Boot service as a local process, on loopback. Closing it ends it. */
final class RunningService implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path log;
    private final String port;

    private RunningService(Process process, Path log) throws IOException, InterruptedException {
        this.process = process;
        this.log = log;
        try {
            this.port = port();
        } catch (IOException | InterruptedException | AssertionError failed) {
            process.destroyForcibly().waitFor();
            throw failed;
        }
    }

    /** Starts it and waits until it listens, on the port that it was made for unless the arguments say otherwise. */
    static RunningService start(Path jar, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "--server.address=127.0.0.1"));
        command.addAll(Arrays.asList(arguments));
        Path folder = Files.createTempDirectory(jar.getParent(), "running");
        Path log = folder.resolve("service.log");
        return new RunningService(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    private String port() throws IOException, InterruptedException {
        for (int tenths = 0; tenths < 1200 && process.isAlive(); tenths++) {
            Matcher started = STARTED.matcher(Files.readString(log, StandardCharsets.UTF_8));
            if (started.find()) {
                return started.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the service has not started:\n" + Files.readString(log, StandardCharsets.UTF_8));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url() + path)));
    }

    /** @param token of who asks; empty for nobody */
    HttpResponse<String> post(String path, String json, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
