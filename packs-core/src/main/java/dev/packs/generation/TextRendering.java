package dev.packs.generation;

import dev.packs.Place;
import dev.packs.io.RelativePath;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The templates and expressions of one pack over its values, as far as generation needs them. Safe for use by one thread. */
public interface TextRendering {

    /** Makes the rendering of a pack. */
    interface Factory {

        /** @param values what the pack's templates see, plain */
        TextRendering of(PackContent pack, Map<String, Object> values);
    }

    /** One of many that a template is rendered for. */
    record Row(String name, Object value) {

        /** Written out, because a record's own is put together at run time, which a project of a few files would pay for. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Row row && name.equals(row.name) && value.equals(row.value));
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + value.hashCode();
        }
    }

    /**
     * The text that came out, and what it was made of.
     *
     * @param reads the names of all values that were asked for, and the queries, as {@link dev.packs.rendering.QueryRows#readAs}
     * @param sources the template and all that it includes
     */
    record Result(String text, Set<String> reads, Collection<RelativePath> sources) {}

    /** @throws dev.packs.PacksException with the template, the line and the column */
    Result template(RelativePath source, Optional<Row> row);

    /** The same for a template of Velocity, which asks no queries. */
    Result velocity(RelativePath source, Optional<Row> row);

    /** A path with expressions in it. */
    String line(String text, Optional<Row> row, Place place);

    boolean isTrue(String expression, Place place);

    /** The value of a name in {@code for_each}. */
    @Nullable
    Object value(String name);
}
