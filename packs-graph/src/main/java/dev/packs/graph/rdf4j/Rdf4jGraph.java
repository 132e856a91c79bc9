package dev.packs.graph.rdf4j;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.Iri;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryForm;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import dev.packs.graph.Violation;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.query.QueryEvaluationException;

/** Triples that RDF4J's evaluation is asked about. */
final class Rdf4jGraph implements Graph {

    private final MemoryTriples triples;

    private Rdf4jGraph(MemoryTriples triples) {
        this.triples = triples;
    }

    static Rdf4jGraph of(GraphContent content, GraphLimits limits) {
        return new Rdf4jGraph(MemoryTriples.of(content, limits));
    }

    @Override
    public long size() {
        return triples.triples().size();
    }

    @Override
    public QueryAnswer query(QueryRequest request) {
        Guard guard = new Guard(request.limits(), request.place());
        return GraphThread.run(new QueryFence(guard), () -> answer(request, guard));
    }

    private QueryAnswer answer(QueryRequest request, Guard guard) {
        QueryReader.Parsed parsed = QueryReader.read(request);
        Map<String, Term> bindings = request.bindings();
        boolean isRows =
                parsed.checked().form() == QueryForm.SELECT || parsed.checked().form() == QueryForm.ASK;
        if (!isRows && !bindings.isEmpty()) {
            // What is bound from the start reaches neither the template of a CONSTRUCT nor what a DESCRIBE names.
            parsed = PortableQuery.read(request);
            bindings = Map.of();
        }
        try {
            return new Answers(guard).of(parsed, bindings, triples.triples());
        } catch (QueryEvaluationException failed) {
            if (Parsers.limitIn(failed).isPresent()) {
                throw failed;
            }
            throw Problem.at(ProblemCode.QUERY_FAILED, request.place(), "the query failed: " + failed.getMessage())
                    .asException();
        }
    }

    @Override
    public List<Violation> validate(List<GraphSource> shapes, GraphLimits limits) {
        Guard guard = new Guard(limits.query(), Place.of("shapes"));
        return OwnServices.with(() -> ShapesCheck.of(shapes, limits).against(triples, guard));
    }

    @Override
    public Optional<String> label(Iri resource) {
        return Labels.of(resource.value(), triples.triples());
    }

    @Override
    public void write(GraphSyntax syntax, OutputStream output) {
        List<Statement> statements = new ArrayList<>();
        Terms terms = new Terms();
        try (CloseableIteration<org.eclipse.rdf4j.model.Statement> all =
                triples.triples().matching(null, null, null)) {
            while (all.hasNext()) {
                statements.add(terms.of(all.next()));
            }
        }
        new TripleWriter(triples.prefixes()).write(statements, syntax, output);
    }

    /** Nothing is open. */
    @Override
    public void close() {}
}
