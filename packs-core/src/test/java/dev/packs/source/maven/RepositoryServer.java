package dev.packs.source.maven;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Maven repository on loopback whose answers the test decides. */
final class RepositoryServer implements AutoCloseable {

    /** What happens instead of the answer that is asked for. */
    enum Trouble {
        NOT_FOUND,
        UNAUTHORIZED,
        FORBIDDEN,
        SERVER_ERROR,
        UNAVAILABLE,
        STALL,
        CUT_OFF,
        HANG_UP
    }

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Deque<Trouble>> troubles = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    RepositoryServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Publishes the file and its checksum. */
    void put(String path, byte[] content) {
        files.put(path, content);
        files.put(path + ".sha1", sha1(content).getBytes(StandardCharsets.US_ASCII));
    }

    void put(String path, String content) {
        put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    void putWithoutChecksum(String path, byte[] content) {
        files.put(path, content);
    }

    void putChecksum(String path, String sha1) {
        files.put(path + ".sha1", sha1.getBytes(StandardCharsets.US_ASCII));
    }

    /** The list of versions that Maven reads. */
    void putVersions(String folder, String... versions) {
        StringBuilder text = new StringBuilder("<metadata><versioning><versions>");
        for (String version : versions) {
            text.append("<version>").append(version).append("</version>");
        }
        put(
                folder + "/maven-metadata.xml",
                text.append("</versions></versioning></metadata>").toString());
    }

    /** The next requests for the path end so, in turn; after that it is served. */
    void trouble(String path, Trouble... next) {
        troubles.computeIfAbsent(path, key -> new ConcurrentLinkedDeque<>()).addAll(List.of(next));
    }

    long requestsFor(String path) {
        return requests.stream().filter(path::equals).count();
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        requests.add(path);
        Deque<Trouble> planned = troubles.get(path);
        Trouble trouble = planned == null ? null : planned.poll();
        byte[] content = files.get(path);
        try (exchange) {
            if (trouble != null) {
                fail(exchange, trouble);
            } else if (content == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        }
    }

    private void fail(HttpExchange exchange, Trouble trouble) throws IOException {
        switch (trouble) {
            case NOT_FOUND -> exchange.sendResponseHeaders(404, -1);
            case UNAUTHORIZED -> {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"packs\"");
                exchange.sendResponseHeaders(401, -1);
            }
            case FORBIDDEN -> exchange.sendResponseHeaders(403, -1);
            case SERVER_ERROR -> exchange.sendResponseHeaders(500, -1);
            case UNAVAILABLE -> exchange.sendResponseHeaders(503, -1);
            case STALL -> awaitClose();
            case CUT_OFF -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write(new byte[10]);
                exchange.getResponseBody().flush();
            }
            case HANG_UP -> {
                // Closing the exchange without an answer closes the connection.
            }
        }
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
