package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.GraphSyntax;
import dev.packs.operation.ExportArchetype;
import dev.packs.operation.ExportGraph;
import dev.packs.operation.Report;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes down everything that packs say of themselves, as RDF; or makes a Maven archetype of a pack ({@code -Dpacks.format=archetype}), which, bound in a project of packaging
 * {@code pack}, is installed and deployed with it.
 */
@Mojo(name = "export", defaultPhase = LifecyclePhase.PACKAGE, requiresProject = false, threadSafe = true)
public final class ExportMojo extends ReportMojo {

    private static final String ARCHETYPE = "archetype";

    /** The packs, separated by commas; for an archetype, one. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** Which packs are written. */
    @Parameter(property = "packs.over")
    private @Nullable String over;

    /** A catalogue whose packs are available too: a file, or the coordinates {@code group:artifact:version} of one that was published. */
    @Parameter(property = "packs.catalog")
    private @Nullable String catalog;

    /** The file that gets the triples, or becomes the archetype; without it triples are what the goal prints, and an archetype has its Maven name. */
    @Parameter(property = "packs.output")
    private @Nullable File output;

    /** A TOML file with values of variables that are fixed in an archetype. */
    @Parameter(property = "packs.answers")
    private @Nullable File answers;

    /** Graph files whose triples an archetype is made from, separated by commas: paths, or patterns such as {@code ontology/*.ttl}. */
    @Parameter(property = "packs.graph")
    private @Nullable String graph;

    /** The address of a SPARQL 1.1 endpoint, one of whose graphs the triples become. */
    @Parameter(property = "packs.sparqlEndpoint")
    private @Nullable String sparqlEndpoint;

    /** The address of the endpoint's graph store, where it is not that of its queries. */
    @Parameter(property = "packs.sparqlStore")
    private @Nullable String sparqlStore;

    /** The id of the server in the settings that has the endpoint's user and password; without it the endpoint's host. */
    @Parameter(property = "packs.sparqlServer")
    private @Nullable String sparqlServer;

    /** The name of the endpoint's graph that is replaced, or {@code default}. */
    @Parameter(property = "packs.sparqlGraph", defaultValue = "https://packs.dev/graph")
    private String sparqlGraph;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        if (isBoundArchetype(call)) {
            return attached(call, wiring);
        }
        if (format().equals(ARCHETYPE)) {
            return archetype(call, wiring);
        }
        GraphCall asked = GraphCall.of(call, wiring, pack, over);
        return wiring.exportGraph(wiring.library(asked.contents()), wiring.catalog(catalog, asked.limits()))
                .run(isToEndpoint() ? toEndpoint(call, wiring, asked) : toFile(call, asked));
    }

    /** Where a parent declares it, the parent itself has nothing to export. */
    @Override
    protected boolean isDone(MavenCall call) {
        return isBoundArchetype(call) && call.project().getPackaging().equals("pom");
    }

    private boolean isBoundArchetype(MavenCall call) {
        return format().equals(ARCHETYPE) && !call.isFromCommandLine();
    }

    private Report archetype(MavenCall call, Wiring wiring) {
        AskedPack asked = AskedPack.require(pack, call, "export -Dpacks.format=archetype", wiring);
        Map<String, String> properties = new LinkedHashMap<>();
        call.session().getUserProperties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        return wiring.exportArchetype(wiring.library(asked.contents()))
                .run(new ExportArchetype.Request(
                        asked.ref(),
                        wiring.groups(),
                        properties,
                        inFolder(call, answers),
                        graphs(),
                        call.folder(),
                        new ExportArchetype.Target.ToUser(call.folder(), inFolder(call, output))));
    }

    /** What is published must not depend on what somebody typed: only the pom counts. */
    private Report attached(MavenCall call, Wiring wiring) {
        MavenProject project = call.project();
        AskedPack built = AskedPack.ofProject(project);
        ExportArchetype.Exported exported = wiring.exportArchetype(wiring.library(List.of()))
                .run(new ExportArchetype.Request(
                        built.ref(),
                        List.of(),
                        Map.of(),
                        inFolder(call, call.isInPom("answers") ? answers : null),
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
        return graph == null
                ? List.of()
                : Arrays.stream(graph.split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private static Optional<Path> inFolder(MavenCall call, @Nullable File file) {
        return Optional.ofNullable(file).map(named -> call.folder().resolve(named.toPath()));
    }

    private boolean isToEndpoint() {
        return isThere(sparqlEndpoint) || isThere(sparqlStore);
    }

    private static boolean isThere(@Nullable String parameter) {
        return parameter != null && !parameter.isBlank();
    }

    private ExportGraph.Request toEndpoint(MavenCall call, Wiring wiring, GraphCall asked) {
        if (output != null) {
            throw unfit("-Dpacks.output=" + output + " names a file, and the triples go to an endpoint");
        }
        if (GraphSyntax.find(format()).isPresent()) {
            throw unfit("-Dpacks.format=" + format() + " writes triples down, and they go to an endpoint");
        }
        boolean hasStore = isThere(sparqlStore);
        EndpointCall endpoint = EndpointCall.of(
                call,
                hasStore ? "packs.sparqlStore" : "packs.sparqlEndpoint",
                String.valueOf(hasStore ? sparqlStore : sparqlEndpoint),
                sparqlServer,
                sparqlGraph);
        return new ExportGraph.Request(
                asked.refs(),
                asked.scope(),
                GraphSyntax.TURTLE,
                new ExportGraph.Target.Elsewhere(wiring.endpoint(endpoint, asked.limits())),
                asked.limits());
    }

    private static PacksException unfit(String message) {
        return Problem.of(ProblemCode.PARAMETER_INVALID, message)
                .help("run the goal twice, once with -Dpacks.sparqlEndpoint and once without")
                .asException();
    }

    private ExportGraph.Request toFile(MavenCall call, GraphCall asked) {
        Optional<Path> file = inFolder(call, output);
        ExportGraph.Target target =
                file.isPresent() ? new ExportGraph.Target.File(file.get()) : new ExportGraph.Target.Text();
        return new ExportGraph.Request(asked.refs(), asked.scope(), syntax(file), target, asked.limits());
    }

    private GraphSyntax syntax(Optional<Path> file) {
        return GraphSyntax.find(format())
                .or(() -> file.flatMap(path -> GraphSyntax.ofFile(path.toString())))
                .orElse(GraphSyntax.TURTLE);
    }

    @Override
    protected Map<String, Function<Report, String>> documents() {
        Map<String, Function<Report, String>> documents = new LinkedHashMap<>();
        if (output == null && !isToEndpoint()) {
            documents.put("text", ExportMojo::text);
        }
        documents.put(ARCHETYPE, ExportMojo::lines);
        Arrays.stream(GraphSyntax.values()).forEach(syntax -> documents.put(syntax.id(), ExportMojo::text));
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
