package dev.packs.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void a_statement_prints_as_a_line_of_n_triples() {
        Iri name = new Iri("http://example.org/a b");
        assertThat(new Statement(new BlankNode("b1"), name, Literal.of("a \"b\"\n\\")))
                .hasToString("_:b1 <http://example.org/a\\u0020b> \"a \\\"b\\\"\\n\\\\\" .");
        assertThat(Literal.tagged("x", "en")).hasToString("\"x\"@en");
        assertThat(Literal.of(true)).hasToString("\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>");
        assertThatThrownBy(() -> new Statement(Literal.of("x"), name, name))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Literal("x", Xsd.LANG_STRING, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void terms_have_one_order() {
        assertThat(Stream.of(Literal.of("a"), new BlankNode("b"), new Iri("urn:z"), new Iri("urn:a"))
                        .sorted(Term.order())
                        .map(Term::toString))
                .containsExactly("<urn:a>", "<urn:z>", "_:b", "\"a\"");
    }

    @Test
    void a_syntax_is_known_by_its_name_and_by_a_files_end() {
        assertThat(GraphSyntax.find("jsonld")).contains(GraphSyntax.JSONLD);
        assertThat(GraphSyntax.find("JSON")).isEmpty();
        assertThat(GraphSyntax.ofFile("graph/model.TTL")).contains(GraphSyntax.TURTLE);
        assertThat(GraphSyntax.ofFile("prov.owl")).contains(GraphSyntax.RDFXML);
        assertThat(GraphSyntax.ofFile("prov.txt")).isEmpty();
        for (GraphSyntax syntax : GraphSyntax.values()) {
            assertThat(GraphSyntax.ofFile("x." + syntax.extension())).contains(syntax);
        }
    }

    @Test
    void each_limit_is_raised_alone_and_says_how() {
        GraphLimits standard = GraphLimits.standard();
        for (LimitName limit : LimitName.values()) {
            GraphLimits raised = standard.with(limit, 7);
            for (LimitName other : LimitName.values()) {
                assertThat(other.of(raised)).isEqualTo(other == limit ? 7 : other.of(standard));
            }
            assertThat(LimitName.find(limit.property())).contains(limit);
            Problem problem = limit.reached(Place.of("a.ttl"), "too much", 7);
            assertThat(problem.code()).isEqualTo(limit.code());
            assertThat(problem.help().orElseThrow()).endsWith("-D" + limit.property() + "=14");
        }
        assertThat(Arrays.stream(LimitName.values()).map(LimitName::code)).doesNotHaveDuplicates();
        assertThat(LimitName.QUERY_ROWS.code()).isEqualTo(ProblemCode.QUERY_ROWS);
        assertThatThrownBy(() -> standard.with(LimitName.QUERY_ROWS, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
