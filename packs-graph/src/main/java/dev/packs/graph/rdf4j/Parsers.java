package dev.packs.graph.rdf4j;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import no.hasmac.jsonld.loader.DocumentLoader;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.rio.ParserConfig;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.eclipse.rdf4j.rio.jsonld.JSONLDParser;
import org.eclipse.rdf4j.rio.jsonld.JSONLDSettings;
import org.eclipse.rdf4j.rio.ntriples.NTriplesParser;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** RDF4J's parsers, each without a way out of its text and with a depth that is counted. */
final class Parsers {

    private Parsers() {}

    static RDFParser of(GraphSource source, ValueFactory values, SourceFence fence) {
        RDFParser parser = plain(source, values, fence);
        ParserConfig config = parser.getParserConfig();
        config.set(BasicParserSettings.PRESERVE_BNODE_IDS, true);
        config.set(BasicParserSettings.VERIFY_DATATYPE_VALUES, false);
        config.set(BasicParserSettings.VERIFY_URI_SYNTAX, true);
        // A prefix that a file does not declare is a mistake in it, however well it is known.
        config.set(BasicParserSettings.NAMESPACES, Set.of());
        return parser;
    }

    private static RDFParser plain(GraphSource source, ValueFactory values, SourceFence fence) {
        switch (source.syntax()) {
            case TURTLE -> {
                return new BoundedTurtle(values, fence);
            }
            case NTRIPLES -> {
                return new NTriplesParser(values);
            }
            case JSONLD -> {
                checkJson(source, fence);
                RDFParser json = new JSONLDParser(values);
                DocumentLoader none = (url, options) -> {
                    throw Problem.at(
                                    ProblemCode.GRAPH_FORBIDDEN,
                                    Place.of(source.name()),
                                    "it takes its context from `" + url + "`")
                            .help("write the context into the file; nothing is fetched for it")
                            .asException();
                };
                json.getParserConfig().set(JSONLDSettings.DOCUMENT_LOADER, none);
                json.getParserConfig().set(JSONLDSettings.SECURE_MODE, true);
                return json;
            }
            case RDFXML -> {
                RDFParser xml = new RDFXMLParser(values);
                xml.getParserConfig().set(XMLParserSettings.DISALLOW_DOCTYPE_DECL, true);
                xml.getParserConfig().set(XMLParserSettings.SECURE_PROCESSING, true);
                xml.getParserConfig().set(XMLParserSettings.LOAD_EXTERNAL_DTD, false);
                xml.getParserConfig().set(XMLParserSettings.CUSTOM_XML_READER, new BoundedXml(fence));
                return xml;
            }
        }
        throw new IllegalStateException(source.syntax().id());
    }

    private static void checkJson(GraphSource source, SourceFence fence) {
        try (InputStream bytes = source.open()) {
            if (Nesting.ofJson(bytes.readAllBytes()) > fence.limits().depth()) {
                throw fence.tooDeep();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String name(GraphSyntax syntax) {
        return switch (syntax) {
            case TURTLE -> "Turtle";
            case NTRIPLES -> "N-Triples";
            case JSONLD -> "JSON-LD";
            case RDFXML -> "RDF/XML";
        };
    }

    /** The engine's reason in one line, without its own mention of the place. */
    static String message(RDFParseException invalid) {
        Throwable reason = invalid;
        while (reason.getCause() != null && reason.getCause().getMessage() != null) {
            reason = reason.getCause();
        }
        String line = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
        return line.replaceAll("\\s*\\[line \\d+[^\\]]*\\]$", "").replaceAll("\\.$", "");
    }

    static Optional<PacksException> limitIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PacksException known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    static Optional<Problem> forbidden(GraphSource source, Place place, RDFParseException invalid) {
        if (source.syntax() == GraphSyntax.RDFXML
                && String.valueOf(invalid.getMessage()).contains("DOCTYPE")) {
            return Optional.of(Problem.at(ProblemCode.GRAPH_FORBIDDEN, place, "it has a document type (`<!DOCTYPE`)")
                    .help("take it out and write its entities in full, or save the file as Turtle"));
        }
        return Optional.empty();
    }

    /** Turtle whose brackets are counted before the parser calls itself. */
    private static final class BoundedTurtle extends TurtleParser {

        private final SourceFence fence;

        BoundedTurtle(ValueFactory values, SourceFence fence) {
            super(values);
            this.fence = fence;
        }

        @Override
        protected Resource parseCollection() throws IOException {
            fence.enter();
            Resource list = super.parseCollection();
            fence.leave();
            return list;
        }

        @Override
        protected Resource parseImplicitBlank() throws IOException {
            fence.enter();
            Resource node = super.parseImplicitBlank();
            fence.leave();
            return node;
        }

        /** Triples inside of triples are no Turtle 1.1. */
        @Override
        protected boolean peekIsTripleValue() {
            return false;
        }
    }

    /** XML whose elements are counted. */
    private static final class BoundedXml extends XMLFilterImpl {

        private final SourceFence fence;

        BoundedXml(SourceFence fence) {
            super(reader());
            this.fence = fence;
        }

        private static XMLReader reader() {
            try {
                SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
                return factory.newSAXParser().getXMLReader();
            } catch (ParserConfigurationException | SAXException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            fence.enter();
            fence.step();
            super.startElement(uri, name, qualified, attributes);
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            super.endElement(uri, name, qualified);
            fence.leave();
        }
    }
}
