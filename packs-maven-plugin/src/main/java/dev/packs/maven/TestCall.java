package dev.packs.maven;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.operation.GenerateProject;
import dev.packs.operation.Report;
import dev.packs.operation.TestPack;
import dev.packs.pack.PackRef;
import dev.packs.source.PackLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What {@link TestMojo} does, apart from it: every build reads the methods of all goals, and loads the types that they name. */
final class TestCall {

    private static final String CASES = "src/test/pack";
    private static final String WORK = "packs/test";

    /** Cases that travel with the pack. */
    private static final String CARRIED = "src/main/pack/cases";

    private static final String WORK_OF_CARRIED = "packs/test-carried";

    private final MavenCall call;
    private final Wiring wiring;
    private final Parameters said;

    TestCall(MavenCall call, Wiring wiring, Parameters said) {
        this.call = call;
        this.wiring = wiring;
        this.said = said;
    }

    /** As Maven read them; each is documented where it is declared. */
    record Parameters(
            @Nullable String cases,
            boolean accept,
            int buildTimeout,
            @Nullable String allowScript) {}

    /** Whether a bound goal has anything to do; one that was typed always has something to say. */
    static boolean hasCases(MavenCall call) {
        return call.isFromCommandLine()
                || Files.isDirectory(cases(call.project()))
                || Files.isDirectory(carried(call.project()));
    }

    Report run() {
        List<TestPack.Subject> packs = new ArrayList<>();
        for (MavenProject project : call.isFromCommandLine() ? call.session().getProjects() : List.of(call.project())) {
            if (project.getPackaging().equals("pack") && project.getFile() != null) {
                PackRef.Named pack = AskedPack.ofProject(project).ref();
                Path target = Path.of(project.getBuild().getDirectory());
                boolean isCarried = Files.isDirectory(carried(project));
                if (!isCarried || Files.isDirectory(cases(project))) {
                    packs.add(new TestPack.Subject(pack, cases(project), target.resolve(WORK)));
                }
                if (isCarried) {
                    packs.add(new TestPack.Subject(pack, carried(project), target.resolve(WORK_OF_CARRIED)));
                }
            }
        }
        if (packs.isEmpty()) {
            throw Problem.of(ProblemCode.NOTHING_ASKED, "no project here builds a pack")
                    .help("run it in a project of packaging `pack`; mvn packs:init -Dname=my-pack starts one")
                    .asException();
        }
        PackLibrary library = wiring.library(List.of());
        GenerateProject generate = new GenerateProject(
                library,
                wiring.prepare(library),
                wiring.storeUse(),
                new GenerateProject.Engines(wiring.graphs(), wiring.archetypeEngine(said.allowScript())));
        return new TestPack(generate, new ChildMaven(call, said.buildTimeout()), wiring.pluginVersion())
                .run(new TestPack.Request(packs, selected(), call.isFromCommandLine(), said.accept()));
    }

    private Set<String> selected() {
        Set<String> selected = new LinkedHashSet<>();
        String cases = said.cases();
        if (cases != null) {
            for (String name : cases.split(",", -1)) {
                if (!name.isBlank()) {
                    selected.add(name.strip());
                }
            }
        }
        return selected;
    }

    private static Path cases(MavenProject project) {
        return project.getBasedir().toPath().resolve(CASES);
    }

    private static Path carried(MavenProject project) {
        return project.getBasedir().toPath().resolve(CARRIED);
    }
}
