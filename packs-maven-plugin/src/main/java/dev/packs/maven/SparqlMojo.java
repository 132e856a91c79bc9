package dev.packs.maven;

import dev.packs.operation.AskGraph;
import dev.packs.operation.Report;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Asks what packs say of themselves, in SPARQL: a query of a pack, one that comes with Packs, or your own. */
@Mojo(name = "sparql", requiresProject = false, threadSafe = true)
public final class SparqlMojo extends ReportMojo {

    private static final String VALUES = "query.";
    private static final String TEXT = "text";
    private static final String FILE = "file";

    /** The packs, separated by commas. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** The name of a query. */
    @Parameter(property = "query")
    private @Nullable String query;

    /** A query. */
    @Parameter(property = "query.text")
    private @Nullable String queryText;

    /** A file that holds a query. */
    @Parameter(property = "query.file")
    private @Nullable File queryFile;

    /** Which packs are asked. */
    @Parameter(property = "packs.over")
    private @Nullable String over;

    /** A catalogue whose packs are available too: a file, or the coordinates {@code group:artifact:version} of one that was published. */
    @Parameter(property = "packs.catalog")
    private @Nullable String catalog;

    /** What an ASK that is false does: {@code print} or {@code fail}. */
    @Parameter(property = "packs.ask", defaultValue = "print")
    private String ask;

    /** The address of a SPARQL 1.1 endpoint, which is asked in the place of what packs say here. */
    @Parameter(property = "packs.sparqlEndpoint")
    private @Nullable String sparqlEndpoint;

    /** The id of the server in the settings that has the endpoint's user and password; without it the endpoint's host. */
    @Parameter(property = "packs.sparqlServer")
    private @Nullable String sparqlServer;

    /** The name of the endpoint's graph that is asked, or {@code default}. */
    @Parameter(property = "packs.sparqlGraph", defaultValue = "https://packs.dev/graph")
    private String sparqlGraph;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        GraphCall asked = GraphCall.of(call, wiring, pack, over);
        SparqlCall.requireAsk(ask);
        Map<String, String> values = GraphCall.properties(call, VALUES);
        values.remove(TEXT);
        values.remove(FILE);
        return SparqlCall.asking(
                        call,
                        wiring,
                        asked,
                        catalog,
                        new SparqlCall.Endpoint(sparqlEndpoint, sparqlServer, sparqlGraph))
                .run(new AskGraph.Question(
                        asked.refs(),
                        Optional.ofNullable(query),
                        SparqlCall.free(call, query, queryText, queryFile),
                        values,
                        asked.scope(),
                        asked.limits(),
                        ask.equals("fail")));
    }

    @Override
    protected Map<String, Function<Report, String>> documents() {
        return SparqlCall.documents();
    }
}
