package dev.packs.graph.rdf4j;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.LimitName;
import dev.packs.graph.SourceLimits;
import dev.packs.graph.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;

/** Reads sources one after the other, each inside its limits, and hands their triples on. */
final class SourceReader {

    private final SourceLimits limits;
    private final ValueFactory values;
    private final Sink sink;
    private final GraphNodes nodes = new GraphNodes();
    private final Map<String, String> prefixes = new TreeMap<>();

    SourceReader(SourceLimits limits, ValueFactory values, Sink sink) {
        this.limits = limits;
        this.values = values;
        this.sink = sink;
    }

    /** Takes a triple, and where it ends: a file, and a line where the syntax has lines. */
    interface Sink {
        void add(Resource subject, org.eclipse.rdf4j.model.IRI predicate, Value object, Place place);
    }

    /** The first meaning of each prefix that sources declared. */
    Map<String, String> prefixes() {
        return prefixes;
    }

    /** @throws PacksException with the problems of all sources */
    void read(GraphContent content) {
        Problems problems = new Problems();
        TripleCount count = new TripleCount(limits.triples());
        for (GraphSource source : content.sources()) {
            try {
                nodes.nextSource();
                read(source, count);
            } catch (PacksException failed) {
                problems.addAll(failed.problems());
            }
        }
        problems.throwIfAny();
        nodes.nextSource();
        Place place = Place.of("packs");
        for (Statement statement : content.statements()) {
            count.add(place);
            sink.add(
                    (Resource) value(statement.subject()),
                    values.createIRI(statement.predicate().value()),
                    value(statement.object()),
                    place);
        }
    }

    private Value value(dev.packs.graph.Term term) {
        return term instanceof dev.packs.graph.BlankNode node
                ? nodes.named(values, node.id())
                : Terms.value(values, term);
    }

    private void read(GraphSource source, TripleCount count) {
        if (!source.isTrusted() && source.size() > limits.bytes()) {
            throw LimitName.SOURCE_BYTES
                    .reached(
                            Place.of(source.name()),
                            "the file has " + source.size() + " bytes, more than " + limits.bytes(),
                            limits.bytes())
                    .asException();
        }
        SourceFence fence = new SourceFence(source, limits);
        SourceHandler handler = new SourceHandler(
                fence,
                count,
                (statement, place) -> sink.add(
                        (Resource) named(statement.getSubject()),
                        statement.getPredicate(),
                        named(statement.getObject()),
                        place));
        GraphThread.run(fence, () -> parse(source, fence, handler));
        handler.prefixes().forEach(prefixes::putIfAbsent);
    }

    private Value named(Value value) {
        return value instanceof org.eclipse.rdf4j.model.BNode node ? nodes.named(values, node.getID()) : value;
    }

    private boolean parse(GraphSource source, SourceFence fence, SourceHandler handler) {
        RDFParser parser = Parsers.of(source, values, fence);
        parser.setRDFHandler(handler);
        parser.setParseLocationListener(handler);
        try (InputStream bytes = source.open()) {
            parser.parse(bytes, "urn:packs:graph:");
            return true;
        } catch (RDFParseException invalid) {
            throw invalid(source, invalid);
        } catch (RDFHandlerException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuntimeException invalid(GraphSource source, RDFParseException invalid) {
        Optional<PacksException> limit = Parsers.limitIn(invalid);
        if (limit.isPresent()) {
            return limit.get();
        }
        Place place = new Place(source.name(), (int) Math.max(0, invalid.getLineNumber()), (int)
                Math.max(0, invalid.getColumnNumber()));
        return Parsers.forbidden(source, place, invalid)
                .orElseGet(() -> Problem.at(
                                ProblemCode.GRAPH_SYNTAX,
                                place,
                                "this is no " + Parsers.name(source.syntax()) + ": " + Parsers.message(invalid))
                        .help(help(source.syntax(), Parsers.message(invalid))))
                .asException();
    }

    private static String help(GraphSyntax syntax, String message) {
        if (syntax == GraphSyntax.RDFXML && message.startsWith("Premature end of file")) {
            return "the file is empty, or was not written to its end: write it again, or delete it";
        }
        return syntax == GraphSyntax.TURTLE || syntax == GraphSyntax.NTRIPLES
                ? "mend it there or shortly before: a missing `.` or `;` or an unclosed text shows only where the next term begins"
                : "mend it there or shortly before, or save the graph as Turtle";
    }

    /** How many triples the whole graph has so far. */
    static final class TripleCount {

        private final int limit;
        private int count;

        TripleCount(int limit) {
            this.limit = limit;
        }

        void add(Place place) {
            count++;
            if (count > limit) {
                throw LimitName.GRAPH_TRIPLES
                        .reached(place, "the graph has more than " + limit + " triples", limit)
                        .asException();
            }
        }
    }
}
