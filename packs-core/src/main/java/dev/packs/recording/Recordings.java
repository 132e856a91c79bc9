package dev.packs.recording;

import dev.packs.activity.Activity;
import jdk.jfr.FlightRecorder;

/** Whether somebody records this JVM. Finding out loads one class of the JDK, and none of the events. */
public final class Recordings {

    private Recordings() {}

    /** Who writes work down where somebody records; nobody otherwise. A runtime may be linked without the recorder. */
    public static Activity current() {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent() && FlightRecorder.isInitialized()
                ? new RecordedActivity()
                : Activity.none();
    }
}
