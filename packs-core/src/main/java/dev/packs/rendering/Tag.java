package dev.packs.rendering;

import java.util.List;

/**
 * A tag in the source of a template.
 *
 * @param start of the tag, inclusive
 * @param end of the tag, exclusive
 * @param attributes of a block tag, in order
 */
record Tag(Kind kind, int start, int end, List<Attribute> attributes) {

    enum Kind {
        /** <code>[(${…})]</code>. */
        OUTPUT,
        /** {@code [# th:…]}. */
        OPEN,
        /** {@code [# th:… /]}. */
        EMPTY,
        /** {@code [/]}. */
        CLOSE
    }

    /**
     * {@code th:if="…"}.
     *
     * @param name with the prefix
     * @param start of the name
     * @param valueStart of the value behind the quote
     * @param valueEnd exclusive
     */
    record Attribute(String name, int start, int valueStart, int valueEnd) {}

    /** Whether the tag makes text where it stands, so that its line is more than a frame for others. */
    boolean prints() {
        if (kind == Kind.OUTPUT) {
            return true;
        }
        for (Attribute attribute : attributes) {
            if (attribute.name().equals("th:text") || attribute.name().equals("th:utext")) {
                return true;
            }
        }
        return false;
    }
}
