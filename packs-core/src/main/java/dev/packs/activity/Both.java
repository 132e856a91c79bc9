package dev.packs.activity;

/** Two who listen. */
public record Both(Activity first, Activity second) implements Activity {

    @Override
    public Step start(Work work, Subject subject) {
        return new Steps(first.start(work, subject), second.start(work, subject));
    }

    private record Steps(Step first, Step second) implements Step {

        @Override
        public void made(long bytes, long count) {
            first.made(bytes, count);
            second.made(bytes, count);
        }

        @Override
        public void close() {
            second.close();
            first.close();
        }
    }

    @Override
    public void expect(Work work, int pieces) {
        first.expect(work, pieces);
        second.expect(work, pieces);
    }

    @Override
    public void reach(Work work) {
        first.reach(work);
        second.reach(work);
    }

    @Override
    public void use(UsedPack pack) {
        first.use(pack);
        second.use(pack);
    }
}
