package dev.packs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainRowsTest {

    private static final Iri PERSON = new Iri("http://xmlns.com/foaf/0.1/Person");

    private final PlainRows rows =
            new PlainRows(iri -> iri.equals(PERSON) ? Optional.of("A person") : Optional.empty());

    @Test
    void literals_become_the_values_that_templates_know() {
        assertThat(rows.of(Literal.of("text"))).isEqualTo("text");
        assertThat(rows.of(Literal.of(42))).isEqualTo(42L);
        assertThat(rows.of(xsd("-7", "int"))).isEqualTo(-7L);
        assertThat(rows.of(xsd("+0009", "unsignedLong"))).isEqualTo(9L);
        assertThat(rows.of(xsd("123456789012345678901234567890", "integer")))
                .isEqualTo(new BigDecimal("123456789012345678901234567890"));
        assertThat(rows.of(xsd("1.50", "decimal"))).isEqualTo(new BigDecimal("1.50"));
        assertThat(rows.of(xsd("2.5E3", "double"))).isEqualTo(new BigDecimal("2500.0"));
        assertThat(rows.of(xsd("1", "boolean"))).isEqualTo(true);
        assertThat(rows.of(xsd("false", "boolean"))).isEqualTo(false);
        assertThat(rows.of(xsd("2026-01-31", "date"))).isEqualTo("2026-01-31");
    }

    @Test
    void what_its_datatype_does_not_allow_stays_text() {
        assertThat(rows.of(xsd("many", "integer"))).isEqualTo("many");
        assertThat(rows.of(xsd("NaN", "double"))).isEqualTo("NaN");
        assertThat(rows.of(xsd("yes", "boolean"))).isEqualTo("yes");
        assertThat(rows.of(xsd("9".repeat(5000), "integer"))).isEqualTo("9".repeat(5000));
    }

    @Test
    void a_row_has_every_column_and_the_language_beside_its_text() {
        QueryAnswer.Rows answer = new QueryAnswer.Rows(
                List.of("type", "name", "age"), List.of(Map.of("type", PERSON, "name", Literal.tagged("Zoé", "fr"))));
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("type", Map.of("iri", PERSON.value(), "local", "Person", "label", "A person"));
        expected.put("name", "Zoé");
        expected.put("name@lang", "fr");
        expected.put("age", null);

        assertThat(rows.of(answer)).containsExactly(expected);
        assertThat(rows.of(answer).get(0).keySet()).containsExactly("type", "name", "name@lang", "age");
    }

    @Test
    void an_iri_without_a_label_is_called_by_its_local_name() {
        assertThat(rows.of(new Iri("urn:isbn:12")))
                .isEqualTo(Map.of("iri", "urn:isbn:12", "local", "12", "label", "12"));
        assertThat(new Iri("https://packs.dev/ns#").local()).isEqualTo("https://packs.dev/ns#");
        assertThat(rows.of(new BlankNode("b1"))).isEqualTo("_:b1");
    }

    private static Literal xsd(String lexical, String type) {
        return Literal.typed(lexical, new Iri(Xsd.NAMESPACE + type));
    }
}
