package dev.packs.graph.rdf4j;

import com.sun.management.OperatingSystemMXBean;
import dev.packs.Place;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.LimitName;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.query.Binding;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * Compares a graph of ours with RDF4J's store in memory as it comes, and with Apache Jena's: 1,000,000 triples of Turtle are loaded and asked five questions, by each in turn, in one
 * process. Times are cpu time of the process. See docs/performance.md for how to run it.
 */
public final class TripleBenchmark {

    private static final int ROUNDS = 7;
    private static final int WARM = 3;

    /** The clock of cpu time has ticks of 10 ms. */
    private static final int TIMES = 5;

    private static final int PEOPLE = 100_000;
    private static final int CITIES = 500;
    private static final int REGIONS = 10;
    private static final String PREFIX = "PREFIX : <https://perf.example/ns#>\n";

    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("join", "SELECT ?a ?b ?c { ?a :knows ?b . ?b :city ?c . ?c :region :r3 }");
        QUERIES.put(
                "OPTIONAL", "SELECT ?p ?n ?k { ?c :region :r3 . ?p :city ?c ; :name ?n OPTIONAL { ?p :nickname ?k } }");
        QUERIES.put(
                "GROUP BY", "SELECT ?c (COUNT(?p) AS ?n) (AVG(?age) AS ?a) { ?p :city ?c ; :age ?age } GROUP BY ?c");
        QUERIES.put("path", "SELECT ?p { ?p :manager+ :p1 }");
        QUERIES.put("regex", "SELECT ?p ?n { ?p :name ?n FILTER REGEX(?n, \"^Name [0-9]*7[0-9]*9$\") }");
    }

    private TripleBenchmark() {}

    /** A store that can be filled and asked. */
    private interface Contender extends AutoCloseable {

        void load(byte[] turtle) throws IOException;

        /** Reads the whole answer; returns the number of rows. */
        int ask(String query);

        @Override
        void close();
    }

    /** What one contender took: a list for loading, then one for each query; a time for each round that counts. */
    private record Taken(List<List<Double>> seconds) {

        static Taken nothing() {
            List<List<Double>> seconds = new ArrayList<>();
            for (int i = 0; i < 2 + QUERIES.size(); i++) {
                seconds.add(new ArrayList<>());
            }
            return new Taken(seconds);
        }

        void add(double[] round) {
            for (int i = 0; i < round.length; i++) {
                seconds.get(i).add(round[i]);
            }
            seconds.get(round.length).add(Arrays.stream(round).sum());
        }

        double median(int what) {
            return middle(seconds.get(what));
        }

        double ratio(Taken other, int what) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < seconds.get(what).size(); i++) {
                ratios.add(seconds.get(what).get(i) / other.seconds.get(what).get(i));
            }
            return middle(ratios);
        }

        private static double middle(List<Double> values) {
            List<Double> sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            return sorted.get(sorted.size() / 2);
        }
    }

    public static void main(String[] arguments) throws IOException {
        byte[] turtle = turtle().getBytes(StandardCharsets.UTF_8);
        int[] rows = new int[QUERIES.size()];
        Taken bare = Taken.nothing();
        Taken packs = Taken.nothing();
        Taken jena = Taken.nothing();
        for (int round = 0; round < ROUNDS; round++) {
            double[] ofBare = run(new Bare(), turtle, rows);
            double[] ofPacks = run(new Ours(), turtle, rows);
            double[] ofJena = run(new Jena(), turtle, rows);
            if (round >= WARM) {
                bare.add(ofBare);
                packs.add(ofPacks);
                jena.add(ofJena);
            }
        }
        System.out.println("             rows  bare RDF4J      Packs       Jena  Packs / bare  Jena / bare");
        List<String> names = new ArrayList<>(QUERIES.keySet());
        names.add(0, "load");
        names.add("all");
        for (int i = 0; i < names.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %6d %9.3f s %8.3f s %8.3f s %13.2f %12.2f%n",
                    names.get(i),
                    i > 0 && i <= rows.length ? rows[i - 1] : 0,
                    bare.median(i),
                    packs.median(i),
                    jena.median(i),
                    packs.ratio(bare, i),
                    jena.ratio(bare, i));
        }
    }

    /** The times of one round, and the rows of each query, which have to be everybody's. */
    private static double[] run(Contender contender, byte[] turtle, int[] rows) throws IOException {
        try (contender) {
            double[] seconds = new double[1 + QUERIES.size()];
            System.gc();
            long start = cpu();
            contender.load(turtle);
            seconds[0] = (cpu() - start) / 1e9;
            int i = 0;
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                System.gc();
                start = cpu();
                int count = 0;
                for (int time = 0; time < TIMES; time++) {
                    count = contender.ask(PREFIX + query.getValue());
                }
                seconds[i + 1] = (cpu() - start) / 1e9 / TIMES;
                if (rows[i] != 0 && rows[i] != count) {
                    throw new AssertionError(query.getKey() + ": " + count + " rows, not " + rows[i]);
                }
                rows[i] = count;
                i++;
            }
            return seconds;
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** People who know each other, work for each other and live in cities: ten triples each, and two for each city. */
    private static String turtle() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("@prefix : <https://perf.example/ns#> .\n")
                .append("@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n");
        for (int i = 0; i < CITIES; i++) {
            text.append(":c" + i + " a :City ; :region :r" + i % REGIONS + " .\n");
        }
        for (int i = 0; i < PEOPLE; i++) {
            text.append(":p" + i + " a :Person ; :name \"Name " + i + "\" ; :age " + (18 + random.nextInt(60)))
                    .append(" ; :city :c" + random.nextInt(CITIES) + " ; :manager :p" + i / 4)
                    .append(" ; :knows :p" + random.nextInt(PEOPLE) + " , :p" + random.nextInt(PEOPLE))
                    .append(" ; :joined \"" + (2000 + i % 25) + "-01-01\"^^xsd:date ; :score " + i % 1000 + ".5");
            text.append(
                    i % 2 == 0 ? " ; :nickname \"nick" + i + "\"@en .\n" : " ; :email \"p" + i + "@perf.example\" .\n");
        }
        return text.toString();
    }

    private static final class Ours implements Contender {

        private final GraphLimits limits = GraphLimits.standard()
                .with(LimitName.QUERY_SECONDS, 3600)
                .with(LimitName.QUERY_ROWS, 10_000_000)
                .with(LimitName.QUERY_MEMORY, 1L << 33);
        private Graph graph = new Rdf4jEngine().open(GraphContent.ofSources(List.of()), limits);

        @Override
        public void load(byte[] turtle) {
            graph = new Rdf4jEngine()
                    .open(
                            GraphContent.ofSources(
                                    List.of(GraphSource.trusted("perf.ttl", GraphSyntax.TURTLE, turtle))),
                            limits);
        }

        @Override
        public int ask(String query) {
            QueryRequest request = new QueryRequest(query, Place.of("perf.rq"), Map.of(), limits.query());
            return ((QueryAnswer.Rows) graph.query(request)).rows().size();
        }

        @Override
        public void close() {
            graph.close();
        }
    }

    private static final class Bare implements Contender {

        private final SailRepository repository = new SailRepository(new MemoryStore());

        @Override
        public void load(byte[] turtle) throws IOException {
            try (SailRepositoryConnection connection = repository.getConnection()) {
                connection.begin(IsolationLevels.NONE);
                connection.add(new ByteArrayInputStream(turtle), "urn:perf:", RDFFormat.TURTLE);
                connection.commit();
            }
        }

        @Override
        public int ask(String query) {
            int count = 0;
            long characters = 0;
            try (SailRepositoryConnection connection = repository.getConnection();
                    TupleQueryResult rows = connection.prepareTupleQuery(query).evaluate()) {
                while (rows.hasNext()) {
                    BindingSet row = rows.next();
                    for (Binding binding : row) {
                        characters += binding.getValue().stringValue().length();
                    }
                    count++;
                }
            }
            return characters < 0 ? -1 : count;
        }

        @Override
        public void close() {
            repository.shutDown();
        }
    }

    private static final class Jena implements Contender {

        private final Model model = ModelFactory.createDefaultModel();

        @Override
        public void load(byte[] turtle) {
            RDFDataMgr.read(model, new ByteArrayInputStream(turtle), Lang.TURTLE);
        }

        @Override
        public int ask(String query) {
            int count = 0;
            long characters = 0;
            try (QueryExecution execution = QueryExecutionFactory.create(query, model)) {
                ResultSet rows = execution.execSelect();
                while (rows.hasNext()) {
                    QuerySolution row = rows.next();
                    for (String name : rows.getResultVars()) {
                        characters +=
                                row.contains(name) ? row.get(name).toString().length() : 0;
                    }
                    count++;
                }
            }
            return characters < 0 ? -1 : count;
        }

        @Override
        public void close() {
            model.close();
        }
    }
}
