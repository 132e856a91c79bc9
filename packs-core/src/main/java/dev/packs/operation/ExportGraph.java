package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSyntax;
import dev.packs.io.AtomicFiles;
import dev.packs.pack.PackId;
import dev.packs.pack.PackRef;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes down everything that packs say of themselves. */
public final class ExportGraph {

    private final PackGraph packs;
    private final Supplier<? extends GraphEngine> engine;

    public ExportGraph(PackGraph packs, Supplier<? extends GraphEngine> engine) {
        this.packs = packs;
        this.engine = engine;
    }

    /**
     * What to write.
     *
     * @param asked the packs that were named
     * @param scope empty for the packs that were named, or else all that are available
     * @param file where to; empty to have it as text
     */
    public record Request(
            List<PackRef.Named> asked,
            Optional<GraphScope> scope,
            GraphSyntax syntax,
            Optional<Path> file,
            GraphLimits limits) {

        public Request {
            asked = List.copyOf(asked);
        }
    }

    /**
     * What was written.
     *
     * @param text the graph; empty if it went to a file
     */
    public record Exported(Request request, List<PackId> packs, long triples, String text, List<Problem> warnings)
            implements Report {

        public Exported {
            packs = List.copyOf(packs);
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<String> lines() {
            return request.file()
                    .map(file -> List.of("Wrote " + Count.of(Math.toIntExact(triples), "triple") + " of "
                            + Count.of(packs.size(), "pack") + " to `" + file + "`"))
                    .orElseGet(() -> text.lines().toList());
        }

        @Override
        public Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("packs", packs.stream().map(PackId::toString).toList());
            document.put("triples", triples);
            document.put("syntax", request.syntax().id());
            request.file()
                    .ifPresentOrElse(file -> document.put("file", file.toString()), () -> document.put("graph", text));
            return document;
        }
    }

    /** @throws dev.packs.PacksException if a pack or a source of triples is wrong */
    public Exported run(Request request) {
        List<PackId> ids = request.asked().stream().map(packs::require).toList();
        PackGraph.Collected collected =
                packs.collect(request.scope().orElse(ids.isEmpty() ? GraphScope.AVAILABLE : GraphScope.PACK), ids);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long triples;
        try (Graph graph = engine.get().open(collected.content(), request.limits())) {
            triples = graph.size();
            graph.write(request.syntax(), bytes);
        }
        request.file().ifPresent(file -> AtomicFiles.fast().write(file, bytes.toByteArray()));
        String text = request.file().isPresent() ? "" : bytes.toString(StandardCharsets.UTF_8);
        return new Exported(request, collected.packs(), triples, text, collected.warnings());
    }
}
