package dev.packs.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An application that runs somewhere, and answers at its health endpoint, or does not. */
public final class DeployedApplication {

    /** Where frameworks have it, where the address has no path: Spring Boot, Quarkus and MicroProfile, Micronaut and many others. */
    private static final List<String> USUAL = List.of("/actuator/health", "/q/health", "/health");

    private static final Set<String> GOOD = Set.of("UP", "OK", "PASS", "HEALTHY");
    private static final int MOST_BYTES = 64 * 1024;

    private final URI address;
    private final Duration timeout;

    private DeployedApplication(URI address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /**
     * An application; nothing is sent yet.
     *
     * @param address of the application, or of its health endpoint
     * @param timeout for each request, to the last byte of the answer
     * @throws PacksException {@link ProblemCode#PARAMETER_INVALID} if it is no HTTP address, or one with a user
     */
    public static DeployedApplication at(String address, Duration timeout) {
        Address.Advice advice = new Address.Advice(
                "-Dpacks.deployed=http://localhost:8080, or the whole address of its health endpoint",
                "the address is shown in reports: name a health endpoint that is open");
        return new DeployedApplication(Address.http("packs.deployed", address.strip(), advice), timeout);
    }

    /**
     * A healthy application.
     *
     * @param status of the answer
     * @param said what the endpoint says of itself, as {@code UP}; empty where it says nothing that is known
     * @param time until the answer was there
     */
    public record Health(URI endpoint, int status, Optional<String> said, Duration time) {}

    /** One answer. */
    private record Answer(URI endpoint, int status, Optional<String> said, Duration time) {}

    /**
     * Asks.
     *
     * @throws PacksException {@link ProblemCode#NOT_HEALTHY} with the reason
     */
    public Health health() {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Optional<Answer> last = Optional.empty();
        for (URI endpoint : endpoints()) {
            Answer answer = ask(client, endpoint);
            if (answer.status() != 404) {
                return judged(answer);
            }
            last = Optional.of(answer);
        }
        Answer none = last.orElseThrow();
        throw unhealthy(
                none.endpoint(),
                "answers 404: there is no health endpoint",
                endpoints().size() == 1
                        ? "name the address of the application's health endpoint"
                        : "tried " + String.join(", ", USUAL) + "; name the whole address of the health endpoint");
    }

    private List<URI> endpoints() {
        String path = address.getRawPath();
        return path == null || path.isEmpty() || path.equals("/")
                ? USUAL.stream().map(address::resolve).toList()
                : List.of(address);
    }

    private static Health judged(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw unhealthy(
                    answer.endpoint(),
                    "answers " + answer.status()
                            + answer.said()
                                    .map(said -> " and says `" + said + "`")
                                    .orElse(""),
                    answer.status() == 401 || answer.status() == 403
                            ? "the endpoint asks for a login; name one that is open"
                            : "look at what the application logs");
        }
        if (answer.said().isPresent() && !GOOD.contains(answer.said().get().toUpperCase(Locale.ROOT))) {
            throw unhealthy(
                    answer.endpoint(),
                    "says `" + answer.said().get() + "`",
                    "look at the details that the endpoint gives, and at what the application logs");
        }
        return new Health(answer.endpoint(), answer.status(), answer.said(), answer.time());
    }

    private Answer ask(HttpClient client, URI endpoint) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Accept", "application/json, */*;q=0.5")
                .GET()
                .build();
        long start = System.nanoTime();
        // The time-out of a request would end with the headers.
        CompletableFuture<HttpResponse<BoundedBody.Content>> answer =
                client.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
        try {
            HttpResponse<BoundedBody.Content> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            Optional<String> said = status(response.body().bytes());
            return new Answer(endpoint, response.statusCode(), said, Duration.ofNanos(System.nanoTime() - start));
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw late(endpoint);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unhealthy(endpoint, "was not waited for: this was interrupted", "run it again");
        } catch (ExecutionException failed) {
            throw failure(endpoint, failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private PacksException failure(URI endpoint, Throwable failed) {
        if (failed instanceof HttpTimeoutException) {
            return late(endpoint);
        }
        String what = failed instanceof ConnectException ? "cannot be reached: " : "breaks off: ";
        return unhealthy(endpoint, what + reason(failed), "see that the application runs");
    }

    private PacksException late(URI endpoint) {
        return unhealthy(
                endpoint,
                "does not answer within " + timeout.toSeconds() + " s",
                "-Dpacks.timeout=… gives it more seconds");
    }

    /** The JDK's client often says nothing; what is behind it does. */
    private static String reason(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                return cause.getMessage();
            }
        }
        return failed instanceof ConnectException ? "the connection is refused" : "no reason is given";
    }

    /** Characters of what it says that are told: a word, where it is what it should be. */
    private static final int MOST_SAID = 100;

    /** What a JSON object says under {@code status} at its top; nothing of any other body. */
    private static Optional<String> status(byte[] body) {
        try (JsonParser json = new JsonFactory().createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING && name.equals("status")) {
                    String said = json.getText();
                    return Optional.of(said.length() > MOST_SAID ? said.substring(0, MOST_SAID) + "…" : said);
                }
                json.skipChildren();
            }
            return Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static PacksException unhealthy(URI endpoint, String why, String help) {
        return Problem.of(ProblemCode.NOT_HEALTHY, "the application at `" + endpoint + "` " + why)
                .help(help)
                .asException();
    }
}
