package dev.packs.graph;

/**
 * A resource without a name. Two sources never share one.
 *
 * @param id equal sources in equal order give equal ids; they mean nothing outside of one graph
 */
public record BlankNode(String id) implements Term {

    @Override
    public String toString() {
        return "_:" + id;
    }
}
