package dev.packs.maven;

import dev.packs.io.FileTree;
import dev.packs.manifest.ParsedManifest;
import dev.packs.operation.Report;
import dev.packs.operation.ReportList;
import dev.packs.operation.ValidatePack;
import dev.packs.pack.PackId;
import dev.packs.source.PackLibrary;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Checks a pack: its manifest, its templates, its expressions. Without {@code -Dpack} those that this project builds. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class ValidateMojo extends ReportMojo {

    /** The pack; counts only on the command line. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        if (call.isFromCommandLine() && pack != null && !pack.isBlank()) {
            AskedPack asked = AskedPack.require(pack, call, "validate");
            PackLibrary library = wiring.library(asked.contents());
            return validate(library, wiring.newest(library, asked.ref()));
        }
        PackLibrary library = wiring.library(List.of());
        List<Report> reports = new ArrayList<>();
        for (PackId id : wiring.builtHere(call.isFromCommandLine())) {
            reports.add(validate(library, id));
        }
        if (reports.isEmpty()) {
            AskedPack.require(null, call, "validate");
        }
        return new ReportList("packs", reports);
    }

    private static Report validate(PackLibrary library, PackId id) {
        ParsedManifest manifest = library.manifest(id);
        FileTree files = library.content(id).files();
        return new ValidatePack().run(manifest, files);
    }
}
