package dev.packs.graph.rdf4j;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.ValueFactory;

/** Names the blank nodes of one graph {@code b1}, {@code b2}, … in the order in which they are met, so that equal sources give equal names. */
final class GraphNodes {

    private int count;
    private Map<String, BNode> ofSource = new HashMap<>();

    /** From here on, names belong to another source. */
    void nextSource() {
        ofSource = new HashMap<>();
    }

    int inSource() {
        return ofSource.size();
    }

    BNode named(ValueFactory values, String id) {
        return ofSource.computeIfAbsent(id, unknown -> {
            count++;
            return values.createBNode("b" + count);
        });
    }

    static boolean isOurs(String id) {
        return id.length() > 1 && id.charAt(0) == 'b' && id.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }
}
