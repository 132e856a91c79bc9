package dev.packs.maven;

import dev.packs.Nearest;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@link SparqlMojo} does, apart from it: every build reads the methods of all goals, and loads the types that they name. */
final class SparqlCall {

    private static final List<String> ASKS = List.of("print", "fail");

    private SparqlCall() {}

    /** What is said of an endpoint; each is documented where it is declared. */
    record Endpoint(@Nullable String address, @Nullable String server, String graph) {}

    /** Who answers: what packs say here, or an endpoint. */
    static AskGraph asking(
            MavenCall call, Wiring wiring, GraphCall asked, @Nullable String catalog, Endpoint endpoint) {
        PackLibrary library = wiring.library(asked.contents());
        String address = endpoint.address();
        if (address == null || address.isBlank()) {
            return wiring.askGraph(library, wiring.catalog(catalog, asked.limits()));
        }
        NamedCatalog.refuseBesideEndpoint(catalog);
        EndpointCall remote =
                EndpointCall.of(call, "packs.sparqlEndpoint", address, endpoint.server(), endpoint.graph());
        return wiring.askGraph(library, wiring.endpoint(remote, asked.limits()));
    }

    /** The query that the user wrote, in place of one with a name. */
    static Optional<QueryText> free(
            MavenCall call, @Nullable String query, @Nullable String queryText, @Nullable File queryFile) {
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

    /** The formats beside text and JSON. */
    static Map<String, Function<Report, String>> documents() {
        Map<String, Function<Report, String>> documents = new LinkedHashMap<>();
        documents.put("srj", report -> JsonReport.plain(holding(report, "srj").document()));
        documents.put("csv", report -> ResultText.csv(rows(report, "csv")));
        documents.put("tsv", report -> ResultText.tsv(rows(report, "tsv")));
        documents.put("turtle", SparqlCall::turtle);
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

    /**
     * Refuses what {@code packs.ask} cannot be.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#PARAMETER_INVALID}
     */
    static void requireAsk(String ask) {
        if (!ASKS.contains(ask)) {
            throw Problem.of(ProblemCode.PARAMETER_INVALID, "-Dpacks.ask=" + ask + " means nothing")
                    .help(Nearest.question(ask, ASKS).map(near -> near + "\n").orElse("") + "it is one of "
                            + String.join(", ", ASKS))
                    .asException();
        }
    }
}
