package dev.packs.operation;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.description.PackIris;
import dev.packs.description.ShippedQuery;
import dev.packs.graph.CheckedQuery;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryForm;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.RemoteGraph;
import dev.packs.graph.Term;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackId;
import dev.packs.pack.PackRef;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Asks a question of what packs say of themselves. */
public final class AskGraph {

    private static final String PACK = "pack";

    private final PackGraph packs;
    private final Supplier<? extends GraphEngine> engine;
    private final Optional<RemoteGraph> elsewhere;

    /** @param engine asked for when a query is going to be answered, and not before */
    public AskGraph(PackGraph packs, Supplier<? extends GraphEngine> engine) {
        this(packs, engine, Optional.empty());
    }

    /** @param elsewhere the graph that is asked in the place of what packs say here; the packs here only lend their queries */
    public AskGraph(PackGraph packs, Supplier<? extends GraphEngine> engine, Optional<RemoteGraph> elsewhere) {
        this.packs = packs;
        this.engine = engine;
        this.elsewhere = elsewhere;
    }

    /**
     * A question.
     *
     * @param asked the packs that were named
     * @param name of a query that one of them has, or that comes with Packs
     * @param free a query that the user wrote; one of both is there
     * @param values variable to the text of its value
     * @param scope which packs are asked; empty for what suits the query
     * @param mustHold whether {@code false} is a failure
     */
    public record Question(
            List<PackRef.Named> asked,
            Optional<String> name,
            Optional<QueryText> free,
            Map<String, String> values,
            Optional<GraphScope> scope,
            GraphLimits limits,
            boolean mustHold) {

        public Question {
            asked = List.copyOf(asked);
            values = Map.copyOf(values);
        }
    }

    /** A query that was found by its name, or typed. */
    private record Found(QueryText query, Optional<ShippedQuery> shipped, boolean named) {}

    /** @throws PacksException for a free query that is wrong or fails, for a parameter that is, and for an {@code ASK} that must hold and does not */
    public GraphAnswer run(Question question) {
        List<PackId> ids = new ArrayList<>();
        for (PackRef.Named asked : question.asked()) {
            ids.add(packs.require(asked));
        }
        Found found = find(question, ids);
        Map<String, Term> bindings = bindings(question, found, ids);
        QueryRequest request = new QueryRequest(
                found.query().text(),
                found.query().place(),
                bindings,
                question.limits().query());
        GraphAnswer answer = elsewhere.isPresent()
                ? answer(found, request, elsewhere.get(), question.scope())
                : answer(found, request, collect(question, found, ids), question.limits());
        if (question.mustHold() && !(answer.answer() instanceof QueryAnswer.Truth truth && truth.value())) {
            throw notTrue(answer);
        }
        return answer;
    }

    private PackGraph.Collected collect(Question question, Found found, List<PackId> ids) {
        GraphScope scope = question.scope().isPresent() ? question.scope().get() : suitable(found, ids);
        if (scope == GraphScope.PACK && ids.isEmpty()) {
            throw Problem.of(ProblemCode.NOTHING_ASKED, "-Dpacks.over=pack needs a pack")
                    .help("name it with -Dpack, or ask all: -Dpacks.over=available")
                    .asException();
        }
        return packs.collect(scope, ids);
    }

    private static GraphScope suitable(Found found, List<PackId> ids) {
        boolean aboutAll = found.shipped().isPresent() && !found.shipped().get().isOfSet();
        return ids.isEmpty() || aboutAll ? GraphScope.AVAILABLE : GraphScope.PACK;
    }

    private GraphAnswer answer(Found found, QueryRequest request, PackGraph.Collected collected, GraphLimits limits) {
        return answer(found, request, collected.warnings(), () -> {
            try (Graph graph = engine.get().open(collected.content(), limits)) {
                return graph.query(request);
            }
        });
    }

    private GraphAnswer answer(Found found, QueryRequest request, RemoteGraph remote, Optional<GraphScope> scope) {
        if (scope.isPresent()) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "-Dpacks.over=" + scope.get().key() + " chooses among the packs here, and " + remote
                                    + " is asked")
                    .help("leave out -Dpacks.over; what an endpoint holds was chosen when it was written")
                    .asException();
        }
        GraphAnswer given = answer(found, request, List.of(), () -> remote.query(request));
        if (!given.warnings().isEmpty() || !isNothing(given.answer()) || !remote.isEmpty()) {
            return given;
        }
        return new GraphAnswer(
                given.answer(),
                given.turtle(),
                List.of(Problem.of(ProblemCode.ENDPOINT_EMPTY, "there is not a single triple in " + remote)
                        .help("packs:export writes one; what lies in another graph is asked with -Dpacks.sparqlGraph=…,"
                                + " and in the default graph with -Dpacks.sparqlGraph=default")));
    }

    private static boolean isNothing(QueryAnswer answer) {
        return answer instanceof QueryAnswer.Rows rows
                ? rows.rows().isEmpty()
                : answer instanceof QueryAnswer.Triples triples
                        ? triples.statements().isEmpty()
                        : answer.equals(new QueryAnswer.Truth(false));
    }

    private GraphAnswer answer(Found found, QueryRequest request, List<Problem> before, Supplier<QueryAnswer> asking) {
        try {
            QueryAnswer answer = asking.get();
            String turtle = "";
            if (answer instanceof QueryAnswer.Triples triples) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                engine.get().write(triples.statements(), GraphSyntax.TURTLE, bytes);
                turtle = bytes.toString(StandardCharsets.UTF_8);
            }
            return new GraphAnswer(answer, turtle, before);
        } catch (PacksException failed) {
            if (!found.named() || !isOfGraph(failed)) {
                throw failed;
            }
            List<Problem> warnings = new ArrayList<>(before);
            warnings.addAll(failed.problems());
            return new GraphAnswer(nothing(engine.get(), request), "", warnings);
        }
    }

    /** Whether it is FM8, where a query that somebody else wrote gives nothing and says so. */
    private static boolean isOfGraph(PacksException failed) {
        return failed.problems().stream()
                .allMatch(problem -> problem.code().id().startsWith("PACKS-5"));
    }

    private static QueryAnswer nothing(GraphEngine engine, QueryRequest request) {
        try {
            CheckedQuery checked = engine.check(request);
            return checked.form() == QueryForm.SELECT
                    ? new QueryAnswer.Rows(checked.columns(), List.of())
                    : checked.form() == QueryForm.ASK
                            ? new QueryAnswer.Truth(false)
                            : new QueryAnswer.Triples(List.of());
        } catch (PacksException wrong) {
            return new QueryAnswer.Rows(List.of(), List.of());
        }
    }

    private static PacksException notTrue(GraphAnswer answer) {
        if (!answer.warnings().isEmpty()) {
            return new PacksException(answer.warnings());
        }
        return answer.answer() instanceof QueryAnswer.Truth
                ? Problem.of(ProblemCode.ANSWER_FALSE, "the answer is false, and -Dpacks.ask=fail wants it true")
                        .asException()
                : Problem.of(ProblemCode.PARAMETER_INVALID, "-Dpacks.ask=fail needs a query that is an `ASK`")
                        .asException();
    }

    private Found find(Question question, List<PackId> ids) {
        if (question.free().isPresent()) {
            return new Found(question.free().get(), Optional.empty(), false);
        }
        Set<String> known = new LinkedHashSet<>();
        String name = question.name().orElse("");
        for (PackId id : ids) {
            Map<String, String> queries = packs.queries(id);
            known.addAll(queries.keySet());
            String path = queries.get(name);
            if (path != null) {
                return new Found(ofPack(id, path), Optional.empty(), true);
            }
        }
        known.addAll(ShippedQuery.keys());
        if (name.isEmpty()) {
            throw Problem.of(ProblemCode.NOTHING_ASKED, "there is no query")
                    .help("name one with -Dquery: " + String.join(", ", known)
                            + "\nor write one: -Dquery.text=… or -Dquery.file=…")
                    .asException();
        }
        Optional<ShippedQuery> shipped = ShippedQuery.find(name);
        if (shipped.isEmpty()) {
            throw Problem.of(ProblemCode.PARAMETER_INVALID, "there is no query `" + name + "`")
                    .help(Nearest.question(name, known).map(near -> near + "\n").orElse("") + "the queries are "
                            + String.join(", ", known))
                    .asException();
        }
        QueryText text = new QueryText(
                shipped.get().text(), Place.of("packs!/" + shipped.get().key() + ".rq"));
        return new Found(text, shipped, true);
    }

    private QueryText ofPack(PackId id, String path) {
        Place place = Place.of(id.name().id() + "!/" + path);
        byte[] bytes = packs.library()
                .content(id)
                .files()
                .read(RelativePath.parse(path))
                .orElseThrow(() -> Problem.at(ProblemCode.TEMPLATE_MISSING, place, "the pack has no such file")
                        .asException());
        return new QueryText(new String(bytes, StandardCharsets.UTF_8), place);
    }

    private Map<String, Term> bindings(Question question, Found found, List<PackId> ids) {
        Problems problems = new Problems();
        Map<String, Term> bindings = new TreeMap<>();
        Set<String> known = new TreeSet<>();
        List<String> required =
                found.shipped().isPresent() ? found.shipped().get().required() : List.of();
        known.addAll(required);
        if (found.shipped().isPresent()) {
            known.addAll(found.shipped().get().optional());
        }
        if (required.contains(PACK) && ids.size() == 1) {
            bindings.put(PACK, PackIris.of(ids.get(0).name()));
        }
        for (Map.Entry<String, String> given : new TreeMap<>(question.values()).entrySet()) {
            String variable = given.getKey();
            boolean takes = found.shipped().isPresent()
                    ? known.contains(variable)
                    : found.query().mentions(variable);
            if (takes) {
                try {
                    bindings.put(variable, BoundValue.parse(variable, given.getValue(), packs::name));
                } catch (PacksException wrong) {
                    problems.addAll(wrong.problems());
                }
            } else {
                problems.add(Problem.of(
                                ProblemCode.PARAMETER_INVALID,
                                "-Dquery." + variable + ": the query has no variable `" + variable + "`")
                        .help(
                                found.shipped().isEmpty()
                                        ? "a value goes to a variable that stands in the query, as `?" + variable + "`"
                                        : known.isEmpty()
                                                ? "it has none"
                                                : Nearest.question(variable, known)
                                                                .map(near -> near + "\n")
                                                                .orElse("")
                                                        + "it takes " + String.join(", ", known)));
            }
        }
        for (String variable : required) {
            if (!bindings.containsKey(variable) && !question.values().containsKey(variable)) {
                problems.add(Problem.of(ProblemCode.PARAMETER_INVALID, "the query needs a value for `" + variable + "`")
                        .help("name one pack: -Dpack=web-api-starter, or -Dquery.pack=pack:web-api-starter"));
            }
        }
        problems.throwIfAny();
        return bindings;
    }
}
