package dev.packs.recording;

import dev.packs.activity.Subject;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;

/** A piece of work. Whoever reads recordings knows the names of events and of their fields: both are described in {@code docs/seeing.md}. */
@Category("Packs")
@StackTrace(false)
abstract class WorkEvent extends Event {

    @Label("Succeeded")
    @Description("Whether it came to its end")
    boolean succeeded;

    /** Takes what the work is about into the fields. */
    abstract void about(Subject subject);

    /** Takes what it came to into the fields. */
    abstract void made(long bytes, long count);
}
