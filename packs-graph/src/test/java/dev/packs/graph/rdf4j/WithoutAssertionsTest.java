package dev.packs.graph.rdf4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.Place;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Term;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * RDF4J 5.2.2 forgets the parent of an argument of {@code COALESCE} that it computes while it optimises, and an assertion of its own says so. The answer is right all the same. Users' JVMs have
 * no assertions; those of tests do.
 */
class WithoutAssertionsTest {

    private static final String COMPUTED = "SELECT ?y { ?s <urn:p> ?o BIND(COALESCE(?none, 1 + 1) AS ?y) }";

    @Test
    void a_computed_argument_of_coalesce_is_right_where_assertions_are_off() throws Exception {
        try (EngineLoader loader = new EngineLoader()) {
            GraphEngine engine = (GraphEngine) loader.loadClass(Rdf4jEngine.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(engine).isNotInstanceOf(Rdf4jEngine.class);
            assertThat(answer(engine)).isEqualTo(List.of(Map.of("y", Literal.of(2))));
        }
    }

    /** Once this fails, RDF4J was mended, and this class can go. */
    @Test
    void and_an_assertion_of_rdf4j_where_they_are_on() {
        assertThatThrownBy(() -> answer(Graphs.ENGINE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unexpected parent");
    }

    private static List<Map<String, Term>> answer(GraphEngine engine) {
        try (Graph graph = engine.open(
                GraphContent.ofSources(List.of(Graphs.turtle("a.ttl", "<urn:s> <urn:p> 1 ."))),
                GraphLimits.standard())) {
            QueryAnswer answer = graph.query(QueryRequest.of(COMPUTED, Place.of("q.rq")));
            return ((QueryAnswer.Rows) answer).rows();
        }
    }

    /** Has the engine and RDF4J a second time, with assertions off, as a user's JVM has them. */
    private static final class EngineLoader extends URLClassLoader {

        EngineLoader() throws IOException {
            super(classPath(), WithoutAssertionsTest.class.getClassLoader());
            setDefaultAssertionStatus(false);
        }

        private static URL[] classPath() throws IOException {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return urls.toArray(new URL[0]);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.packs.graph.rdf4j.") && !name.startsWith("org.eclipse.rdf4j.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }
    }
}
