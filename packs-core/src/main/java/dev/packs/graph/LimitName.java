package dev.packs.graph;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Each limit by the name of the property that raises it, and with the code that says it was reached. */
public enum LimitName {
    QUERY_BYTES("queryBytes", ProblemCode.QUERY_TOO_LONG),
    QUERY_DEPTH("queryDepth", ProblemCode.QUERY_TOO_DEEP),
    QUERY_SECONDS("querySeconds", ProblemCode.QUERY_TIME),
    QUERY_ROWS("queryRows", ProblemCode.QUERY_ROWS),
    QUERY_MEMORY("queryMemory", ProblemCode.QUERY_MEMORY),
    QUERY_VALUE("queryValueCharacters", ProblemCode.QUERY_VALUE_TOO_LONG),
    SOURCE_BYTES("graphBytes", ProblemCode.GRAPH_TOO_LARGE),
    SOURCE_DEPTH("graphDepth", ProblemCode.GRAPH_TOO_DEEP),
    SOURCE_LITERAL("graphLiteralCharacters", ProblemCode.GRAPH_LITERAL_TOO_LONG),
    SOURCE_PREFIXES("graphPrefixes", ProblemCode.GRAPH_TOO_MANY_PREFIXES),
    SOURCE_BLANK_NODES("graphBlankNodes", ProblemCode.GRAPH_TOO_MANY_BLANK_NODES),
    GRAPH_TRIPLES("graphTriples", ProblemCode.GRAPH_TOO_MANY_TRIPLES),
    SOURCE_SECONDS("graphSeconds", ProblemCode.GRAPH_TIME),
    CATALOG_BYTES("catalogBytes", ProblemCode.CATALOG_TOO_LARGE);

    private static final String PREFIX = "packs.limits.";

    private final String property;
    private final ProblemCode code;

    LimitName(String property, ProblemCode code) {
        this.property = property;
        this.code = code;
    }

    /** As the user writes it after {@code -D}: {@code packs.limits.queryRows}. */
    public String property() {
        return PREFIX + property;
    }

    public ProblemCode code() {
        return code;
    }

    public static Optional<LimitName> find(String property) {
        return Arrays.stream(values())
                .filter(name -> name.property().equals(property))
                .findFirst();
    }

    /**
     * That the limit was reached.
     *
     * @param message the fact, with the limit's value
     * @param value the limit that was reached; the help doubles it
     */
    public Problem reached(@Nullable Place place, String message, long value) {
        return Problem.at(code, place, message)
                .help("if it is right as it is, raise the limit: -D" + property() + "=" + Math.max(1, 2 * value));
    }

    /** The value of this limit; times in whole seconds, rounded up. */
    public long of(GraphLimits limits) {
        QueryLimits query = limits.query();
        SourceLimits source = limits.source();
        return switch (this) {
            case QUERY_BYTES -> query.bytes();
            case QUERY_DEPTH -> query.depth();
            case QUERY_SECONDS -> seconds(query.time());
            case QUERY_ROWS -> query.rows();
            case QUERY_MEMORY -> query.memory();
            case QUERY_VALUE -> query.valueCharacters();
            case SOURCE_BYTES -> source.bytes();
            case SOURCE_DEPTH -> source.depth();
            case SOURCE_LITERAL -> source.literalCharacters();
            case SOURCE_PREFIXES -> source.prefixes();
            case SOURCE_BLANK_NODES -> source.blankNodes();
            case GRAPH_TRIPLES -> source.triples();
            case SOURCE_SECONDS -> seconds(source.time());
            case CATALOG_BYTES -> source.catalogBytes();
        };
    }

    GraphLimits set(GraphLimits limits, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("a limit is at least 1: " + value);
        }
        ToLongFunction<LimitName> all = name -> name == this ? value : name.of(limits);
        return new GraphLimits(
                new QueryLimits(
                        small(all.applyAsLong(QUERY_BYTES)),
                        small(all.applyAsLong(QUERY_DEPTH)),
                        this == QUERY_SECONDS ? time(value) : limits.query().time(),
                        small(all.applyAsLong(QUERY_ROWS)),
                        all.applyAsLong(QUERY_MEMORY),
                        small(all.applyAsLong(QUERY_VALUE))),
                new SourceLimits(
                        small(all.applyAsLong(SOURCE_BYTES)),
                        small(all.applyAsLong(SOURCE_DEPTH)),
                        small(all.applyAsLong(SOURCE_LITERAL)),
                        small(all.applyAsLong(SOURCE_PREFIXES)),
                        small(all.applyAsLong(SOURCE_BLANK_NODES)),
                        small(all.applyAsLong(GRAPH_TRIPLES)),
                        this == SOURCE_SECONDS ? time(value) : limits.source().time(),
                        small(all.applyAsLong(CATALOG_BYTES))));
    }

    private static int small(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    private static Duration time(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, Integer.MAX_VALUE));
    }

    private static long seconds(Duration time) {
        return (time.toMillis() + 999) / 1000;
    }
}
