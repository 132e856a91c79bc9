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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.sail.SailConnection;
import org.eclipse.rdf4j.sail.SailException;

/** Triples in RDF4J's store in memory. */
final class Rdf4jGraph implements Graph {

    private static final List<IRI> LABELS = List.of(
            RDFS.LABEL,
            SKOS.PREF_LABEL,
            DCTERMS.TITLE,
            SimpleValueFactory.getInstance().createIRI("https://schema.org/name"));

    private final MemoryTriples triples;

    private Rdf4jGraph(MemoryTriples triples) {
        this.triples = triples;
    }

    static Rdf4jGraph of(GraphContent content, GraphLimits limits) {
        return new Rdf4jGraph(MemoryTriples.of(content, limits));
    }

    @Override
    public long size() {
        try (SailConnection connection = triples.connect()) {
            return connection.size();
        }
    }

    @Override
    public QueryAnswer query(QueryRequest request) {
        Guard guard = new Guard(request.limits(), request.place());
        triples.use(guard);
        return FencedThread.run(request.limits().time(), new QueryFence(guard), () -> answer(request, guard));
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
        try (SailConnection connection = triples.connect()) {
            return new Answers(guard).of(parsed, bindings, connection);
        } catch (QueryEvaluationException | SailException failed) {
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
        triples.use(guard);
        return OwnServices.with(() -> ShapesCheck.of(shapes, limits).against(triples, guard));
    }

    @Override
    public Optional<String> label(Iri resource) {
        IRI subject = SimpleValueFactory.getInstance().createIRI(resource.value());
        try (SailConnection connection = triples.connect()) {
            return LABELS.stream()
                    .flatMap(property -> literals(connection, subject, property).stream()
                            .min(Comparator.comparingInt(Rdf4jGraph::rank).thenComparing(Literal::toString))
                            .stream())
                    .findFirst()
                    .map(Literal::getLabel);
        }
    }

    private static List<Literal> literals(SailConnection connection, IRI subject, IRI property) {
        List<Literal> literals = new ArrayList<>();
        try (CloseableIteration<? extends org.eclipse.rdf4j.model.Statement> found =
                connection.getStatements(subject, property, null, false)) {
            while (found.hasNext()) {
                if (found.next().getObject() instanceof Literal literal) {
                    literals.add(literal);
                }
            }
        }
        return literals;
    }

    private static int rank(Literal literal) {
        String language = literal.getLanguage().orElse("");
        if (language.isEmpty()) {
            return 0;
        }
        return language.equals("en") || language.startsWith("en-") ? 1 : 2;
    }

    @Override
    public void write(GraphSyntax syntax, OutputStream output) {
        List<Statement> statements = new ArrayList<>();
        Terms terms = new Terms();
        try (SailConnection connection = triples.connect();
                CloseableIteration<? extends org.eclipse.rdf4j.model.Statement> all =
                        connection.getStatements(null, null, null, false)) {
            while (all.hasNext()) {
                statements.add(terms.of(all.next()));
            }
        }
        new TripleWriter(triples.prefixes()).write(statements, syntax, output);
    }

    @Override
    public void close() {
        triples.close();
    }
}
