package dev.packs.merge.structure;

/** Says why two files cannot be merged. Its message is the rest of a sentence that begins with a file's name, or with both. */
final class Unmergeable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isLimit;
    private final Side side;

    /** Whose fault it is. */
    enum Side {
        EARLIER,
        LATER,
        BOTH
    }

    private Unmergeable(Side side, String reason, boolean isLimit) {
        super(reason, null, false, false);
        this.side = side;
        this.isLimit = isLimit;
    }

    /** The two have no common structure, or one text cannot go into the other. */
    static Unmergeable because(String reason) {
        return new Unmergeable(Side.BOTH, reason, false);
    }

    /** A file is not what its name says. */
    static Unmergeable unreadable(String reason) {
        return new Unmergeable(Side.BOTH, reason, false);
    }

    static Unmergeable limit(String reason) {
        return new Unmergeable(Side.BOTH, reason, true);
    }

    /** The same, of one of the two. */
    Unmergeable in(Side fault) {
        return side == Side.BOTH ? new Unmergeable(fault, reason(), isLimit) : this;
    }

    Side side() {
        return side;
    }

    boolean isLimit() {
        return isLimit;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
