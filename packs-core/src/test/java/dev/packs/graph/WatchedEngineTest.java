package dev.packs.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.UsedPack;
import dev.packs.activity.Work;
import dev.packs.knowledge.FakeGraphs;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedEngineTest {

    private final List<String> told = new ArrayList<>();
    private final FakeGraphs fake = new FakeGraphs();
    private final GraphEngine engine = new WatchedEngine(fake, new Told());

    /** Remembers each piece of work with what came of it. */
    private final class Told implements Activity {

        @Override
        public Step start(Work work, Subject subject) {
            return new Step() {

                private String end = "failed";

                @Override
                public void made(long bytes, long count) {
                    end = String.valueOf(count);
                }

                @Override
                public void close() {
                    told.add(work.word() + " " + subject.pack() + "|" + subject.name() + "|" + subject.path() + " "
                            + end);
                }
            };
        }

        @Override
        public void expect(Work work, int pieces) {}

        @Override
        public void reach(Work work) {}

        @Override
        public void use(UsedPack pack) {}
    }

    private static GraphSource source(String name, String text) {
        return GraphSource.of(name, GraphSyntax.TURTLE, text.getBytes(StandardCharsets.UTF_8));
    }

    private static QueryRequest query(String file, String text) {
        return QueryRequest.of(text, Place.of(file));
    }

    @Test
    void a_graph_that_is_read_and_each_question_to_it_are_told() {
        try (Graph graph = engine.open(
                GraphContent.ofSources(List.of(source("a.ttl", "ann knows bob\nbob knows cem\n"))),
                GraphLimits.standard())) {
            assertThat(graph.size()).isEqualTo(2);
            assertThat(graph.query(query("model!/queries/all.rq", "SELECT knows")))
                    .isInstanceOf(QueryAnswer.Rows.class);
            assertThatThrownBy(() -> graph.query(query("query.rq", "SELECT boom")))
                    .isInstanceOf(PacksException.class);
            assertThat(graph.validate(
                            List.of(source("model!/shapes/s.ttl", "knows VIOLATION no")), GraphLimits.standard()))
                    .hasSize(2);
            assertThat(graph.validate(List.of(), GraphLimits.standard())).isEmpty();
        }

        assertThat(told)
                .containsExactly(
                        "query |graph| 2",
                        "query model|query|queries/all.rq 2",
                        "query |query|query.rq failed",
                        "query model|shapes|shapes/s.ttl 2",
                        "query |shapes| 0");
        assertThat(fake.closed).isOne();
    }

    @Test
    void a_question_to_a_server_is_told_and_the_rest_is_passed_on() {
        List<String> asked = new ArrayList<>();
        RemoteGraph server = new RemoteGraph() {

            @Override
            public QueryAnswer query(QueryRequest request) {
                return new QueryAnswer.Truth(true);
            }

            @Override
            public boolean isEmpty() {
                asked.add("isEmpty");
                return true;
            }

            @Override
            public void replace(byte[] turtle) {
                asked.add("replace " + turtle.length);
            }

            @Override
            public String toString() {
                return "https://example.org";
            }
        };
        RemoteGraph watched = new WatchedRemoteGraph(server, new Told());

        assertThat(watched.query(query("query.rq", "ASK {}"))).isEqualTo(new QueryAnswer.Truth(true));
        assertThat(watched.isEmpty()).isTrue();
        watched.replace(new byte[3]);

        assertThat(told).containsExactly("query |query|query.rq 1");
        assertThat(asked).containsExactly("isEmpty", "replace 3");
        assertThat(watched).hasToString("https://example.org");
    }

    @Test
    void what_asks_no_graph_is_passed_on_and_not_told() {
        assertThat(engine.check(query("query.rq", "SELECT knows")))
                .isEqualTo(fake.check(query("query.rq", "SELECT knows")));
        engine.checkShapes(List.of(), GraphLimits.standard());
        // What the engine of the test cannot do, it says.
        OutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> engine.write(List.of(), GraphSyntax.TURTLE, out))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> engine.portable(query("query.rq", "SELECT knows")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(told).isEmpty();
        try (Graph graph = engine.open(GraphContent.ofSources(List.of()), GraphLimits.standard())) {
            assertThat(graph.label(new Iri("urn:x:ann"))).isEmpty();
            assertThatThrownBy(() -> graph.write(GraphSyntax.TURTLE, out))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(told).containsExactly("query |graph| 0");
    }
}
