package dev.packs.knowledge;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphSource;
import dev.packs.graph.Iri;
import dev.packs.graph.PlainRows;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Term;
import dev.packs.graph.Violation;
import dev.packs.io.RelativePath;
import dev.packs.rendering.QueryRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One pack's graph during one generation: its own files, those of the packs that it depends on, and the project's. Opened once, by the first question; each query is asked
 * once. For one thread.
 */
public final class PackKnowledge implements QueryRows, AutoCloseable {

    private final SortedMap<String, String> queries;
    private final PackGraphFiles own;
    private final List<PackGraphFiles> packs;
    private final ProjectGraphs project;
    private final GraphAccess access;
    private final Map<String, List<?>> rows = new HashMap<>();
    private final Map<String, PacksException> failures = new HashMap<>();
    private @Nullable Graph graph;
    private @Nullable PacksException unusable;
    private @Nullable PlainRows plain;

    /**
     * @param queries name to path in the pack
     * @param packs whose files make up the graph: dependencies first, this pack last
     */
    public PackKnowledge(
            SortedMap<String, String> queries, List<PackGraphFiles> packs, ProjectGraphs project, GraphAccess access) {
        this.queries = queries;
        this.packs = List.copyOf(packs);
        this.own = packs.get(packs.size() - 1);
        this.project = project;
        this.access = access;
    }

    @Override
    public Set<String> names() {
        return queries.keySet();
    }

    @Override
    public List<?> rows(String name) {
        List<?> known = rows.get(name);
        if (known != null) {
            return known;
        }
        PacksException failed = failures.get(name);
        if (failed != null) {
            throw failed;
        }
        try {
            List<?> asked = ask(name);
            rows.put(name, asked);
            return asked;
        } catch (PacksException failure) {
            failures.put(name, failure);
            throw failure;
        }
    }

    private List<?> ask(String name) {
        String text = queries.get(name);
        if (text == null) {
            throw new IllegalArgumentException("there is no query " + name);
        }
        RelativePath path = RelativePath.parse(text);
        if (!own.contains(path)) {
            throw Problem.at(
                            ProblemCode.TEMPLATE_MISSING,
                            own.place(path),
                            "the pack has no such file for its query `" + name + "`")
                    .help("see that it is in the pack, spelled like that")
                    .asException();
        }
        KnowledgeCheck.requireRows(access.engine().check(request(own.text(path), own.place(path))), own.place(path));
        QueryAnswer.Rows answer = select(own.text(path), own.place(path));
        PlainRows values = plain;
        if (values == null) {
            values = new PlainRows(this::label);
            plain = values;
        }
        return values.of(answer);
    }

    private Optional<String> label(Iri resource) {
        return graph().label(resource);
    }

    private QueryAnswer.Rows select(String text, Place place) {
        QueryAnswer answer = graph().query(request(text, place));
        if (answer instanceof QueryAnswer.Rows selected) {
            return selected;
        }
        throw KnowledgeCheck.notRows(place).asException();
    }

    /** Reads the graph, so that what is wrong with it comes to light. */
    void open() {
        graph();
    }

    private QueryRequest request(String text, Place place) {
        return new QueryRequest(text, place, Map.of(), access.limits().query());
    }

    private Graph graph() {
        if (unusable != null) {
            throw unusable;
        }
        Graph open = graph;
        if (open == null) {
            List<GraphSource> sources = new ArrayList<>();
            for (PackGraphFiles pack : packs) {
                sources.addAll(pack.graph());
            }
            sources.addAll(project.read());
            try {
                open = access.engine().open(GraphContent.ofSources(sources), access.limits());
            } catch (PacksException failure) {
                unusable = failure;
                throw failure;
            }
            graph = open;
        }
        return open;
    }

    /**
     * Holds the graph against the pack's shapes and gates. A pack without any opens nothing.
     *
     * @throws PacksException if a shape or a gate cannot be asked
     */
    public Findings check() {
        Findings findings = new Findings();
        if (!own.isGuarded()) {
            return findings;
        }
        List<GraphSource> shapes = own.shapes();
        if (!shapes.isEmpty()) {
            for (Violation violation : graph().validate(shapes, access.limits())) {
                findings.add(violation);
            }
        }
        for (Gate gate : own.gates()) {
            QueryAnswer.Rows answer = select(gate.text(), gate.place());
            for (Map<String, Term> row : answer.rows()) {
                findings.add(gate.violation(answer.columns(), row));
            }
        }
        return findings;
    }

    @Override
    public void close() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
    }
}
