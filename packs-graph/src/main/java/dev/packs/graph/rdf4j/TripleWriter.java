package dev.packs.graph.rdf4j;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.Statement;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.jsonld.JSONLDMode;
import org.eclipse.rdf4j.rio.jsonld.JSONLDSettings;
import org.eclipse.rdf4j.rio.jsonld.JSONLDWriter;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLWriter;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;

/** Writes triples sorted, in UTF-8 and with line feeds, so that equal graphs give equal bytes. */
final class TripleWriter {

    private final Prefixes prefixes;

    /** @param declared prefixes that sources declared */
    TripleWriter(Map<String, String> declared) {
        prefixes = new Prefixes(declared);
    }

    void write(List<Statement> statements, GraphSyntax syntax, OutputStream output) {
        OwnServices.with(() -> writeSorted(statements, syntax, output));
    }

    private boolean writeSorted(List<Statement> statements, GraphSyntax syntax, OutputStream output) {
        List<Statement> sorted = BlankNodeLabels.relabelled(statements).stream()
                .distinct()
                .sorted()
                .toList();
        ValueFactory values = SimpleValueFactory.getInstance();
        try {
            OutputStream lines = new LineFeeds(output);
            RDFWriter writer = writer(syntax, lines);
            writer.startRDF();
            prefixes.used(sorted).forEach(writer::handleNamespace);
            for (Statement statement : sorted) {
                writer.handleStatement(values.createStatement(
                        Terms.resource(values, statement.subject()),
                        (IRI) Terms.resource(values, statement.predicate()),
                        Terms.value(values, statement.object())));
            }
            writer.endRDF();
            lines.flush();
            return true;
        } catch (RDFHandlerException | IOException failed) {
            throw failure(syntax, failed);
        }
    }

    private static RDFWriter writer(GraphSyntax syntax, OutputStream output) {
        RDFWriter writer = switch (syntax) {
            case TURTLE -> new TurtleWriter(output);
            case NTRIPLES -> new NTriplesWriter(output);
            case JSONLD -> new JSONLDWriter(output);
            case RDFXML -> new RDFXMLWriter(output);
        };
        writer.getWriterConfig().set(BasicWriterSettings.PRETTY_PRINT, true);
        writer.getWriterConfig().set(BasicWriterSettings.XSD_STRING_TO_PLAIN_LITERAL, true);
        writer.getWriterConfig().set(BasicWriterSettings.RDF_LANGSTRING_TO_LANG_LITERAL, true);
        if (syntax == GraphSyntax.JSONLD) {
            writer.getWriterConfig().set(JSONLDSettings.JSONLD_MODE, JSONLDMode.COMPACT);
        }
        return writer;
    }

    private static RuntimeException failure(GraphSyntax syntax, Exception failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io && !(failed instanceof RDFHandlerException)) {
                return Problem.of(ProblemCode.WRITE_FAILED, "the triples cannot be written: " + io.getMessage())
                        .asException();
            }
        }
        return Problem.of(
                        ProblemCode.GRAPH_NOT_WRITABLE,
                        "the graph cannot be written as " + syntax.id() + ": " + failed.getMessage())
                .help("take `turtle`, which can hold every graph")
                .asException();
    }

    /** Leaves out carriage returns; inside of values they are always escaped. Closing it closes nothing. */
    private static final class LineFeeds extends FilterOutputStream {

        LineFeeds(OutputStream output) {
            super(output);
        }

        @Override
        public void write(int b) throws IOException {
            if (b != '\r') {
                out.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            int from = start;
            for (int i = start; i < start + length; i++) {
                if (bytes[i] == '\r') {
                    out.write(bytes, from, i - from);
                    from = i + 1;
                }
            }
            out.write(bytes, from, start + length - from);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
