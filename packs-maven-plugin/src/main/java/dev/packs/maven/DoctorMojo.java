package dev.packs.maven;

import dev.packs.operation.ExamineStore;
import dev.packs.operation.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Holds everything in the store against its digest, says what is wrong and what mends it, and where the room goes. Fails while something is wrong; changes nothing unless told to. */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends ReportMojo {

    /** Mends what can be mended: takes damaged packages out, clears what killed runs left, narrows modes, forgets projects that are gone. */
    @Parameter(property = "packs.mend", defaultValue = "false")
    private boolean mend;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        ExamineStore examining = wiring.examineStore();
        return mend ? examining.mend() : examining.look();
    }
}
