package dev.packs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Term;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Map<String, Term> ROW = Map.of("class", new Iri("urn:x:Shop"), "count", Literal.of(3));

    private static String said(String text) {
        return Gate.of(Place.of("p!/gates/a.rq"), text)
                .violation(List.of("class", "count", "other"), ROW)
                .message();
    }

    @Test
    void the_first_comment_is_the_message() {
        assertThat(said("# MESSAGE: a class has no label\nSELECT ?class"))
                .isEqualTo("a class has no label (?class = <urn:x:Shop>, ?count = 3, ?other = nothing)");
        assertThat(said("\n# Licence\n  # MESSAGE: late\n")).startsWith("late (");
    }

    @Test
    void columns_that_the_message_names_are_filled_in() {
        assertThat(said("# MESSAGE: {?class} has {?count} labels, not {?other}, {?none}"))
                .isEqualTo("<urn:x:Shop> has 3 labels, not nothing, {?none}");
    }

    @Test
    void a_gate_without_a_message_says_its_columns() {
        assertThat(said("SELECT ?class # MESSAGE: too late")).startsWith("the gate has a row (?class");
        assertThat(said("")).startsWith("the gate has a row (");
    }
}
