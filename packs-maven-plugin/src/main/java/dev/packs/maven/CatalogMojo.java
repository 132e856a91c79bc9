package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.DiskFailure;
import dev.packs.operation.MakeCatalog;
import dev.packs.operation.Report;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/** Makes a catalogue: what many packs say of themselves, in one file that other goals can ask. */
@Mojo(name = "catalog", defaultPhase = LifecyclePhase.PACKAGE, requiresProject = false, threadSafe = true)
public final class CatalogMojo extends ReportMojo {

    /** Packs, separated by commas; of each, the newest version that satisfies its constraint. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** A folder, or a Maven repository on disk; every pack below it is listed. */
    @Parameter(property = "packs.folder")
    private @Nullable File folder;

    /** A file that names packs, one on each line; what follows a {@code #} is a comment. */
    @Parameter(property = "packs.list")
    private @Nullable File list;

    /** The file that becomes the catalogue; {@code packs.packcatalog} if not set, bound to a phase {@code target/<artifactId>-<version>.packcatalog}. */
    @Parameter(property = "packs.output")
    private @Nullable File output;

    /** Leaves out packs that are wrong, with a warning, and lists the rest. */
    @Parameter(property = "packs.lenient", defaultValue = "false")
    private boolean lenient;

    @Inject
    private MavenProjectHelper projectHelper;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        AskedPacks asked = new AskedPacks(call, wiring);
        asked.addAll(pack);
        if (list != null) {
            read(call.folder().resolve(list.toPath()), asked);
        }
        if (asked.isEmpty() && folder == null) {
            throw Problem.of(ProblemCode.NOTHING_ASKED, "there is nothing to make a catalogue of")
                    .help(
                            "name a folder, a file that names packs, or packs: -Dpacks.folder=…, -Dpacks.list=…, -Dpack=…")
                    .asException();
        }
        Path file = file(call);
        Report made = new MakeCatalog(wiring.library(asked.contents()), wiring.groups())
                .run(new MakeCatalog.Request(
                        asked.forCatalog(),
                        Optional.ofNullable(folder).map(named -> call.folder().resolve(named.toPath())),
                        file,
                        lenient));
        if (!call.isFromCommandLine() && call.hasProject()) {
            projectHelper.attachArtifact(call.project(), NamedCatalog.EXTENSION, file.toFile());
        }
        return made;
    }

    private Path file(MavenCall call) {
        if (output != null) {
            return call.folder().resolve(output.toPath());
        }
        return call.isFromCommandLine() || !call.hasProject()
                ? call.folder().resolve("packs." + NamedCatalog.EXTENSION)
                : Path.of(call.project().getBuild().getDirectory())
                        .resolve(call.project().getBuild().getFinalName() + "." + NamedCatalog.EXTENSION);
    }

    /** @throws PacksException if the file cannot be read */
    private static void read(Path file, AskedPacks asked) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw DiskFailure.reading(file, failed);
        }
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).replaceFirst("(^|\\s)#.*", "").strip();
            if (!text.isEmpty()) {
                asked.add(text, Optional.of(new Place(file.toString(), i + 1, 1)));
            }
        }
    }
}
