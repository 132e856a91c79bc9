package dev.packs.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.graph.BlankNode;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Statement;
import dev.packs.graph.Xsd;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementBytesTest {

    private static final Iri S = new Iri("urn:s");
    private static final Iri P = new Iri("urn:p");

    @Test
    void every_kind_of_term_comes_back_in_the_same_order() {
        List<Statement> statements = List.of(
                new Statement(S, P, Literal.of("plain \u00e4\n")),
                new Statement(S, P, Literal.of(7)),
                new Statement(P, P, Literal.typed("1.50", Xsd.DECIMAL)),
                new Statement(S, P, Literal.tagged("Netz", "de")),
                new Statement(S, P, S));

        assertThat(StatementBytes.read(StatementBytes.write(statements))).isEqualTo(statements);
        assertThat(StatementBytes.read(StatementBytes.write(List.of()))).isEmpty();
    }

    @Test
    void blank_nodes_and_bytes_that_end_too_soon_are_refused() {
        List<Statement> blank = List.of(new Statement(new BlankNode("b1"), P, S));
        assertThatThrownBy(() -> StatementBytes.write(blank)).isInstanceOf(IllegalArgumentException.class);

        byte[] whole = StatementBytes.write(List.of(new Statement(S, P, S)));
        assertThatThrownBy(() -> StatementBytes.read(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(UncheckedIOException.class);
        whole[4] = 9;
        assertThatThrownBy(() -> StatementBytes.read(whole)).isInstanceOf(UncheckedIOException.class);
    }
}
