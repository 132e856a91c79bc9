package dev.packs.search;

/** How a word of a question may agree with a word of a pack. */
public enum Agreement {
    SAME(4),
    /** The word of the pack begins with that of the question. */
    BEGINNING(2),
    /** They differ by no more typing mistakes than {@link SearchWords#mistakes} allows. */
    CLOSE(1);

    private final int factor;

    Agreement(int factor) {
        this.factor = factor;
    }

    int factor() {
        return factor;
    }
}
