package dev.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void reads_code_place_message_help() {
        Problem problem = Problem.at(
                        ProblemCode.MANIFEST_UNKNOWN_KEY, new Place("pack.toml", 3, 1), "`nme` is not a key")
                .help("did you mean `name`?\nsee docs");

        assertThat(problem)
                .hasToString(
                        "PACKS-104 pack.toml:3:1: `nme` is not a key\n  help: did you mean `name`?\n        see docs");
    }

    @Test
    void a_place_leaves_out_what_is_not_known() {
        assertThat(Place.of("pom.xml")).hasToString("pom.xml");
        assertThat(new Place("pom.xml", 4, 0)).hasToString("pom.xml:4");
    }

    @Test
    void no_two_codes_share_a_number() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::id)).doesNotHaveDuplicates();
    }

    @Test
    void an_exception_is_mendable_only_if_every_problem_is() {
        Problem user = Problem.of(ProblemCode.VARIABLE_MISSING, "a");
        Problem environment = Problem.of(ProblemCode.DISK_FULL, "b");

        assertThat(new PacksException(List.of(user)).isMendable()).isTrue();
        assertThat(new PacksException(List.of(user, environment)).isMendable()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PacksException(List.of()));
    }

    @Test
    void collected_problems_are_thrown_together_or_not_at_all() {
        Problems problems = new Problems();
        problems.throwIfAny();
        problems.add(Problem.of(ProblemCode.VARIABLE_MISSING, "a"));
        problems.addAll(List.of(Problem.of(ProblemCode.VARIABLE_INVALID, "b")));

        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(problems::throwIfAny)
                .satisfies(failure -> assertThat(failure.problems())
                        .isEqualTo(problems.list())
                        .hasSize(2));
        assertThat(problems.isEmpty()).isFalse();
    }
}
