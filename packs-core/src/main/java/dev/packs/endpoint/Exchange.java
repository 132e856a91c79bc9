package dev.packs.endpoint;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** One request and its answer: no longer and no bigger than allowed, and never sent on to another place. */
final class Exchange {

    /** Of an answer that is read for the reason of a failure alone. */
    private static final int REASON_BYTES = 8192;

    private final Address address;
    private final Access access;
    private final HttpClient client;

    Exchange(Address address, Access access) {
        this.address = address;
        this.access = access;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(access.connecting());
        access.proxy()
                .ifPresent(proxy -> builder.proxy(
                        ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()))));
        client = builder.build();
    }

    /**
     * Sends a request, with the login.
     *
     * @param time for everything, to the last byte
     * @param bytes of a successful answer; there may be more, see {@link Reply#isWhole}
     * @return empty if the time was too short
     * @throws dev.packs.PacksException {@link ProblemCode#ENDPOINT_UNREACHABLE}, {@link ProblemCode#FETCH_TIMED_OUT} for the connection, {@link ProblemCode#ACCESS_DENIED}
     *     for the proxy's own refusal
     */
    Optional<Reply> send(HttpRequest.Builder request, Duration time, long bytes) {
        access.login().ifPresent(login -> request.setHeader("Authorization", login.header()));
        access.proxy()
                .flatMap(Access.Proxy::login)
                .ifPresent(login -> request.setHeader("Proxy-Authorization", login.header()));
        CompletableFuture<HttpResponse<BoundedBody.Content>> answer = client.sendAsync(
                request.setHeader("User-Agent", "Packs").build(),
                head -> new BoundedBody(head.statusCode() >= 200 && head.statusCode() < 300 ? bytes : REASON_BYTES));
        try {
            return Optional.of(Reply.of(answer.get(time.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable("was not waited for any longer").asException();
        } catch (ExecutionException failed) {
            throw problem(failed.getCause() == null ? failed : failed.getCause())
                    .asException();
        }
    }

    private Problem problem(Throwable failed) {
        for (Throwable link = failed; link != null; link = link.getCause()) {
            if (link instanceof HttpConnectTimeoutException) {
                long seconds = Math.max(1, access.connecting().toSeconds());
                return Problem.of(
                                ProblemCode.FETCH_TIMED_OUT,
                                "the endpoint `" + address + "` could not be reached within " + seconds + " seconds")
                        .help("run again when it answers, or with -Dpacks.timeout=" + 3 * seconds);
            }
            if (link instanceof UnknownHostException || link instanceof UnresolvedAddressException) {
                return unreachable("has an address that is not known here" + behind());
            }
            if (link instanceof SSLException) {
                return unreachable("has no certificate that is trusted here: " + message(link));
            }
            if (message(link).contains("got: 407")) {
                return refusedByProxy();
            }
        }
        return failed instanceof ConnectException
                ? unreachable("cannot be reached" + behind())
                : unreachable("broke off the connection (" + message(failed) + ")" + behind());
    }

    /** The proxy wants a login, or another one. */
    Problem refusedByProxy() {
        return Problem.of(
                        ProblemCode.ACCESS_DENIED,
                        "the proxy before the endpoint `" + address + "` "
                                + (access.proxy().flatMap(Access.Proxy::login).isPresent()
                                        ? "refuses the login"
                                        : "wants a login"))
                .help(
                        "give it in the `<proxies>` of your Maven `settings.xml`; for an endpoint behind https the JDK sends it only with"
                                + " -Djdk.http.auth.tunneling.disabledSchemes=");
    }

    private Problem unreachable(String what) {
        return Problem.of(ProblemCode.ENDPOINT_UNREACHABLE, "the endpoint `" + address + "` " + what)
                .help(
                        "run again when it answers; without -Dpacks.sparqlEndpoint this goal works with the packs that are here");
    }

    private String behind() {
        return access.proxy()
                .map(proxy -> ", by way of the proxy `" + proxy.host() + ":" + proxy.port() + "`")
                .orElse("");
    }

    private static String message(Throwable link) {
        String message = link.getMessage();
        return message == null || !(link instanceof IOException)
                ? link.getClass().getSimpleName()
                : message;
    }
}
