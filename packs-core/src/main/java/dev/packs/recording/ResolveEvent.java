package dev.packs.recording;

import dev.packs.activity.Subject;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** Versions are chosen. */
@Name("dev.packs.Resolve")
@Label("Resolve")
@Description("A choice of versions")
final class ResolveEvent extends WorkEvent {

    @Label("Asked For")
    @Description("The packs that were asked for")
    String packs = "";

    @Label("Of")
    @Description("What was chosen: packs, or their packages")
    String of = "";

    @Label("Chosen")
    @Description("How many were chosen")
    long chosen;

    @Override
    void about(Subject subject) {
        packs = subject.pack();
        of = subject.name();
    }

    @Override
    void made(long bytes, long count) {
        chosen = count;
    }
}
