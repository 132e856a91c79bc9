package dev.packs.graph;

/** All limits of one call. The user may raise them ({@link LimitName}); a pack cannot. */
public record GraphLimits(QueryLimits query, SourceLimits source) {

    public static GraphLimits standard() {
        return new GraphLimits(QueryLimits.standard(), SourceLimits.standard());
    }

    /**
     * The same limits but one.
     *
     * @param value in the unit of the limit; times in seconds
     */
    public GraphLimits with(LimitName name, long value) {
        return name.set(this, value);
    }
}
