package dev.packs.recording;

import dev.packs.activity.Subject;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** Bytes are checked. */
@Name("dev.packs.Verify")
@Label("Verify")
@Description("Digest and archive of a pack or package are checked")
final class VerifyEvent extends WorkEvent {

    @Label("Pack")
    @Description("The pack or package")
    String pack = "";

    @Label("Source")
    @Description("Where it is from: the store, or repositories")
    String source = "";

    @Label("Bytes")
    @Description("The size of the archive")
    @DataAmount
    long bytes;

    @Label("Files")
    @Description("How many files it has")
    long files;

    @Override
    void about(Subject subject) {
        pack = subject.pack();
        source = subject.name();
    }

    @Override
    void made(long moved, long count) {
        bytes = moved;
        files = count;
    }
}
