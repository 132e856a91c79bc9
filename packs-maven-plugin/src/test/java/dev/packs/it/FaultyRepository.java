package dev.packs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A Maven repository over HTTP on 127.0.0.1 that serves a folder and fails where it is told to. It takes uploads, so that {@code mvn deploy} works against it, and answers
 * requests made to a proxy, whatever host they name, from the same folder. It can be programmed while it runs; its threads never keep the JVM alive.
 */
public final class FaultyRepository implements AutoCloseable {

    private final RepositoryHandler handler;
    private final Server server;
    private final ServerConnector connector;

    private FaultyRepository(Path folder) {
        handler = new RepositoryHandler(folder);
        QueuedThreadPool threads = new QueuedThreadPool(64);
        threads.setDaemon(true);
        threads.setStopTimeout(0);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(Duration.ofMinutes(10).toMillis());
        server.addConnector(connector);
        server.setHandler(handler);
        server.setStopTimeout(0);
    }

    /** Starts on a free port. The folder is made if it is missing. */
    public static FaultyRepository serving(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FaultyRepository repository =
                new FaultyRepository(folder.toAbsolutePath().normalize());
        try {
            repository.server.start();
        } catch (Exception e) {
            throw new IllegalStateException("cannot listen on 127.0.0.1", e);
        }
        return repository;
    }

    /** The root of the repository, without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return connector.getLocalPort();
    }

    /**
     * Fails every request for a path that matches. The rule that was added last and still has something to do wins.
     *
     * @param glob as in {@link java.nio.file.FileSystem#getPathMatcher}, over the path without a leading slash: {@code **}{@code /starter-1.0.0.jar}
     */
    public FaultyRepository fail(String glob, Fault fault) {
        return failTimes(Integer.MAX_VALUE, glob, fault);
    }

    /** Fails the next so many requests for a path that matches, and answers the later ones properly. */
    public FaultyRepository failTimes(int times, String glob, Fault fault) {
        handler.add(new FaultRule(glob, fault, times));
        return this;
    }

    /** Forgets every fault. */
    public FaultyRepository heal() {
        handler.clearRules();
        return this;
    }

    /** Answers 401 to whoever does not name this user and password. */
    public FaultyRepository requireLogin(String user, String password) {
        handler.requireLogin(new Credentials(user, password));
        return this;
    }

    /** Answers 407 to whoever does not name this user and password to the proxy. */
    public FaultyRepository requireProxyLogin(String user, String password) {
        handler.requireProxyLogin(new Credentials(user, password));
        return this;
    }

    /** Every request since the start, in the order of their ends. */
    public List<LoggedRequest> requests() {
        return handler.log();
    }

    /** The requests for paths that match a glob. */
    public List<LoggedRequest> requests(String glob) {
        FaultRule rule = new FaultRule(glob, new Fault.Reset(), 0);
        return requests().stream()
                .filter(request -> rule.matches(request.path()))
                .toList();
    }

    /** Whether a request for such a path has arrived, answered or not. */
    public boolean hasBeenAskedFor(String glob) {
        FaultRule rule = new FaultRule(glob, new Fault.Reset(), 0);
        return handler.arrivals().stream().anyMatch(rule::matches);
    }

    @Override
    public void close() {
        handler.release();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
    }
}
