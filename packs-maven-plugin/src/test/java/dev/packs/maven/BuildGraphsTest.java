package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import dev.packs.graph.GraphLimits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildGraphsTest {

    @Test
    void limits_are_standard_but_those_that_are_set() {
        assertThat(BuildGraphs.read(Map.of("var.x", "1", "packs.home", "x"))).isEqualTo(GraphLimits.standard());

        GraphLimits limits =
                BuildGraphs.read(Map.of("packs.limits.queryRows", " 7 ", "packs.limits.querySeconds", "90"));

        assertThat(limits.query().rows()).isEqualTo(7);
        assertThat(limits.query().time()).isEqualTo(Duration.ofSeconds(90));
        assertThat(limits.source()).isEqualTo(GraphLimits.standard().source());
    }

    @Test
    void what_is_no_limit_is_said() {
        for (Map<Object, Object> wrong : java.util.List.of(
                Map.<Object, Object>of("packs.limits.queryRow", "7"),
                Map.<Object, Object>of("packs.limits.queryRows", "many"),
                Map.<Object, Object>of("packs.limits.queryRows", "0"))) {
            PacksException refused = catchThrowableOfType(PacksException.class, () -> BuildGraphs.read(wrong));
            assertThat(refused.problems().get(0).code()).isEqualTo(ProblemCode.PARAMETER_INVALID);
        }
    }
}
