package dev.packs.endpoint;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.CheckedQuery;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.LimitName;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryForm;
import dev.packs.graph.QueryLimits;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.RemoteGraph;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A graph behind an HTTP address: asked by the SPARQL 1.1 Protocol, written by the SPARQL 1.1 Graph Store HTTP Protocol. */
public final class SparqlEndpoint implements RemoteGraph {

    private static final Set<String> RESULTS = Set.of("application/sparql-results+json", "application/json");
    private static final Map<String, GraphSyntax> TRIPLES = Map.of(
            "application/n-triples", GraphSyntax.NTRIPLES,
            "text/turtle", GraphSyntax.TURTLE,
            "application/x-turtle", GraphSyntax.TURTLE);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Place WHOLE = Place.of("endpoint");

    private final Address address;
    private final Access access;
    private final Supplier<? extends GraphEngine> engine;
    private final GraphLimits limits;
    private @Nullable Exchange exchange;

    /**
     * An endpoint; nothing is sent before it is asked.
     *
     * @param engine checks queries before they are sent, and reads triples
     * @param limits of triples that come back, and of writing
     * @throws PacksException {@link ProblemCode#PARAMETER_INVALID} if the login would be readable on the way
     */
    public SparqlEndpoint(Address address, Access access, Supplier<? extends GraphEngine> engine, GraphLimits limits) {
        if (access.login().isPresent() && address.isOpenToOthers(access.proxy())) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "the login of server `" + access.server() + "` would go to `" + address
                                    + "` where anybody on the way can read it")
                    .help("take the address that begins with https, or a tunnel that ends on 127.0.0.1")
                    .asException();
        }
        this.address = address;
        this.access = access;
        this.engine = engine;
        this.limits = limits;
    }

    private Exchange exchange() {
        Exchange open = exchange;
        if (open == null) {
            open = new Exchange(address, access);
            exchange = open;
        }
        return open;
    }

    @Override
    public QueryAnswer query(QueryRequest request) {
        String text = engine.get().portable(request);
        CheckedQuery checked = engine.get().check(request);
        boolean isTriples = checked.form() == QueryForm.CONSTRUCT || checked.form() == QueryForm.DESCRIBE;
        QueryLimits most = request.limits();
        Reply reply = exchange()
                .send(
                        question(
                                text,
                                isTriples
                                        ? "application/n-triples, text/turtle;q=0.9"
                                        : "application/sparql-results+json"),
                        most.time(),
                        most.memory())
                .orElseThrow(() -> late(most, request.place(), "answer").asException());
        requireSuccess(reply, true);
        if (reply.isEncoded()) {
            throw unfit("sends packed content, which was not asked for");
        }
        if (isTriples ? !TRIPLES.containsKey(reply.type()) : !RESULTS.contains(reply.type())) {
            throw unfit("answers with " + (reply.type().isEmpty() ? "content of no type" : "`" + reply.type() + "`")
                    + ", and not with " + (isTriples ? "N-Triples or Turtle" : "SPARQL Query Results JSON"));
        }
        if (!reply.isWhole()) {
            throw ResultsReader.tooBig(most, request.place());
        }
        return isTriples ? triples(reply, request) : results(reply, checked, request);
    }

    private HttpRequest.Builder question(String query, String accepted) {
        String form = "query=" + Address.encoded(query)
                + address.graph()
                        .map(graph -> "&default-graph-uri=" + Address.encoded(graph))
                        .orElse("");
        return HttpRequest.newBuilder(address.uri())
                .header("Content-Type", FORM)
                .header("Accept", accepted)
                .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.US_ASCII));
    }

    private QueryAnswer results(Reply reply, CheckedQuery checked, QueryRequest request) {
        try {
            return new ResultsReader(checked, request.limits(), request.place()).read(reply.body());
        } catch (ResultsReader.Malformed wrong) {
            throw unfit("sends an answer that cannot be read: " + wrong.getMessage());
        }
    }

    /** Read by the same parsers, and inside the same limits, as a file that somebody ships. */
    private QueryAnswer triples(Reply reply, QueryRequest request) {
        GraphSyntax syntax = TRIPLES.getOrDefault(reply.type(), GraphSyntax.TURTLE);
        GraphSource source = GraphSource.of(address.toString(), syntax, reply.body());
        try (Graph graph = engine.get().open(GraphContent.ofSources(List.of(source)), limits)) {
            return graph.query(new QueryRequest(
                    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", request.place(), Map.of(), request.limits()));
        } catch (PacksException failed) {
            if (failed.problems().stream().anyMatch(problem -> problem.code() == ProblemCode.GRAPH_SYNTAX)) {
                throw unfit("sends an answer that cannot be read: "
                        + failed.problems().get(0).message());
            }
            throw failed;
        }
    }

    @Override
    public boolean isEmpty() {
        return query(new QueryRequest("ASK { ?s ?p ?o }", WHOLE, Map.of(), limits.query()))
                .equals(new QueryAnswer.Truth(false));
    }

    @Override
    public void replace(byte[] turtle) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.ofGraph())
                .header("Content-Type", "text/turtle")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(turtle));
        Reply reply = exchange()
                .send(request, limits.query().time(), 0)
                .orElseThrow(() -> late(limits.query(), null, "take the graph").asException());
        requireSuccess(reply, false);
    }

    private Problem late(QueryLimits most, @Nullable Place place, String what) {
        long seconds = Math.max(1, most.time().toSeconds());
        return LimitName.QUERY_SECONDS.reached(
                place, "the endpoint `" + address + "` took longer than " + seconds + " seconds to " + what, seconds);
    }

    private void requireSuccess(Reply reply, boolean isQuery) {
        if (!reply.isSuccess()) {
            throw failure(reply, isQuery).asException();
        }
    }

    private Problem failure(Reply reply, boolean isQuery) {
        int status = reply.status();
        return switch (status) {
            case 401, 403 -> denied(reply);
            case 407 -> exchange().refusedByProxy();
            case 404, 405, 410, 415 ->
                problem("answers " + status + because(reply))
                        .help(
                                isQuery
                                        ? "look at the path: a server has one address for queries and others for the rest"
                                        : "name the address of its graph store: -Dpacks.sparqlStore=…");
            case 400, 500, 501, 503 ->
                isQuery
                        ? Problem.of(
                                ProblemCode.QUERY_FAILED,
                                "the endpoint `" + address + "` cannot answer the query (" + status + ")"
                                        + because(reply))
                        : problem("did not take the graph: it answers " + status + because(reply));
            default ->
                status >= 300 && status < 400
                        ? problem("sends to "
                                        + reply.location()
                                                .map(to -> "`" + to + "`")
                                                .orElse("nowhere"))
                                .help("nothing is sent on by itself; if that place is right, name it instead")
                        : problem("answers " + status + because(reply));
        };
    }

    private Problem denied(Reply reply) {
        String what = "the endpoint `" + address + "` ";
        String servers = "`<servers>` of your Maven `settings.xml`";
        Optional<String> scheme = reply.otherScheme();
        if (scheme.isPresent()) {
            return Problem.of(
                            ProblemCode.ACCESS_DENIED,
                            what + "wants a login by `" + scheme.get() + "`, and not by `Basic`")
                    .help("switch basic authentication on there, or put a proxy before it that has it");
        }
        if (access.login().isEmpty()) {
            return Problem.of(ProblemCode.ACCESS_DENIED, what + "wants a login (" + reply.status() + ")")
                    .help("give user and password in the " + servers + " under the id `" + access.server()
                            + "`, or name another id with -Dpacks.sparqlServer");
        }
        return Problem.of(
                        ProblemCode.ACCESS_DENIED,
                        what + "refuses the login of server `" + access.server() + "` (" + reply.status() + ")")
                .help("look at the user and the password in the " + servers
                        + ", and at what that user may do; some let a user ask and not write");
    }

    private String because(Reply reply) {
        return reply.reason()
                .map(reason ->
                        access.login().map(login -> login.hiddenIn(reason)).orElse(reason))
                .map(reason -> ": " + reason)
                .orElse("");
    }

    private Problem problem(String what) {
        return Problem.of(ProblemCode.ENDPOINT_ANSWER, "the endpoint `" + address + "` " + what);
    }

    private RuntimeException unfit(String what) {
        return problem(what)
                .help("look at the address: it has to be one of SPARQL 1.1 queries")
                .asException();
    }

    /** The address, and which graph of it. */
    @Override
    public String toString() {
        return address.graph()
                .map(graph -> "the graph <" + graph + "> at `" + address + "`")
                .orElse("the default graph at `" + address + "`");
    }
}
