package dev.packs.graph;

import org.jspecify.annotations.Nullable;

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

    /** Written out, as in the other terms: the generated ones are linked by method handles, which a short-lived JVM pays for. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Iri iri && value.equals(iri.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return NTriples.iri(value);
    }
}
