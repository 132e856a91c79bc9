package dev.packs.recording;

import dev.packs.activity.Subject;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** Files are written. */
@Name("dev.packs.Write")
@Label("Write")
@Description("Files come to their place")
final class WriteEvent extends WorkEvent {

    @Label("Package")
    @Description("The package that comes to the store; empty for files of an output")
    String pack = "";

    @Label("Output")
    @Description("The folder that becomes the project, or the id of the declaration")
    String output = "";

    @Label("Path")
    @Description("The file in the output; empty where all of them are moved in")
    String path = "";

    @Label("Bytes")
    @Description("What was written")
    @DataAmount
    long bytes;

    @Label("Files")
    @Description("How many files")
    long files;

    @Override
    void about(Subject subject) {
        pack = subject.pack();
        output = subject.name();
        path = subject.path();
    }

    @Override
    void made(long moved, long count) {
        bytes = moved;
        files = count;
    }
}
