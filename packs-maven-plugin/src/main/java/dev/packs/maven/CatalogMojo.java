package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.DiskFailure;
import dev.packs.operation.MakeCatalog;
import dev.packs.operation.Report;
import dev.packs.pack.PackRef;
import dev.packs.source.PackContent;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<PackRef.Named> refs = new ArrayList<>();
        List<PackContent> contents = new ArrayList<>();
        for (PackRef reference : references(call)) {
            AskedPack asked = AskedPack.of(reference, call, wiring, null);
            refs.add(asked.ref());
            contents.addAll(asked.contents());
        }
        if (refs.isEmpty() && folder == null) {
            throw Problem.of(ProblemCode.NOTHING_ASKED, "there is nothing to make a catalogue of")
                    .help(
                            "name a folder, a file that names packs, or packs: -Dpacks.folder=…, -Dpacks.list=…, -Dpack=…")
                    .asException();
        }
        Path file = file(call);
        Report made = new MakeCatalog(wiring.library(contents), wiring.groups())
                .run(new MakeCatalog.Request(
                        refs,
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

    private List<PackRef> references(MavenCall call) {
        List<PackRef> references = new ArrayList<>();
        if (pack != null && !pack.isBlank()) {
            references.addAll(PackRef.parseAll(pack));
        }
        if (list != null) {
            lines(call.folder().resolve(list.toPath())).forEach(line -> references.add(PackRef.parse(line)));
        }
        return references;
    }

    /** @throws PacksException if the file cannot be read */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException failed) {
            throw DiskFailure.reading(file, failed);
        }
    }
}
