package dev.packs.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CombinationsTest {

    private static List<Choice> choices(int... sizes) {
        List<Choice> choices = new ArrayList<>();
        for (int size : sizes) {
            List<Object> values = new ArrayList<>();
            for (long value = 0; value < size; value++) {
                values.add(value);
            }
            choices.add(new Choice("v" + choices.size(), values));
        }
        return choices;
    }

    private static List<Choice> booleans(int number) {
        return choices(Collections.nCopies(number, 2).stream()
                .mapToInt(Integer::intValue)
                .toArray());
    }

    @Test
    void few_are_all_there_and_the_usual_one_comes_first() {
        Combinations combinations = Combinations.of(choices(2, 3, 1));

        assertThat(combinations.coverage()).isEqualTo(Combinations.Coverage.ALL);
        assertThat(combinations.total()).isEqualTo(6);
        assertThat(new HashSet<>(combinations.rows())).hasSize(6);
        assertThat(combinations.rows().get(0)).containsValues(0L, 0L, 0L);
    }

    @Test
    void without_a_choice_there_is_one_combination() {
        assertThat(Combinations.of(List.of()).rows())
                .singleElement()
                .satisfies(row -> assertThat(row).isEmpty());
    }

    @Test
    void up_to_4096_all_are_taken_and_beyond_every_pair() {
        assertThat(Combinations.of(booleans(12)).rows()).hasSize(4096);
        Combinations more = Combinations.of(booleans(13));

        assertThat(more.coverage()).isEqualTo(Combinations.Coverage.PAIRS);
        assertThat(more.total()).isEqualTo(8192);
        assertThat(more.rows()).hasSizeLessThan(20);
    }

    @Test
    void more_than_a_machine_can_count_are_still_counted() {
        assertThat(Combinations.total(booleans(100))).hasToString("1267650600228229401496703205376");
    }

    @Test
    void every_pair_of_values_stands_together_in_some_row() {
        Random random = new Random(7);
        for (int run = 0; run < 60; run++) {
            int[] sizes = random.ints(2 + random.nextInt(9), 1, 7).toArray();
            List<int[]> rows = PairCover.of(sizes, 4096).rows();

            Set<String> pairs = new HashSet<>();
            for (int[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    assertThat(row[i]).isBetween(0, sizes[i] - 1);
                    for (int j = i + 1; j < row.length; j++) {
                        pairs.add(i + "=" + row[i] + " " + j + "=" + row[j]);
                    }
                }
            }
            int wanted = 0;
            for (int i = 0; i < sizes.length; i++) {
                for (int j = i + 1; j < sizes.length; j++) {
                    wanted += sizes[i] * sizes[j];
                }
            }
            assertThat(pairs).hasSize(wanted);
            assertThat(rows.get(0)).containsOnly(0);
        }
    }

    @Test
    void rows_stay_few_where_there_are_many_columns() {
        // Each pair alone would need 4 rows; 40 booleans have 780 pairs of columns.
        assertThat(PairCover.of(
                                Collections.nCopies(40, 2).stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray(),
                                4096)
                        .rows())
                .hasSizeLessThan(20);
    }

    @Test
    @Timeout(60)
    void there_are_never_more_rows_than_4096_whatever_a_pack_asks_for() {
        for (int[] hostile : List.of(
                new int[] {6000, 6000},
                IntStream.generate(() -> 20).limit(800).toArray(),
                IntStream.generate(() -> 2).limit(20_000).toArray())) {
            Combinations some = Combinations.of(choices(hostile));

            assertThat(some.coverage()).isEqualTo(Combinations.Coverage.PART);
            assertThat(some.rows()).hasSizeBetween(2, 4096);
        }
    }

    @Test
    void of_a_single_choice_each_value_is_taken_once_as_far_as_the_limit() {
        Combinations one = Combinations.of(choices(5000));

        assertThat(one.coverage()).isEqualTo(Combinations.Coverage.PART);
        assertThat(one.rows()).hasSize(4096).doesNotHaveDuplicates();
    }
}
