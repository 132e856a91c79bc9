package dev.packs.knowledge;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.graph.CheckedQuery;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryForm;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Severity;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import dev.packs.graph.Violation;
import dev.packs.merge.FileMerger;
import dev.packs.rendering.FakeVelocity;
import dev.packs.rendering.VelocityTemplates;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An engine of three words a line. A graph is lines {@code subject predicate text}; a query is {@code SELECT predicate}, with the columns {@code s} and {@code o}; a shape is
 * {@code predicate SEVERITY message}, which every triple with that predicate breaks. {@code SELECT boom} fails when it runs,
 * {@code SELECT now} may answer differently each time.
 */
public final class FakeGraphs implements GraphAccess, GraphEngine {

    /** What merges files; a test that lets none be merged leaves it. */
    public FileMerger merging = (kind, earlier, later) -> {
        throw new AssertionError("nothing is to be merged");
    };

    private static final String BASE = "urn:x:";

    /** How often the engine was asked for, and what was done with it. */
    public int engines;

    public int opened;
    public int closed;
    public int asked;

    @Override
    public GraphEngine engine() {
        engines++;
        return this;
    }

    @Override
    public GraphLimits limits() {
        return GraphLimits.standard();
    }

    @Override
    public VelocityTemplates velocity() {
        return new FakeVelocity();
    }

    @Override
    public FileMerger merger() {
        return merging;
    }

    private record Fact(Statement statement, Place place) {}

    @Override
    public Graph open(GraphContent content, GraphLimits limits) {
        List<Fact> facts = new ArrayList<>();
        Problems problems = new Problems();
        for (GraphSource source : content.sources()) {
            int line = 0;
            for (String text : lines(source)) {
                line++;
                String[] words = text.split(" ", 3);
                Place place = new Place(source.name(), line, 1);
                if (words.length < 3) {
                    problems.add(Problem.at(ProblemCode.GRAPH_SYNTAX, place, "three words are a triple"));
                } else {
                    facts.add(new Fact(new Statement(iri(words[0]), iri(words[1]), Literal.of(words[2])), place));
                }
            }
        }
        problems.throwIfAny();
        opened++;
        return new Facts(facts);
    }

    private static Iri iri(String word) {
        return new Iri(BASE + word);
    }

    private static List<String> lines(GraphSource source) {
        try {
            return new String(source.open().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public CheckedQuery check(QueryRequest request) {
        String[] words = words(request);
        return words[0].equals("ASK")
                ? new CheckedQuery(QueryForm.ASK, true, false, List.of())
                : new CheckedQuery(QueryForm.SELECT, !words[1].equals("now"), false, List.of("s", "o"));
    }

    @Override
    public String portable(QueryRequest request) {
        throw new UnsupportedOperationException();
    }

    private static String[] words(QueryRequest request) {
        int number = 0;
        for (String line : request.text().split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split(" ", -1);
            if (words.length == 2 && (words[0].equals("SELECT") || words[0].equals("ASK"))) {
                return words;
            }
            throw Problem.at(
                            ProblemCode.QUERY_INVALID, new Place(request.place().file(), number, 1), "this is no query")
                    .asException();
        }
        throw new IllegalStateException("an empty query");
    }

    @Override
    public void checkShapes(List<GraphSource> shapes, GraphLimits limits) {
        Problems problems = new Problems();
        for (GraphSource source : shapes) {
            for (String line : lines(source)) {
                if (line.split(" ", 3).length < 3) {
                    problems.add(Problem.at(
                            ProblemCode.SHAPES_INVALID, new Place(source.name(), 1, 1), "three words are a shape"));
                }
            }
        }
        problems.throwIfAny();
    }

    @Override
    public void write(List<Statement> statements, GraphSyntax syntax, OutputStream output) {
        throw new UnsupportedOperationException();
    }

    private final class Facts implements Graph {

        private final List<Fact> facts;

        Facts(List<Fact> facts) {
            this.facts = facts;
        }

        @Override
        public long size() {
            return facts.size();
        }

        @Override
        public QueryAnswer query(QueryRequest request) {
            asked++;
            String[] words = words(request);
            if (words[1].equals("boom")) {
                throw Problem.at(ProblemCode.QUERY_FAILED, request.place(), "boom")
                        .asException();
            }
            List<Map<String, Term>> rows = new ArrayList<>();
            for (Fact fact : facts) {
                if (fact.statement().predicate().equals(iri(words[1]))) {
                    rows.add(Map.of(
                            "s",
                            fact.statement().subject(),
                            "o",
                            fact.statement().object()));
                }
            }
            return words[0].equals("ASK")
                    ? new QueryAnswer.Truth(!rows.isEmpty())
                    : new QueryAnswer.Rows(List.of("s", "o"), rows);
        }

        @Override
        public List<Violation> validate(List<GraphSource> shapes, GraphLimits limits) {
            List<Violation> violations = new ArrayList<>();
            for (GraphSource shape : shapes) {
                for (String line : lines(shape)) {
                    String[] words = line.split(" ", 3);
                    for (Fact fact : facts) {
                        if (fact.statement().predicate().equals(iri(words[0]))) {
                            violations.add(new Violation(
                                    fact.statement().subject(),
                                    Optional.of(words[0]),
                                    Optional.of(fact.statement().object()),
                                    words[2],
                                    Severity.valueOf(words[1].toUpperCase(Locale.ROOT)),
                                    shape.name(),
                                    Optional.of(fact.place())));
                        }
                    }
                }
            }
            return violations;
        }

        @Override
        public Optional<String> label(Iri resource) {
            return Optional.empty();
        }

        @Override
        public void write(GraphSyntax syntax, OutputStream output) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
