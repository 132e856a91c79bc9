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
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /**
     * One answer.
     *
     * @param elsewhere where it leads to, if it is a redirect
     * @param isPage whether it is HTML
     */
    private record Answer(Health health, Optional<URI> elsewhere, boolean isPage) {

        int status() {
            return health.status();
        }

        /** Whether it says nothing of health: an application may send everybody to its login, or give a page to whatever is asked. */
        boolean isNone() {
            return status() == 404 || elsewhere.isPresent() || (status() / 100 == 2 && isPage);
        }
    }

    /**
     * Asks.
     *
     * @throws PacksException {@link ProblemCode#NOT_HEALTHY} with the reason
     */
    public Health health() {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        if (hasPath()) {
            return judged(ask(client, address));
        }
        Optional<Answer> other = Optional.empty();
        for (String path : USUAL) {
            Answer answer = ask(client, address.resolve(path));
            if (!answer.isNone()) {
                return judged(answer);
            }
            if (answer.status() != 404 && other.isEmpty()) {
                other = Optional.of(answer);
            }
        }
        String tried = "tried " + String.join(", ", USUAL) + "; name the whole address of the health endpoint";
        if (other.isPresent()) {
            throw unhealthy(other.get().health().endpoint(), none(other.get()), tried);
        }
        throw unhealthy(address, "has no health endpoint: all that was tried answers 404", tried);
    }

    private boolean hasPath() {
        String path = address.getRawPath();
        return path != null && !path.isEmpty() && !path.equals("/");
    }

    private static String none(Answer answer) {
        return "answers " + answer.status()
                + answer.elsewhere()
                        .map(to -> ", which leads to `" + shown(to) + "`")
                        .orElse(" with a page that does not say how it is");
    }

    /** Without what may be a login, and in ASCII: the answer is the application's, and goes into reports. */
    private static String shown(URI other) {
        if (other.isOpaque()) {
            // Nothing that leads anywhere: `mailto:somebody`.
            return other.getScheme() + ":…";
        }
        String at = other.getHost() == null
                ? ""
                : other.getScheme() + "://" + other.getHost() + (other.getPort() < 0 ? "" : ":" + other.getPort());
        String shown = at + other.getRawPath();
        return shown.length() > MOST_SAID ? shown.substring(0, MOST_SAID) + "…" : shown;
    }

    private static Health judged(Answer answer) {
        Health health = answer.health();
        if (answer.elsewhere().isPresent()) {
            throw unhealthy(health.endpoint(), none(answer), "name a health endpoint that answers itself, and is open");
        }
        if (health.status() == 404) {
            throw unhealthy(
                    health.endpoint(),
                    "answers 404: there is no health endpoint",
                    "name the address of the application's health endpoint");
        }
        if (health.status() / 100 != 2) {
            throw unhealthy(
                    health.endpoint(),
                    "answers " + health.status()
                            + health.said()
                                    .map(said -> " and says `" + said + "`")
                                    .orElse(""),
                    health.status() == 401 || health.status() == 403
                            ? "the endpoint asks for a login; name one that is open"
                            : "look at what the application logs");
        }
        if (health.said().isPresent() && !GOOD.contains(health.said().get().toUpperCase(Locale.ROOT))) {
            throw unhealthy(
                    health.endpoint(),
                    "says `" + health.said().get() + "`",
                    "look at the details that the endpoint gives, and at what the application logs");
        }
        return health;
    }

    /** Follows to the same path of the same host by HTTPS, and nowhere else: what answers there is another page. */
    private Answer ask(HttpClient client, URI endpoint) {
        Answer answer = askOnce(client, endpoint);
        return answer.elsewhere().isPresent()
                        && isSecured(endpoint, answer.elsewhere().get())
                ? askOnce(client, answer.elsewhere().get())
                : answer;
    }

    private static boolean isSecured(URI from, URI to) {
        return from.getScheme().equalsIgnoreCase("http")
                && "https".equalsIgnoreCase(to.getScheme())
                && from.getHost().equalsIgnoreCase(to.getHost())
                && Objects.equals(from.getRawPath(), to.getRawPath())
                && Objects.equals(from.getRawQuery(), to.getRawQuery())
                && to.getRawUserInfo() == null;
    }

    private Answer askOnce(HttpClient client, URI endpoint) {
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
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            return new Answer(
                    new Health(endpoint, response.statusCode(), said, time), elsewhere(response), isPage(response));
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

    private static Optional<URI> elsewhere(HttpResponse<?> response) {
        Optional<String> location = response.headers().firstValue("Location");
        if (response.statusCode() / 100 != 3 || location.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(response.uri().resolve(new URI(location.get().strip())));
        } catch (URISyntaxException nowhere) {
            return Optional.empty();
        }
    }

    private static boolean isPage(HttpResponse<?> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.contains("html");
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
