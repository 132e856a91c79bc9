package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.graph.GraphSyntax;
import dev.packs.operation.ExportArchetype;
import dev.packs.operation.ExportGraph;
import dev.packs.operation.Report;
import dev.packs.operation.ReportList;
import dev.packs.pack.PackRef;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What {@link ExportMojo} does, apart from it: every build reads the methods of all goals, and loads the types that they name. */
final class ExportCall {

    private static final String ARCHETYPE = "archetype";

    private final MavenCall call;
    private final Wiring wiring;
    private final Parameters said;

    ExportCall(MavenCall call, Wiring wiring, Parameters said) {
        this.call = call;
        this.wiring = wiring;
        this.said = said;
    }

    /** As Maven read them; each is documented where it is declared. */
    record Parameters(
            @Nullable String pack,
            @Nullable String over,
            @Nullable String catalog,
            @Nullable File output,
            @Nullable File answers,
            @Nullable String graphs,
            String format,
            SparqlCall.Endpoint endpoint,
            @Nullable String store) {}

    Report run() {
        if (isBoundArchetype(call, said.format())) {
            return attached();
        }
        if (said.format().equals(ARCHETYPE)) {
            return archetype();
        }
        GraphCall asked = GraphCall.of(call, wiring, said.pack(), said.over());
        return wiring.exportGraph(wiring.library(asked.contents()), wiring.catalog(said.catalog(), asked.limits()))
                .run(isToEndpoint() ? toEndpoint(asked) : toFile(asked));
    }

    static boolean isBoundArchetype(MavenCall call, String format) {
        return format.equals(ARCHETYPE) && !call.isFromCommandLine();
    }

    private Report archetype() {
        String named = packHere(said.pack());
        List<PackRef> refs = named == null || named.isBlank() ? List.of() : PackRef.parseAll(named);
        if (refs.size() < 2) {
            return archetype(
                    AskedPack.require(named, call, "export -Dpacks.format=archetype", wiring),
                    new ExportArchetype.Target.ToUser(call.folder(), inFolder(said.output())));
        }
        Path folder = inFolder(said.output()).orElse(call.folder());
        List<Report> reports = new ArrayList<>();
        Problems problems = new Problems();
        for (PackRef ref : refs) {
            try {
                reports.add(archetype(
                        AskedPack.of(ref, call, wiring, null),
                        new ExportArchetype.Target.ToUser(folder, Optional.empty())));
            } catch (PacksException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        problems.throwIfAny();
        return new ReportList("archetypes", reports);
    }

    private Report archetype(AskedPack asked, ExportArchetype.Target target) {
        Map<String, String> properties = new LinkedHashMap<>();
        call.session().getUserProperties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        return wiring.exportArchetype(wiring.library(asked.contents()))
                .run(new ExportArchetype.Request(
                        asked.ref(),
                        wiring.groups(),
                        properties,
                        inFolder(said.answers()),
                        graphs(),
                        call.folder(),
                        target));
    }

    /** Without a name, the pack on whose folder or project the user stands. */
    private @Nullable String packHere(@Nullable String named) {
        boolean isNamed = named != null && !named.isBlank();
        boolean isHere = Files.isRegularFile(call.folder().resolve("pack.toml"))
                || Files.isRegularFile(call.folder().resolve("src/main/pack/pack.toml"));
        return isNamed || !isHere ? named : "file:.";
    }

    /** What is published must not depend on what somebody typed: only the pom counts. */
    private Report attached() {
        MavenProject project = call.project();
        AskedPack built = AskedPack.ofProject(project);
        ExportArchetype.Exported exported = wiring.exportArchetype(wiring.library(List.of()))
                .run(new ExportArchetype.Request(
                        built.ref(),
                        List.of(),
                        Map.of(),
                        inFolder(call.isInPom("answers") ? said.answers() : null),
                        call.isInPom("graph") ? graphs() : List.of(),
                        project.getBasedir().toPath(),
                        new ExportArchetype.Target.ToBuild(
                                Path.of(project.getBuild().getDirectory()))));
        ExportArchetype.Coordinates id = exported.archetype();
        new AttachedArchetype(
                        id.group(),
                        id.artifact(),
                        id.version(),
                        exported.file().toFile(),
                        exported.beside().toFile())
                .keep(project);
        return exported;
    }

    private List<String> graphs() {
        String graphs = said.graphs();
        return graphs == null
                ? List.of()
                : Arrays.stream(graphs.split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private Optional<Path> inFolder(@Nullable File file) {
        return Optional.ofNullable(file).map(named -> call.folder().resolve(named.toPath()));
    }

    private boolean isToEndpoint() {
        return isToEndpoint(said.endpoint(), said.store());
    }

    /** Whether triples go to an endpoint, by what is said of one. */
    static boolean isToEndpoint(SparqlCall.Endpoint endpoint, @Nullable String store) {
        return isThere(endpoint.address()) || isThere(store);
    }

    private static boolean isThere(@Nullable String parameter) {
        return parameter != null && !parameter.isBlank();
    }

    private ExportGraph.Request toEndpoint(GraphCall asked) {
        if (said.output() != null) {
            throw unfit("-Dpacks.output=" + said.output() + " names a file, and the triples go to an endpoint");
        }
        if (GraphSyntax.find(said.format()).isPresent()) {
            throw unfit("-Dpacks.format=" + said.format() + " writes triples down, and they go to an endpoint");
        }
        SparqlCall.Endpoint endpoint = said.endpoint();
        boolean hasStore = isThere(said.store());
        EndpointCall remote = EndpointCall.of(
                call,
                hasStore ? "packs.sparqlStore" : "packs.sparqlEndpoint",
                String.valueOf(hasStore ? said.store() : endpoint.address()),
                endpoint.server(),
                endpoint.graph());
        return new ExportGraph.Request(
                asked.refs(),
                asked.scope(),
                GraphSyntax.TURTLE,
                new ExportGraph.Target.Elsewhere(wiring.endpoint(remote, asked.limits())),
                asked.limits());
    }

    private static PacksException unfit(String message) {
        return Problem.of(ProblemCode.PARAMETER_INVALID, message)
                .help("run the goal twice, once with -Dpacks.sparqlEndpoint and once without")
                .asException();
    }

    private ExportGraph.Request toFile(GraphCall asked) {
        Optional<Path> file = inFolder(said.output());
        ExportGraph.Target target =
                file.isPresent() ? new ExportGraph.Target.File(file.get()) : new ExportGraph.Target.Text();
        return new ExportGraph.Request(asked.refs(), asked.scope(), syntax(file), target, asked.limits());
    }

    private GraphSyntax syntax(Optional<Path> file) {
        return GraphSyntax.find(said.format())
                .or(() -> file.flatMap(path -> GraphSyntax.ofFile(path.toString())))
                .orElse(GraphSyntax.TURTLE);
    }

    /**
     * The formats beside text and JSON.
     *
     * @param isText whether the triples are what the goal prints
     */
    static Map<String, Function<Report, String>> documents(boolean isText) {
        Map<String, Function<Report, String>> documents = new LinkedHashMap<>();
        if (isText) {
            documents.put("text", ExportCall::text);
        }
        documents.put(ARCHETYPE, ExportCall::lines);
        Arrays.stream(GraphSyntax.values()).forEach(syntax -> documents.put(syntax.id(), ExportCall::text));
        return documents;
    }

    private static String lines(Report report) {
        return String.join("\n", report.lines()) + "\n";
    }

    private static String text(Report report) {
        ExportGraph.Exported exported = (ExportGraph.Exported) report;
        return exported.request().target() instanceof ExportGraph.Target.Text ? exported.text() : lines(exported);
    }
}
