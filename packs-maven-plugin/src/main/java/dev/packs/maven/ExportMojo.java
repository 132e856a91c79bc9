package dev.packs.maven;

import dev.packs.operation.Report;
import java.io.File;
import java.util.Map;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes down everything that packs say of themselves, as RDF; or makes a Maven archetype of a pack ({@code -Dpacks.format=archetype}), which, bound in a project of packaging
 * {@code pack}, is installed and deployed with it.
 */
@Mojo(name = "export", defaultPhase = LifecyclePhase.PACKAGE, requiresProject = false, threadSafe = true)
public final class ExportMojo extends ReportMojo {

    /** The packs, separated by commas; for an archetype, without it the one in whose folder or project you stand. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** Which packs are written. */
    @Parameter(property = "packs.over")
    private @Nullable String over;

    /** A catalogue whose packs are available too: a file, or the coordinates {@code group:artifact:version} of one that was published. */
    @Parameter(property = "packs.catalog")
    private @Nullable String catalog;

    /** The file that gets the triples, or becomes the archetype; of several archetypes the folder; without it triples are what the goal prints, and an archetype has its Maven name. */
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
        return new ExportCall(
                        call,
                        wiring,
                        new ExportCall.Parameters(
                                pack,
                                over,
                                catalog,
                                output,
                                answers,
                                graph,
                                format(),
                                new SparqlCall.Endpoint(sparqlEndpoint, sparqlServer, sparqlGraph),
                                sparqlStore))
                .run();
    }

    /** Where a parent declares it, the parent itself has nothing to export. */
    @Override
    protected boolean isDone(MavenCall call) {
        return ExportCall.isBoundArchetype(call, format())
                && call.project().getPackaging().equals("pom");
    }

    @Override
    protected Map<String, Function<Report, String>> documents() {
        SparqlCall.Endpoint endpoint = new SparqlCall.Endpoint(sparqlEndpoint, sparqlServer, sparqlGraph);
        return ExportCall.documents(output == null && !ExportCall.isToEndpoint(endpoint, sparqlStore));
    }
}
