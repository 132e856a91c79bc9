package dev.packs.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackExpressionsTest {

    @Test
    void an_expression_is_parsed_once_for_all_values() {
        PackExpressions expressions = new PackExpressions(Place.of("pack.toml"));

        assertThat(expressions.parse("${a + b}")).isSameAs(expressions.parse("${a + b}"));
        assertThat(expressions.evaluate("${a + b}", Map.of("a", 1L, "b", 2L))).isEqualTo(3L);
        assertThat(expressions.isTrue("${a > b}", Map.of("a", 1L, "b", 2L))).isFalse();
        assertThat(expressions.names("${a + b}")).containsExactlyInAnyOrder("a", "b");
    }
}
