package dev.packs.graph.rdf4j;

import dev.packs.Place;
import dev.packs.graph.LimitName;
import dev.packs.graph.SourceLimits;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.ParseLocationListener;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;

/** Counts what one source brings. */
final class SourceHandler extends AbstractRDFHandler implements ParseLocationListener {

    private final SourceFence fence;
    private final SourceReader.TripleCount count;
    private final BiConsumer<Statement, Place> sink;
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Set<String> blankNodes = new HashSet<>();
    private long line;

    SourceHandler(SourceFence fence, SourceReader.TripleCount count, BiConsumer<Statement, Place> sink) {
        this.fence = fence;
        this.count = count;
        this.sink = sink;
    }

    Map<String, String> prefixes() {
        return prefixes;
    }

    @Override
    public void parseLocationUpdate(long lineNumber, long columnNumber) {
        line = lineNumber;
    }

    @Override
    public void handleNamespace(String prefix, String uri) {
        prefixes.putIfAbsent(prefix, uri);
        int limit = fence.limits().prefixes();
        if (!fence.source().isTrusted() && prefixes.size() > limit) {
            throw fence.reached(LimitName.SOURCE_PREFIXES, "it declares more than " + limit + " prefixes", limit);
        }
    }

    @Override
    public void handleStatement(Statement statement) {
        fence.step();
        Place place = new Place(fence.source().name(), (int) Math.max(0, line), 0);
        if (!fence.source().isTrusted()) {
            check(statement.getSubject());
            check(statement.getPredicate());
            check(statement.getObject());
        }
        count.add(place);
        sink.accept(statement, place);
    }

    private void check(Value value) {
        SourceLimits limits = fence.limits();
        int length = value instanceof Literal literal
                ? literal.getLabel().length()
                : value.stringValue().length();
        if (length > limits.literalCharacters()) {
            throw fence.reached(
                    LimitName.SOURCE_LITERAL,
                    "a literal or IRI has " + length + " characters, more than " + limits.literalCharacters(),
                    limits.literalCharacters());
        }
        if (value instanceof BNode node && blankNodes.add(node.getID()) && blankNodes.size() > limits.blankNodes()) {
            throw fence.reached(
                    LimitName.SOURCE_BLANK_NODES,
                    "it has more than " + limits.blankNodes() + " blank nodes",
                    limits.blankNodes());
        }
    }
}
