package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An nginx on 127.0.0.1 as a Maven repository: WebDAV, and a login for whoever reads or writes. Closing it ends it. */
final class WebDav implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final String login;
    private Process process;

    private WebDav(Path folder, int port, String login) throws IOException {
        this.folder = folder;
        this.port = port;
        this.login = login;
        this.process = run();
    }

    /** Where there is no nginx with WebDAV, the test is aborted, and says so. */
    static WebDav start(Path folder, String user, String password) throws IOException {
        String version = version();
        Assumptions.assumeTrue(
                version.contains("http_dav_module"), "there is no nginx with WebDAV here: apt-get install nginx-light");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder.resolve("root"));
        Files.writeString(folder.resolve("users"), user + ":{PLAIN}" + password + "\n");
        Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                %1$s
                pid %2$s/pid;
                master_process off;
                events { worker_connections 64; }
                http {
                    access_log %2$s/access.log;
                    client_body_temp_path %2$s/body;
                    proxy_temp_path %2$s/proxy;
                    fastcgi_temp_path %2$s/fastcgi;
                    uwsgi_temp_path %2$s/uwsgi;
                    scgi_temp_path %2$s/scgi;
                    server {
                        listen 127.0.0.1:%3$d;
                        root %2$s/root;
                        auth_basic "packs";
                        auth_basic_user_file %2$s/users;
                        client_max_body_size 0;
                        dav_methods PUT DELETE MKCOL;
                        create_full_put_path on;
                    }
                }
                """.formatted(
                        System.getProperty("user.name").equals("root") ? "user root;" : "", folder, port));
        WebDav server = new WebDav(
                folder,
                port,
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
        server.await();
        return server;
    }

    private static String version() {
        try {
            Process asked =
                    new ProcessBuilder("nginx", "-V").redirectErrorStream(true).start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notThere) {
            return "";
        }
    }

    private Process run() throws IOException {
        return new ProcessBuilder(
                        "nginx",
                        "-e",
                        folder.resolve("error.log").toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
    }

    private void await() throws IOException {
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new AssertionError("nginx does not listen: " + Files.readString(folder.resolve("error.log")));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    Path root() {
        return folder.resolve("root");
    }

    /** Puts every file below a folder there, by WebDAV. */
    void upload(Path from) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/" + from.relativize(file)))
                        .header("Authorization", "Basic " + login)
                        .PUT(HttpRequest.BodyPublishers.ofFile(file))
                        .build();
                assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isIn(201, 204);
            }
        }
    }

    /** How many lines of the access log hold a text. */
    long answered(String text) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("access.log"));
            return lines.stream().filter(line -> line.contains(text)).count();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** With {@code kill -9}; it is one process, so that no worker is left that nobody knows. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void startAgain() throws IOException {
        Files.deleteIfExists(folder.resolve("access.log"));
        process = run();
        await();
    }

    @Override
    public void close() {
        kill();
    }
}
