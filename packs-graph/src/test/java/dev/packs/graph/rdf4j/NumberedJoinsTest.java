package dev.packs.graph.rdf4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import dev.packs.ProblemCode;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.LimitName;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Term;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.query.algebra.QueryRoot;
import org.eclipse.rdf4j.query.algebra.TupleExpr;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** Holds joins of numbers against RDF4J's own evaluation over its own store, on random graphs and random queries. */
class NumberedJoinsTest {

    private static final int GRAPHS = 8;
    private static final int QUERIES_FOR_EACH = 90;
    private static final int MOST_ROWS = 5_000;

    private final Random random = new Random(20261124);

    @Test
    void random_queries_have_the_rows_that_rdf4j_finds() throws Exception {
        int shapes = 0;
        int rows = 0;
        int ordered = 0;
        for (int i = 0; i < GRAPHS; i++) {
            String turtle = turtle();
            SailRepository repository = new SailRepository(new MemoryStore());
            try (RepositoryConnection theirs = repository.getConnection();
                    Graph ours = open(turtle)) {
                theirs.add(new StringReader(turtle), RDFFormat.TURTLE);
                for (int k = 0; k < QUERIES_FOR_EACH; k++) {
                    String query = query();
                    Optional<List<Map<String, Term>>> found = answer(theirs, query);
                    if (found.isEmpty()) {
                        continue;
                    }
                    List<Map<String, Term>> expected = found.get();
                    List<Map<String, Term>> actual = answer(ours, query);
                    assertThat(actual).as(query + "\n" + turtle).containsExactlyInAnyOrderElementsOf(expected);
                    if (query.contains("} ORDER BY ?b DESC")) {
                        // What is equal by these may come in any order, and does in theirs where a path has variables
                        // of its own.
                        assertThat(keys(actual)).as(query + "\n" + turtle).isEqualTo(keys(expected));
                        ordered += isShape(query) && expected.size() > 1 ? 1 : 0;
                    }
                    rows += expected.size();
                    shapes += isShape(query) ? 1 : 0;
                }
            } finally {
                repository.shutDown();
            }
        }
        // Otherwise this holds nothing against anything.
        assertThat(rows).isGreaterThan(8_000);
        assertThat(shapes).isGreaterThan(GRAPHS * QUERIES_FOR_EACH / 6);
        assertThat(ordered).isGreaterThan(GRAPHS);
    }

    @Test
    void rows_that_are_kept_are_booked() {
        StringBuilder turtle = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            turtle.append("<urn:a%d> <urn:p> <urn:b%d> .\n".formatted(i, i % 7));
        }
        try (Graph graph = open(turtle.toString())) {
            String query = "SELECT DISTINCT ?a ?c { ?a <urn:p> ?b . ?c <urn:p> ?b }";
            QueryRequest request = Graphs.limited(query, LimitName.QUERY_MEMORY, 1_000_000);
            assertThat(Graphs.problemOf(() -> graph.query(request)).code()).isEqualTo(ProblemCode.QUERY_MEMORY);
        }
    }

    private static List<List<Optional<Term>>> keys(List<Map<String, Term>> rows) {
        return rows.stream()
                .map(row -> List.of("b", "a", "c").stream()
                        .map(name -> Optional.ofNullable(row.get(name)))
                        .toList())
                .toList();
    }

    private static boolean isShape(String query) {
        TupleExpr parsed = QueryReader.read(QueryRequest.of(query, Place.of("q.rq")))
                .query()
                .getTupleExpr();
        return ShapeReader.read(parsed instanceof QueryRoot root ? root.getArg() : parsed)
                .isPresent();
    }

    private static Graph open(String turtle) {
        return Graphs.ENGINE.open(
                GraphContent.ofSources(List.of(Graphs.turtle("a.ttl", turtle))), GraphLimits.standard());
    }

    private static List<Map<String, Term>> answer(Graph graph, String query) {
        QueryAnswer answer = graph.query(QueryRequest.of(query, Place.of("q.rq")));
        return new ArrayList<>(((QueryAnswer.Rows) answer).rows());
    }

    /** Empty where there are too many rows, and where RDF4J's optimiser falls over its own assertion: a group that is nothing but another group loses its argument. */
    private static Optional<List<Map<String, Term>>> answer(RepositoryConnection connection, String query) {
        List<Map<String, Term>> rows = new ArrayList<>();
        Terms terms = new Terms();
        try (TupleQueryResult result = connection.prepareTupleQuery(query).evaluate()) {
            while (result.hasNext()) {
                if (rows.size() == MOST_ROWS) {
                    return Optional.empty();
                }
                BindingSet solution = result.next();
                Map<String, Term> row = new HashMap<>();
                solution.forEach(binding -> row.put(binding.getName(), terms.of(binding.getValue())));
                rows.add(row);
            }
        } catch (AssertionError ofOptimiser) {
            assertThat(ofOptimiser).hasMessageContaining("must not be null");
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    private String turtle() {
        StringBuilder turtle = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String object = random.nextInt(4) == 0 ? Integer.toString(random.nextInt(3)) : node();
            turtle.append("%s <urn:p%d> %s .\n".formatted(node(), random.nextInt(3), object));
        }
        return turtle.toString();
    }

    private String node() {
        return "<urn:n" + random.nextInt(8) + ">";
    }

    private String query() {
        String body = group(1);
        String distinct = random.nextInt(3) == 0 ? "DISTINCT " : "";
        String order = random.nextInt(3) == 0 ? " ORDER BY ?b DESC(?a) ?c" : "";
        return "SELECT %s* { %s }%s".formatted(distinct, body, order);
    }

    /** Patterns, and below a depth everything that joins them. */
    private String group(int depth) {
        StringBuilder group = new StringBuilder(pattern());
        int parts = 1 + random.nextInt(depth + 1);
        for (int i = 0; i < parts; i++) {
            group.append(part(depth));
        }
        return group.toString();
    }

    private String part(int depth) {
        if (depth == 0) {
            return pattern();
        }
        return switch (random.nextInt(17)) {
            case 0 -> "OPTIONAL { " + pattern() + (random.nextBoolean() ? pattern() : "") + "} ";
            case 1 -> "{ " + group(depth - 1) + "} UNION { " + group(depth - 1) + "} ";
            case 2 -> "{ SELECT DISTINCT ?a ?b { " + group(depth - 1) + pattern("?a", "?b") + "} } ";
            case 3 -> "{ SELECT ?b (?c AS ?e) { " + pattern("?b", "?c") + group(depth - 1) + "} } ";
            case 4 -> "{ SELECT ?a { " + pattern("?a", "?d") + "} } ";
            case 5 -> "OPTIONAL { ?a <urn:p0> ?d FILTER(?d != ?b) } ";
            case 7 -> "FILTER(?a %s ?b) ".formatted(operator());
            case 8 -> "FILTER(?c %s %s) ".formatted(operator(), random.nextBoolean() ? "1" : node());
            case 9 -> "{ SELECT ?a ?c { " + group(depth - 1) + "FILTER(?a " + operator() + " ?c) } ORDER BY ?c } ";
            case 10 -> path(variableOr(node()), node());
            case 11 -> path(node(), "?" + "abcd".charAt(random.nextInt(4)));
            case 12 -> fixed("?" + "abcd".charAt(random.nextInt(4)), "?" + "abcd".charAt(random.nextInt(4)));
            case 13 -> "FILTER EXISTS { " + fixed("?a", "?c") + "} ";
            case 6 -> "FILTER EXISTS { ?a ?any ?b . ?b <urn:p1> ?c } ";
            default -> pattern();
        };
    }

    /** A path of which one end is known by a filter. */
    private String fixed(String subject, String object) {
        String end = random.nextBoolean() ? subject : object;
        String filter = List.of("%s = %s", "sameTerm(%s, %s)", "%s IN (%s)").get(random.nextInt(3));
        return path(subject, object) + "FILTER(" + filter.formatted(end, node()) + ") ";
    }

    private String path(String subject, String object) {
        String step = List.of("<urn:p1>", "^<urn:p2>", "(<urn:p0>/<urn:p1>)", "(<urn:p0>|<urn:p2>)")
                .get(random.nextInt(4));
        return "%s %s%s %s . ".formatted(subject, step, random.nextBoolean() ? "*" : "+", object);
    }

    private String operator() {
        return List.of("<", "<=", ">", ">=", "=", "!=").get(random.nextInt(6));
    }

    private String pattern() {
        return pattern(variableOr(node()), variableOr(random.nextInt(5) == 0 ? "1" : node()));
    }

    private String pattern(String subject, String object) {
        String predicate = random.nextInt(5) == 0 ? "?p" : "<urn:p" + random.nextInt(3) + ">";
        return "%s %s %s . ".formatted(subject, predicate, object);
    }

    private String variableOr(String term) {
        return random.nextInt(4) == 0 ? term : "?" + "abcd".charAt(random.nextInt(4));
    }
}
