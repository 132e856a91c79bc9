package dev.packs.maven;

import dev.packs.graph.GraphSyntax;
import dev.packs.operation.ExportGraph;
import dev.packs.operation.Report;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes down everything that packs say of themselves, as RDF. */
@Mojo(name = "export", requiresProject = false, threadSafe = true)
public final class ExportMojo extends ReportMojo {

    /** The packs, separated by commas. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** Which packs are written. */
    @Parameter(property = "packs.over")
    private @Nullable String over;

    /** The file that gets the triples; without it they are what the goal prints. */
    @Parameter(property = "packs.output")
    private @Nullable File output;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        GraphCall asked = GraphCall.of(call, pack, over);
        Optional<Path> file =
                Optional.ofNullable(output).map(named -> call.folder().resolve(named.toPath()));
        return wiring.exportGraph(wiring.library(asked.contents()))
                .run(new ExportGraph.Request(asked.refs(), asked.scope(), syntax(file), file, asked.limits()));
    }

    private GraphSyntax syntax(Optional<Path> file) {
        return GraphSyntax.find(format())
                .or(() -> file.flatMap(path -> GraphSyntax.ofFile(path.toString())))
                .orElse(GraphSyntax.TURTLE);
    }

    @Override
    protected Map<String, Function<Report, String>> documents() {
        Map<String, Function<Report, String>> documents = new LinkedHashMap<>();
        if (output == null) {
            documents.put("text", ExportMojo::text);
        }
        Arrays.stream(GraphSyntax.values()).forEach(syntax -> documents.put(syntax.id(), ExportMojo::text));
        return documents;
    }

    private static String text(Report report) {
        ExportGraph.Exported exported = (ExportGraph.Exported) report;
        return exported.request().file().isPresent() ? String.join("\n", exported.lines()) + "\n" : exported.text();
    }
}
