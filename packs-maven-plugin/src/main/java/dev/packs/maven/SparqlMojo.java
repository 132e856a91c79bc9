package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.QueryAnswer;
import dev.packs.io.DiskFailure;
import dev.packs.operation.AskGraph;
import dev.packs.operation.GraphAnswer;
import dev.packs.operation.QueryText;
import dev.packs.operation.Report;
import dev.packs.report.JsonReport;
import dev.packs.report.ResultText;
import dev.packs.source.PackLibrary;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
        if (!ask.equals("print") && !ask.equals("fail")) {
            throw Problem.of(ProblemCode.PARAMETER_INVALID, "-Dpacks.ask=" + ask + " means nothing")
                    .help("it is one of print, fail")
                    .asException();
        }
        Map<String, String> values = GraphCall.properties(call, VALUES);
        values.remove(TEXT);
        values.remove(FILE);
        return asking(call, wiring, asked)
                .run(new AskGraph.Question(
                        asked.refs(),
                        Optional.ofNullable(query),
                        free(call),
                        values,
                        asked.scope(),
                        asked.limits(),
                        ask.equals("fail")));
    }

    private AskGraph asking(MavenCall call, Wiring wiring, GraphCall asked) {
        PackLibrary library = wiring.library(asked.contents());
        if (sparqlEndpoint == null || sparqlEndpoint.isBlank()) {
            return wiring.askGraph(library, wiring.catalog(catalog, asked.limits()));
        }
        NamedCatalog.refuseBesideEndpoint(catalog);
        EndpointCall endpoint =
                EndpointCall.of(call, "packs.sparqlEndpoint", sparqlEndpoint, sparqlServer, sparqlGraph);
        return wiring.askGraph(library, wiring.endpoint(endpoint, asked.limits()));
    }

    private Optional<QueryText> free(MavenCall call) {
        if ((query == null ? 0 : 1) + (queryText == null ? 0 : 1) + (queryFile == null ? 0 : 1) > 1) {
            throw Problem.of(ProblemCode.PARAMETER_INVALID, "there is more than one query")
                    .help("say one of -Dquery, -Dquery.text and -Dquery.file")
                    .asException();
        }
        if (queryText != null) {
            return Optional.of(new QueryText(queryText, new Place("-Dquery.text", 1, 1)));
        }
        if (queryFile == null) {
            return Optional.empty();
        }
        Path path = call.folder().resolve(queryFile.toPath());
        try {
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return Optional.of(new QueryText(text, new Place(queryFile.getPath(), 1, 1)));
        } catch (IOException failed) {
            throw DiskFailure.reading(path, failed);
        }
    }

    @Override
    protected Map<String, Function<Report, String>> documents() {
        Map<String, Function<Report, String>> documents = new LinkedHashMap<>();
        documents.put("srj", report -> JsonReport.plain(holding(report, "srj").document()));
        documents.put("csv", report -> ResultText.csv(rows(report, "csv")));
        documents.put("tsv", report -> ResultText.tsv(rows(report, "tsv")));
        documents.put("turtle", SparqlMojo::turtle);
        return documents;
    }

    private static QueryAnswer.Rows rows(Report report, String format) {
        if (((GraphAnswer) report).answer() instanceof QueryAnswer.Rows rows) {
            return rows;
        }
        throw unfit(format, "rows, the answer of a `SELECT`");
    }

    private static Report holding(Report report, String format) {
        if (((GraphAnswer) report).answer() instanceof QueryAnswer.Triples) {
            throw unfit(format, "the answers of `SELECT` and `ASK`");
        }
        return report;
    }

    private static String turtle(Report report) {
        GraphAnswer answer = (GraphAnswer) report;
        if (answer.answer() instanceof QueryAnswer.Triples || !answer.warnings().isEmpty()) {
            return answer.turtle();
        }
        throw unfit("turtle", "triples, the answer of a `CONSTRUCT` or `DESCRIBE`");
    }

    private static PacksException unfit(String format, String what) {
        return Problem.of(
                        ProblemCode.PARAMETER_INVALID, "the format " + format + " holds " + what + ", and nothing else")
                .help("every answer can be had as text and as json")
                .asException();
    }
}
