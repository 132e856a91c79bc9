package dev.packs.recording;

import dev.packs.activity.Subject;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** Something is fetched. */
@Name("dev.packs.Download")
@Label("Download")
@Description("A transfer from a Maven repository")
final class DownloadEvent extends WorkEvent {

    @Label("Repository")
    @Description("The id of the repository, or of its mirror")
    String repository = "";

    @Label("Path")
    @Description("The file in the repository")
    String path = "";

    @Label("Bytes")
    @Description("What was transferred")
    @DataAmount
    long bytes;

    @Override
    void about(Subject subject) {
        repository = subject.name();
        path = subject.path();
    }

    @Override
    void made(long moved, long count) {
        bytes = moved;
    }
}
