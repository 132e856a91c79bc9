package dev.packs.knowledge;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.graph.CheckedQuery;
import dev.packs.graph.GraphSource;
import dev.packs.graph.QueryForm;
import dev.packs.graph.QueryRequest;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads every query, gate, shape and graph file of a pack, and holds the pack's own graph against its gates. */
public final class KnowledgeCheck {

    private final FileTree files;
    private final PackGraphFiles own;
    private final GraphAccess access;
    private final Problems problems = new Problems();

    /** What is wrong with the graph and what it is held against: with any of it, nothing is held against anything. */
    private final Problems guards = new Problems();

    /** @param pack how places name it */
    public KnowledgeCheck(FileTree files, String pack, GraphAccess access) {
        this.files = files;
        this.own = new PackGraphFiles(files, pack);
        this.access = access;
    }

    /**
     * Checks everything that there is; a pack without any of it loads no engine.
     *
     * @param named paths of the queries that the manifest names, and whether templates ask for their rows
     * @return what shapes and gates say of the pack's own graph; a pack without a graph is held against nothing
     * @throws PacksException with everything that cannot be read, and with the violations where that is but a query
     */
    public Findings run(Map<RelativePath, Boolean> named) {
        Map<RelativePath, Boolean> queries = new TreeMap<>(named);
        for (RelativePath path : files.paths()) {
            if (PackGraphFiles.isQuery(path)) {
                queries.putIfAbsent(path, false);
            }
        }
        queries.forEach(this::query);
        List<GraphSource> shapes = own.shapes();
        if (!shapes.isEmpty()) {
            attempt(guards, () -> access.engine().checkShapes(shapes, access.limits()));
        }
        List<Findings> found = new ArrayList<>();
        if (own.hasGraph()) {
            try (PackKnowledge knowledge =
                    new PackKnowledge(new TreeMap<>(), List.of(own), ProjectGraphs.none(), access)) {
                attempt(guards, knowledge::open);
                if (guards.isEmpty()) {
                    attempt(guards, () -> found.add(knowledge.check()));
                }
            }
        }
        Findings findings = found.isEmpty() ? new Findings() : found.get(0);
        problems.addAll(guards.list());
        if (!problems.isEmpty()) {
            problems.addAll(findings.violations());
        }
        problems.throwIfAny();
        return findings;
    }

    private void query(RelativePath path, boolean hasRows) {
        Place place = own.place(path);
        boolean isGate = PackGraphFiles.isGate(path.text());
        attempt(isGate ? guards : problems, () -> {
            CheckedQuery checked = access.engine()
                    .check(new QueryRequest(
                            own.text(path), place, Map.of(), access.limits().query()));
            if (isGate && checked.form() != QueryForm.SELECT) {
                guards.add(notRows(place));
            } else if (hasRows) {
                requireRows(checked, place);
            }
        });
    }

    private static void attempt(Problems into, Runnable step) {
        try {
            step.run();
        } catch (PacksException wrong) {
            into.addAll(wrong.problems());
        }
    }

    /** What templates are made of has to be rows, and the same ones on every machine. */
    static void requireRows(CheckedQuery checked, Place place) {
        if (checked.form() != QueryForm.SELECT) {
            throw notRows(place).asException();
        }
        if (!checked.repeatable()) {
            throw Problem.at(
                            ProblemCode.QUERY_FORBIDDEN,
                            place,
                            "the query may have other rows each time that it is asked")
                    .help("files are made of them: ask without NOW, RAND, UUID, STRUUID and SAMPLE")
                    .asException();
        }
    }

    static Problem notRows(Place place) {
        return Problem.at(ProblemCode.QUERY_INVALID, place, "the query has no rows, since it is no SELECT")
                .help("gates, `for_each` and `query('…')` need rows: ask with SELECT");
    }
}
