package dev.packs.activity;

/** Nobody who listens, and a step of which nobody hears. */
enum Unwatched implements Activity, Step {
    NOBODY;

    @Override
    public Step start(Work work, Subject subject) {
        return this;
    }

    @Override
    public void expect(Work work, int pieces) {}

    @Override
    public void reach(Work work) {}

    @Override
    public void use(UsedPack pack) {}

    @Override
    public void made(long bytes, long count) {}

    @Override
    public void close() {}
}
