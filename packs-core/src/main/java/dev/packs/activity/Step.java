package dev.packs.activity;

/** A piece of work that has begun. Closing it ends it; one that was never {@link #made} has failed. For one thread. */
public interface Step extends AutoCloseable {

    /**
     * It went well.
     *
     * @param bytes that were moved; 0 where that means nothing
     * @param count of what came of it: packs, files, rows
     */
    void made(long bytes, long count);

    @Override
    void close();
}
