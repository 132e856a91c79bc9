package dev.packs.endpoint;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an endpoint is, and which of its graphs is meant.
 *
 * @param uri of SPARQL queries, or of the graph store; {@code http} or {@code https}, with a host and without a user
 * @param graph the name of the graph; empty for the one that the endpoint asks by itself
 */
public record Address(URI uri, Optional<String> graph) {

    /** The graph that is meant where nobody says which. */
    public static final String USUAL_GRAPH = "https://packs.dev/graph";

    /** As {@code packs.sparqlGraph} names the graph that the endpoint asks by itself. */
    public static final String DEFAULT_GRAPH = "default";

    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20\\x7F<>\"{}|^`\\\\]+");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[(?:0*:)*:?0*1\\]");
    private static final Pattern USER = Pattern.compile("//[^/@]*@");

    /**
     * Reads an address.
     *
     * @param property the parameter that it comes from, for messages
     * @param graph an absolute IRI, or {@link #DEFAULT_GRAPH}
     * @throws dev.packs.PacksException {@link ProblemCode#PARAMETER_INVALID}
     */
    public static Address parse(String property, String uri, String graph) {
        if (!graph.equals(DEFAULT_GRAPH) && !IRI.matcher(graph).matches()) {
            throw wrong(
                    "`" + graph + "`, the value of -Dpacks.sparqlGraph, is no absolute IRI",
                    "name a graph, as in `" + USUAL_GRAPH + "`, or say `default` for the one without a name");
        }
        Advice advice = new Advice(
                "write it as in -D" + property + "=https://graph.example.org/packs/sparql",
                "put user and password into a `<server>` of your Maven `settings.xml`, and name it with -Dpacks.sparqlServer");
        return new Address(
                http(property, uri.strip(), advice), Optional.of(graph).filter(name -> !name.equals(DEFAULT_GRAPH)));
    }

    /**
     * What helps where an address is refused.
     *
     * @param example of one that is taken
     * @param login where a user and a password belong
     */
    record Advice(String example, String login) {}

    /**
     * An address of {@code http} or {@code https}, with a host, and with neither a user nor a fragment.
     *
     * @param property the parameter that it comes from, for messages, which never show a user
     * @throws dev.packs.PacksException {@link ProblemCode#PARAMETER_INVALID}
     */
    static URI http(String property, String written, Advice advice) {
        URI uri;
        try {
            uri = new URI(written);
        } catch (URISyntaxException invalid) {
            throw wrong(named(property, written) + " is no address: " + invalid.getReason(), advice.example());
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw wrong(named(property, written) + " is not of http or https", advice.example());
        }
        if (uri.getRawUserInfo() != null
                || String.valueOf(uri.getRawAuthority()).contains("@")) {
            throw wrong(named(property, written) + " has a user in it", advice.login());
        }
        if (uri.getHost() == null || uri.getRawFragment() != null) {
            throw wrong(
                    named(property, written) + (uri.getHost() == null ? " has no host" : " has a fragment"),
                    advice.example());
        }
        return uri;
    }

    private static String named(String property, String written) {
        return "`" + USER.matcher(written).replaceFirst("//") + "`, the value of -D" + property + ",";
    }

    private static RuntimeException wrong(String message, String help) {
        return Problem.of(ProblemCode.PARAMETER_INVALID, message).help(help).asException();
    }

    /** In lower case; of IPv6 with its brackets. */
    public String host() {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    /** Whether what is sent there can be read on the way, which leads by the proxy if there is one. */
    boolean isOpenToOthers(Optional<Access.Proxy> proxy) {
        String next = proxy.map(each -> each.host().toLowerCase(Locale.ROOT)).orElse(host());
        return uri.getScheme().equalsIgnoreCase("http") && !(isLoopback(host()) && isLoopback(next));
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** With {@code graph} or {@code default} in its query, as SPARQL 1.1 Graph Store HTTP Protocol, 4.2, has it. */
    URI ofGraph() {
        String which = graph.map(name -> "graph=" + encoded(name)).orElse("default");
        String before = uri.toString();
        String separator = uri.getRawQuery() == null ? "?" : before.endsWith("?") || before.endsWith("&") ? "" : "&";
        return URI.create(before + separator + which);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
