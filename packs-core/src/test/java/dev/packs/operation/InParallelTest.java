package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InParallelTest {

    @Test
    void results_stand_in_the_order_of_the_things() {
        List<Integer> things = IntStream.range(0, 50).boxed().toList();

        assertThat(InParallel.map(things, thing -> thing * 2))
                .containsExactlyElementsOf(
                        things.stream().map(thing -> thing * 2).toList());
        assertThat(InParallel.map(List.of(21), thing -> thing * 2)).containsExactly(42);
    }

    @Test
    void the_problems_of_all_that_failed_are_told() {
        assertThat(Bench.problems(() -> InParallel.map(List.of(1, 2, 3), InParallelTest::failOdd)))
                .extracting(Problem::message)
                .containsExactly("1 failed", "3 failed");
    }

    private static int failOdd(int thing) {
        if (thing % 2 == 1) {
            throw new PacksException(Problem.of(ProblemCode.FETCH_FAILED, thing + " failed"));
        }
        return thing;
    }

    @Test
    void a_defect_is_not_taken_for_a_problem() {
        assertThatIllegalStateException()
                .isThrownBy(() -> InParallel.map(List.of(1, 2), thing -> {
                    throw new ArithmeticException("a defect");
                }))
                .withMessageContaining("a defect");
    }

    @Test
    void whoever_is_interrupted_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertThat(Bench.codes(() -> InParallel.map(List.of(1, 2), InParallelTest::neverDone)))
                .containsExactly(ProblemCode.FETCH_FAILED);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static int neverDone(int thing) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return thing;
    }
}
