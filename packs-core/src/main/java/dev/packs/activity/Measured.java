package dev.packs.activity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Adds up what a run did: pieces, bytes and time of each kind of work, and which packs took part. */
public final class Measured implements Activity {

    private final LongSupplier clock;
    private final Map<Work, Sum> sums = new EnumMap<>(Work.class);
    private final SortedMap<String, UsedPack> packs = new TreeMap<>();

    /** @param clock nanoseconds from some point in time on */
    public Measured(LongSupplier clock) {
        this.clock = clock;
        for (Work work : Work.values()) {
            sums.put(work, new Sum());
        }
    }

    /**
     * What one kind of work came to.
     *
     * @param pieces that were begun and ended, failed ones included
     * @param nanos during which at least one was going on; several at once count once
     */
    public record Total(long pieces, long bytes, long nanos) {}

    public synchronized Total total(Work work) {
        Sum sum = of(work);
        return new Total(sum.pieces, sum.bytes, sum.nanos);
    }

    private Sum of(Work work) {
        return Objects.requireNonNull(sums.get(work));
    }

    /** By id. */
    public synchronized List<UsedPack> packs() {
        return Collections.unmodifiableList(new ArrayList<>(packs.values()));
    }

    @Override
    public synchronized Step start(Work work, Subject subject) {
        Sum sum = of(work);
        if (sum.going++ == 0) {
            sum.since = clock.getAsLong();
        }
        return new Piece(sum);
    }

    @Override
    public void expect(Work work, int pieces) {}

    @Override
    public void reach(Work work) {}

    @Override
    public synchronized void use(UsedPack pack) {
        packs.put(pack.id(), pack);
    }

    private synchronized void end(Sum sum, long bytes) {
        sum.pieces++;
        sum.bytes += bytes;
        if (--sum.going == 0) {
            sum.nanos += clock.getAsLong() - sum.since;
        }
    }

    private static final class Sum {

        private long pieces;
        private long bytes;
        private long nanos;
        private int going;
        private long since;
    }

    private final class Piece implements Step {

        private final Sum sum;
        private long bytes;

        private Piece(Sum sum) {
            this.sum = sum;
        }

        @Override
        public void made(long moved, long count) {
            bytes = moved;
        }

        @Override
        public void close() {
            end(sum, bytes);
        }
    }
}
