package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.endpoint.DeployedApplication;
import dev.packs.io.FileTree;
import dev.packs.manifest.ParsedManifest;
import dev.packs.operation.Report;
import dev.packs.operation.ReportList;
import dev.packs.operation.ValidatePack;
import dev.packs.operation.ValidatedPacks;
import dev.packs.pack.PackId;
import dev.packs.report.SarifReport;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link ValidateMojo} does, apart from it: every build reads the methods of all goals, and loads the types that they name. For one use. */
final class ValidateCall {

    private final MavenCall call;
    private final Wiring wiring;
    private final List<SarifReport.Source> sources = new ArrayList<>();
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    ValidateCall(MavenCall call, Wiring wiring) {
        this.call = call;
        this.wiring = wiring;
    }

    /**
     * Everything of every pack, and then the application.
     *
     * @throws PacksException with everything that is wrong
     */
    Report run(@Nullable String pack, @Nullable String deployed) {
        boolean named = call.isFromCommandLine() && pack != null && !pack.isBlank();
        boolean applied = call.isFromCommandLine() && deployed != null && !deployed.isBlank();
        Optional<Report> packs = named ? named(pack) : built(applied);
        Optional<ValidatedPacks.Health> health = Optional.empty();
        if (applied) {
            try {
                health = Optional.of(health(deployed));
            } catch (PacksException wrong) {
                errors.addAll(wrong.problems());
            }
        }
        if (!errors.isEmpty()) {
            throw new PacksException(errors);
        }
        return new ValidatedPacks(packs, health);
    }

    private ValidatedPacks.Health health(@Nullable String deployed) {
        Duration timeout = Duration.ofSeconds(call.parameters().timeout());
        DeployedApplication.Health found =
                DeployedApplication.at(String.valueOf(deployed), timeout).health();
        return new ValidatedPacks.Health(found.endpoint().toString(), found.status(), found.said(), found.time());
    }

    private Optional<Report> named(@Nullable String pack) {
        AskedPack asked = AskedPack.require(pack, call, "validate", wiring);
        PackLibrary library = wiring.library(asked.contents());
        PackId id = wiring.newest(library, asked.ref());
        PackContent content = library.content(id);
        ValidatePack.Judged judged = judge(library, library.manifest(id), content.files());
        tell(id, content.location(), judged.errors(), judged.warnings());
        return judged.pack().map(valid -> valid);
    }

    /** @param optional whether there may be none */
    private Optional<Report> built(boolean optional) {
        Map<PackId, Path> built = wiring.builtHere(call.isFromCommandLine());
        if (built.isEmpty()) {
            if (!optional) {
                AskedPack.require(null, call, "validate", wiring);
            }
            return Optional.empty();
        }
        PackLibrary library = wiring.library(List.of());
        List<Report> reports = new ArrayList<>();
        built.forEach((id, place) -> {
            try {
                ValidatePack.Judged judged =
                        judge(library, LocalPacks.manifest(place, Optional.of(id)), LocalPacks.files(place));
                tell(id, Optional.of(place), judged.errors(), judged.warnings());
                judged.pack().ifPresent(reports::add);
            } catch (PacksException unreadable) {
                tell(id, Optional.of(place), unreadable.problems(), List.of());
            }
        });
        return Optional.of(new ReportList("packs", reports));
    }

    private ValidatePack.Judged judge(PackLibrary library, ParsedManifest manifest, FileTree files) {
        return new ValidatePack(wiring.graphs(), wiring.packAmongOthers(library)).look(manifest, files);
    }

    private void tell(PackId id, Optional<Path> place, List<Problem> wrong, List<Problem> doubtful) {
        errors.addAll(wrong);
        warnings.addAll(doubtful);
        List<Problem> all = new ArrayList<>(wrong);
        all.addAll(doubtful);
        sources.add(new SarifReport.Source(id.name().id(), place, all));
    }

    /** The warnings beside the errors of a run that failed. */
    List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    String sarif(List<Problem> failed, List<Problem> warned) {
        return new SarifReport(wiring.pluginVersion(), call.folder(), sources).of(failed, warned);
    }
}
