package dev.packs.rendering;

import java.util.List;
import java.util.Set;

/** The queries of a pack, as far as expressions may ask them: {@code query('people')}. */
public interface QueryRows {

    /** What can be asked. */
    Set<String> names();

    /**
     * The answer: plain maps, each from column to value. The same list whenever it is asked for.
     *
     * @param name one of {@link #names()}
     * @throws dev.packs.PacksException if the query or its graph fails
     */
    List<?> rows(String name);

    /** The name under which a reading of the rows counts: no variable can have it, so what holds for variables that were read holds for queries. */
    static String readAs(String name) {
        return "query(" + name + ")";
    }

    /** The query that was read under this name; null where the name is a variable's. */
    static @org.jspecify.annotations.Nullable String queryOf(String read) {
        return read.startsWith("query(") ? read.substring("query(".length(), read.length() - 1) : null;
    }
}
