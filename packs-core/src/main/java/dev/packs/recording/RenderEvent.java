package dev.packs.recording;

import dev.packs.activity.Subject;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A file is made. */
@Name("dev.packs.Render")
@Label("Render")
@Description("A file is made of a template, or of the files of several packs")
final class RenderEvent extends WorkEvent {

    @Label("Pack")
    @Description("The pack that the file is of")
    String pack = "";

    @Label("Template")
    @Description("The part of the pack that it is made of")
    String template = "";

    @Label("Path")
    @Description("The file in the output")
    String path = "";

    @Label("Bytes")
    @Description("The size of the file")
    @DataAmount
    long bytes;

    @Label("Files")
    @Description("One; of an archetype, all of its files")
    long files;

    @Override
    void about(Subject subject) {
        pack = subject.pack();
        template = subject.name();
        path = subject.path();
    }

    @Override
    void made(long moved, long count) {
        bytes = moved;
        files = count;
    }
}
