package dev.packs.recording;

import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.UsedPack;
import dev.packs.activity.Work;

/** Makes an event of each piece of work. */
final class RecordedActivity implements Activity {

    @Override
    public Step start(Work work, Subject subject) {
        WorkEvent event = switch (work) {
            case RESOLVE -> new ResolveEvent();
            case DOWNLOAD -> new DownloadEvent();
            case VERIFY -> new VerifyEvent();
            case QUERY -> new QueryEvent();
            case RENDER -> new RenderEvent();
            case WRITE -> new WriteEvent();
        };
        event.begin();
        return new RecordedStep(event, subject);
    }

    private static final class RecordedStep implements Step {

        private final WorkEvent event;
        private final Subject subject;

        private RecordedStep(WorkEvent event, Subject subject) {
            this.event = event;
            this.subject = subject;
        }

        @Override
        public void made(long bytes, long count) {
            event.succeeded = true;
            event.made(bytes, count);
        }

        @Override
        public void close() {
            event.end();
            if (event.shouldCommit()) {
                event.about(subject);
                event.commit();
            }
        }
    }

    @Override
    public void expect(Work work, int pieces) {}

    @Override
    public void reach(Work work) {}

    @Override
    public void use(UsedPack pack) {}
}
