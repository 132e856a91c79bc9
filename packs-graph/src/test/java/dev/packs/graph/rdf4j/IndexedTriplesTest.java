package dev.packs.graph.rdf4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexedTriplesTest {

    private static final ValueFactory PLAIN = SimpleValueFactory.getInstance();

    private final StoredValues values = new StoredValues();
    private final IndexedTriples triples = new IndexedTriples(values);

    @Test
    void every_pattern_over_random_triples_finds_what_a_plain_search_finds() {
        Random random = new Random(7);
        Set<Statement> all = new LinkedHashSet<>();
        for (int i = 0; i < 3_000; i++) {
            IRI subject = name(random.nextInt(25));
            IRI predicate = name(random.nextInt(5));
            Value object = random.nextBoolean() ? name(random.nextInt(25)) : PLAIN.createLiteral(random.nextInt(9));
            all.add(PLAIN.createStatement(subject, predicate, object));
            triples.add(subject, predicate, object);
        }
        triples.sort();

        assertThat(triples.size()).isEqualTo(all.size()).isLessThan(3_000);
        List<@Nullable Value> somebody = new ArrayList<>(Arrays.asList(null, name(99), PLAIN.createLiteral(3)));
        for (int i = 0; i < 26; i++) {
            somebody.add(name(i));
        }
        for (int i = 0; i < 2_000; i++) {
            Value subject = somebody.get(random.nextInt(somebody.size()));
            Value predicate = somebody.get(random.nextInt(somebody.size()));
            Value object = somebody.get(random.nextInt(somebody.size()));
            List<Statement> expected = new ArrayList<>();
            for (Statement each : all) {
                if (fits(each.getSubject(), subject)
                        && fits(each.getPredicate(), predicate)
                        && fits(each.getObject(), object)) {
                    expected.add(each);
                }
            }
            assertThat(list(triples.matching(subject, predicate, object)))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(triples.count(subject, predicate, object)).isEqualTo(expected.size());
        }
    }

    @Test
    void there_is_one_graph_and_it_has_no_name() {
        triples.add(name(1), name(2), name(3));
        triples.sort();

        assertThat(triples.getStatements(name(1), null, null).hasNext()).isTrue();
        assertThat(triples.getStatements(name(1), null, null, (Resource) null).hasNext())
                .isTrue();
        assertThat(triples.getStatements(name(1), null, null, name(4)).hasNext())
                .isFalse();
    }

    private static boolean fits(Value value, @Nullable Value wanted) {
        return wanted == null || wanted.equals(value);
    }

    private static IRI name(int number) {
        return PLAIN.createIRI("urn:n" + number);
    }

    private static List<Statement> list(CloseableIteration<Statement> found) {
        List<Statement> list = new ArrayList<>();
        while (found.hasNext()) {
            list.add(found.next());
        }
        return list;
    }
}
