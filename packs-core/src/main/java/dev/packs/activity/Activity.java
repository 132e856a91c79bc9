package dev.packs.activity;

/** Told of work while it is done. Safe for use by several threads; costs next to nothing where nobody listens. */
public interface Activity {

    /** A piece of work begins. */
    Step start(Work work, Subject subject);

    /** So many more pieces of a kind are ahead: what a progress is counted against. */
    void expect(Work work, int pieces);

    /** One of the expected pieces is done, or turned out to be done already. */
    void reach(Work work);

    /** A pack takes part. */
    void use(UsedPack pack);

    /** Nobody listens. */
    static Activity none() {
        return Unwatched.NOBODY;
    }
}
