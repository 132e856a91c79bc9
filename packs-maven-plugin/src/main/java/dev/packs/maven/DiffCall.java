package dev.packs.maven;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.operation.ComparePacks;
import dev.packs.operation.ComparedPacks;
import dev.packs.operation.RefusedReport;
import dev.packs.operation.Report;
import dev.packs.pack.PackId;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link DiffMojo} does, apart from it: every build reads the methods of all goals, and loads the types that they name. */
final class DiffCall {

    private final MavenCall call;
    private final Wiring wiring;

    DiffCall(MavenCall call, Wiring wiring) {
        this.call = call;
        this.wiring = wiring;
    }

    /** @param strict whether a version that is too low is a failure */
    Report run(@Nullable String packs, boolean strict) {
        List<ComparePacks.Side> sides = new ArrayList<>();
        for (AskedPack asked : AskedPacks.require(packs, call, wiring)) {
            sides.add(side(asked));
        }
        if (sides.size() == 1) {
            sides.addAll(built());
        }
        if (sides.size() != 2) {
            throw Problem.of(
                            ProblemCode.NOTHING_ASKED,
                            sides.isEmpty() ? "no packs were named" : "two versions are compared, and no other number")
                    .help(help(packs == null ? "" : packs.strip()))
                    .asException();
        }
        ComparedPacks compared = ComparePacks.run(sides.get(0), sides.get(1));
        return RefusedReport.unlessGood(
                compared, strict ? compared.misfit().stream().toList() : List.of());
    }

    /** With the pack that was named, where that was one. */
    static String help(String packs) {
        boolean one = !packs.isEmpty() && !packs.contains(",");
        int at = packs.indexOf('@');
        String name = one && at > 0 ? packs.substring(0, at) : one ? packs : "com.acme:my-pack";
        String sides = name.startsWith("file:")
                ? name + ",file:<the folder of the other version>"
                : (one && at > 0 ? packs : name + "@1.0.0") + "," + name;
        return "name both, the earlier one first: mvn packs:diff -Dpack=" + sides
                + "\nin the project of a pack, the earlier one is enough";
    }

    /** A folder is read as it lies there, as two of them may have one name and version. */
    private ComparePacks.Side side(AskedPack asked) {
        for (PackContent named : asked.contents()) {
            if (named.location().isPresent()) {
                return new ComparePacks.Side(
                        LocalPacks.manifest(named.location().get(), Optional.of(named.id()))
                                .manifest(),
                        named.files());
            }
        }
        PackLibrary library = wiring.library(asked.contents());
        PackId id = wiring.newest(library, asked.ref());
        return new ComparePacks.Side(
                library.manifest(id).manifest(), library.content(id).files());
    }

    private List<ComparePacks.Side> built() {
        Map<PackId, Path> built = wiring.builtHere(call.isFromCommandLine());
        List<ComparePacks.Side> sides = new ArrayList<>();
        built.forEach((id, sources) -> sides.add(new ComparePacks.Side(
                LocalPacks.manifest(sources, Optional.of(id)).manifest(), LocalPacks.files(sources))));
        return sides;
    }
}
