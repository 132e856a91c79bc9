package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.RemoteGraph;
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
     * @param target where to
     */
    public record Request(
            List<PackRef.Named> asked,
            Optional<GraphScope> scope,
            GraphSyntax syntax,
            Target target,
            GraphLimits limits) {

        public Request {
            asked = List.copyOf(asked);
        }
    }

    /** Where a graph goes to. */
    public sealed interface Target {

        /** Into the report. */
        record Text() implements Target {}

        record File(Path path) implements Target {}

        /** To a server, in the place of what was there; always as Turtle. */
        record Elsewhere(RemoteGraph graph) implements Target {}
    }

    /**
     * What was written.
     *
     * @param text the graph; empty if it went somewhere
     */
    public record Exported(Request request, List<PackId> packs, long triples, String text, List<Problem> warnings)
            implements Report {

        public Exported {
            packs = List.copyOf(packs);
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<String> lines() {
            if (request.target() instanceof Target.File file) {
                return List.of(wrote() + " to `" + file.path() + "`");
            }
            return request.target() instanceof Target.Elsewhere elsewhere
                    ? List.of(wrote() + " to " + elsewhere.graph())
                    : text.lines().toList();
        }

        private String wrote() {
            return "Wrote " + Count.of(Math.toIntExact(triples), "triple") + " of " + Count.of(packs.size(), "pack");
        }

        @Override
        public Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("packs", packs.stream().map(PackId::toString).toList());
            document.put("triples", triples);
            document.put("syntax", request.syntax().id());
            if (request.target() instanceof Target.File file) {
                document.put("file", file.path().toString());
            } else if (request.target() instanceof Target.Elsewhere elsewhere) {
                document.put("endpoint", elsewhere.graph().toString());
            } else {
                document.put("graph", text);
            }
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
        String text = "";
        if (request.target() instanceof Target.File file) {
            AtomicFiles.fast().write(file.path(), bytes.toByteArray());
        } else if (request.target() instanceof Target.Elsewhere elsewhere) {
            elsewhere.graph().replace(bytes.toByteArray());
        } else {
            text = bytes.toString(StandardCharsets.UTF_8);
        }
        return new Exported(request, collected.all(), triples, text, collected.warnings());
    }
}
