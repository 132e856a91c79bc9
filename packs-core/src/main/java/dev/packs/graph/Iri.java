package dev.packs.graph;

/**
 * The name of a resource.
 *
 * @param value absolute, as in {@code https://packs.dev/ns#Pack}
 */
public record Iri(String value) implements Term {

    /** What follows the last {@code #}, {@code /} or {@code :}; the whole IRI if nothing does. */
    public String local() {
        int end = Math.max(value.lastIndexOf('#'), value.lastIndexOf('/'));
        if (end < 0) {
            end = value.lastIndexOf(':');
        }
        return end < 0 || end == value.length() - 1 ? value : value.substring(end + 1);
    }

    @Override
    public String toString() {
        return NTriples.iri(value);
    }
}
