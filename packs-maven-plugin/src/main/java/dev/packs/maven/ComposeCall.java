package dev.packs.maven;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.operation.ComposePacks;
import dev.packs.operation.GenerateProject;
import dev.packs.operation.Report;
import dev.packs.pack.PackRef;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call of {@code compose}. */
final class ComposeCall {

    private final MavenCall call;
    private final Wiring wiring;
    private final GenerateCall generate;

    ComposeCall(MavenCall call, Wiring wiring, GenerateCall generate) {
        this.call = call;
        this.wiring = wiring;
        this.generate = generate;
    }

    Report compose(@Nullable String packs, @Nullable String collisions, @Nullable File saveAs) {
        List<PackRef.Named> named = new ArrayList<>();
        List<PackContent> contents = new ArrayList<>();
        for (AskedPack asked : AskedPacks.require(packs, call, wiring)) {
            named.add(asked.ref());
            contents.addAll(asked.contents());
        }
        if (named.isEmpty()) {
            throw Problem.of(ProblemCode.NOTHING_ASKED, "no packs were named")
                    .help("mvn packs:compose -Dpack=web-api-starter,domain-model -Dname=app\n"
                            + "see what there is: mvn packs:list")
                    .asException();
        }
        PackLibrary library = wiring.library(contents);
        GenerateProject project = generate.generateProject(library);
        return new ComposePacks(library, wiring.prepare(library), project, wiring.pluginVersion())
                .run(new ComposePacks.Request(
                        named,
                        collisions == null ? "" : collisions,
                        saveAs == null ? Optional.empty() : generate.absolute(saveAs),
                        generate.request(named.get(0), generate.interaction())));
    }
}
