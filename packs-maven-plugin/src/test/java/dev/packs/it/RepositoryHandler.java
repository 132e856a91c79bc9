package dev.packs.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers the requests of {@link FaultyRepository}: who may ask, which fault is due, else the file. */
final class RepositoryHandler extends Handler.Abstract {

    private static final int PARTS = 10;
    private static final int CUT = 0;

    private final Path folder;
    private final List<FaultRule> rules = new CopyOnWriteArrayList<>();
    private final List<LoggedRequest> log = new CopyOnWriteArrayList<>();
    private final List<String> arrivals = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile @Nullable Credentials login;
    private volatile @Nullable Credentials proxyLogin;

    RepositoryHandler(Path folder) {
        this.folder = folder;
    }

    void add(FaultRule rule) {
        rules.add(0, rule);
    }

    void clearRules() {
        rules.clear();
    }

    void requireLogin(Credentials credentials) {
        login = credentials;
    }

    void requireProxyLogin(Credentials credentials) {
        proxyLogin = credentials;
    }

    List<LoggedRequest> log() {
        return List.copyOf(log);
    }

    /** The path of every request, answered or not. */
    List<String> arrivals() {
        return List.copyOf(arrivals);
    }

    /** Lets stalled requests go, because the server stops. */
    void release() {
        released.countDown();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getDecodedPath().substring(1);
        Instant at = Instant.now();
        arrivals.add(path);
        Answer answer = answer(request, response, path);
        int status = answer.status();
        if (status != CUT) {
            response.setStatus(status);
        }
        // Logged before the client can see the end of the answer, so that a test that has its answer finds its request.
        log.add(new LoggedRequest(
                request.getMethod(),
                path,
                status,
                Credentials.parse(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                        .or(() -> Credentials.parse(request.getHeaders().get(HttpHeader.PROXY_AUTHORIZATION)))
                        .map(Credentials::user),
                proxiedHost(request),
                at));
        if (status == CUT) {
            callback.failed(new IOException("cut on purpose"));
        } else {
            write(answer, response);
            callback.succeeded();
        }
        return true;
    }

    /** The host asked for, where it is not this server: the client takes it for a proxy then. */
    private static Optional<String> proxiedHost(Request request) {
        boolean isOurs = Request.getServerPort(request) == Request.getLocalPort(request);
        return isOurs ? Optional.empty() : Optional.of(Request.getServerName(request));
    }

    /**
     * What goes to the client.
     *
     * @param status {@link #CUT} where the connection is closed already
     * @param pause before each part of the body
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answer(int status, byte[] body, Duration pause) {

        static Answer of(int status) {
            return new Answer(status, new byte[0], Duration.ZERO);
        }
    }

    private void write(Answer answer, Response response) throws IOException, InterruptedException {
        byte[] body = answer.body();
        if (body.length == 0) {
            return;
        }
        OutputStream stream = Content.Sink.asOutputStream(response);
        int parts = answer.pause().isZero() ? 1 : PARTS;
        for (int part = 0; part < parts; part++) {
            pause(answer.pause());
            int from = body.length * part / parts;
            stream.write(body, from, body.length * (part + 1) / parts - from);
            stream.flush();
        }
    }

    private Answer answer(Request request, Response response, String path) throws Exception {
        if (isRefused(proxyLogin, request.getHeaders().get(HttpHeader.PROXY_AUTHORIZATION))) {
            response.getHeaders().put(HttpHeader.PROXY_AUTHENTICATE, "Basic realm=\"packs\"");
            return Answer.of(407);
        }
        if (isRefused(login, request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"packs\"");
            return Answer.of(401);
        }
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder)) {
            return Answer.of(403);
        }
        for (FaultRule rule : rules) {
            if (rule.matches(path) && rule.take()) {
                return fail(rule.fault(), request, response, file);
            }
        }
        return switch (request.getMethod()) {
            case "PUT" -> Answer.of(receive(request, file));
            case "GET", "HEAD" ->
                Files.isRegularFile(file)
                        ? send(request, response, Files.readAllBytes(file), Duration.ZERO)
                        : Answer.of(404);
            default -> Answer.of(405);
        };
    }

    private static boolean isRefused(@Nullable Credentials required, @Nullable String header) {
        return required != null && !Credentials.parse(header).equals(Optional.of(required));
    }

    private Answer fail(Fault fault, Request request, Response response, Path file) throws Exception {
        if (fault instanceof Fault.Status status) {
            return Answer.of(status.code());
        }
        if (fault instanceof Fault.Instead instead) {
            return send(request, response, instead.content(), Duration.ZERO);
        }
        if (fault instanceof Fault.Stall stall) {
            pause(stall.length());
            return hangUp(request, false);
        }
        if (fault instanceof Fault.Reset || !Files.isRegularFile(file)) {
            return hangUp(request, true);
        }
        byte[] content = Files.readAllBytes(file);
        if (fault instanceof Fault.Truncate truncate) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
            OutputStream body = Content.Sink.asOutputStream(response);
            body.write(content, 0, Math.min(truncate.bytes(), content.length - 1));
            body.flush();
            return hangUp(request, false);
        }
        return send(request, response, content, fault instanceof Fault.Slow slow ? slow.pause() : Duration.ZERO);
    }

    private static Answer send(Request request, Response response, byte[] content, Duration pause) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
        return new Answer(200, request.getMethod().equals("GET") ? content : new byte[0], pause);
    }

    /** Stores an upload beside its place and moves it in, as readers may be about. */
    private static int receive(Request request, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "upload", ".part");
        try (InputStream body = Content.Source.asInputStream(request)) {
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
        }
        boolean existed = Files.exists(file);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return existed ? 200 : 201;
    }

    private static Answer hangUp(Request request, boolean reset) throws IOException {
        Object transport =
                request.getConnectionMetaData().getConnection().getEndPoint().getTransport();
        SocketChannel channel = (SocketChannel) transport;
        if (reset) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        channel.close();
        return Answer.of(CUT);
    }

    private void pause(Duration length) throws InterruptedException {
        boolean unused = released.await(length.toMillis(), TimeUnit.MILLISECONDS);
    }
}
