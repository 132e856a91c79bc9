package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import org.junit.jupiter.api.Test;

class TypedGoalsTest {

    private static final Problem PROBLEM =
            Problem.of(ProblemCode.NOTHING_ASKED, "no pack was named").help("see what there is: mvn packs:list");

    @Test
    void without_the_prefix_goals_are_named_by_the_plugins_coordinates() {
        TypedGoals goals = TypedGoals.byCoordinates("1.2.0");

        assertThat(goals.in("More about one: mvn packs:show -Dpack=a, then mvn packs:plan"))
                .isEqualTo("More about one: mvn dev.packs:packs-maven-plugin:1.2.0:show -Dpack=a,"
                        + " then mvn dev.packs:packs-maven-plugin:1.2.0:plan");
        assertThat(goals.in(PROBLEM).help()).hasValue("see what there is: mvn dev.packs:packs-maven-plugin:1.2.0:list");
    }

    @Test
    void with_the_prefix_nothing_changes() {
        PacksException failure = PROBLEM.asException();

        assertThat(TypedGoals.byPrefix().in(failure)).isSameAs(failure);
    }

    @Test
    void a_failure_is_told_in_plain_text() {
        PacksException failure = Problem.at(ProblemCode.NOTHING_ASKED, Place.of("x\u001b[1m"), "says `\u001b[2J`")
                .help("one\ntwo\u202e")
                .asException();

        assertThat(TypedGoals.byPrefix().in(failure))
                .hasMessage(ProblemCode.NOTHING_ASKED.id() + " x?[1m: says `?[2J`\n  help: one\n        two?");
    }

    @Test
    void a_failure_keeps_its_cause_and_its_place() {
        IllegalStateException cause = new IllegalStateException("cause");
        PacksException failure = new PacksException(PROBLEM, cause);

        PacksException typed = TypedGoals.byCoordinates("1.2.0").in(failure);

        assertThat(typed).hasMessageContaining("packs-maven-plugin:1.2.0:list").hasCause(cause);
        assertThat(typed.getStackTrace()).isEqualTo(failure.getStackTrace());
    }
}
