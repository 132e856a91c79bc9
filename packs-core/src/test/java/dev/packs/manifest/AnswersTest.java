package dev.packs.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.PacksException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final String[] NASTY = {
        "",
        " ",
        "\"",
        "\\",
        "'''",
        "\"\"\"",
        "a\nb",
        "\r\n",
        "\t",
        "# no comment",
        "[x]",
        "${x}",
        "ä€",
        "\uD83D\uDE00",
        "\\u0041",
        "=",
        ",",
        "}"
    };

    private static Answers read(String text) {
        return AnswersReader.read(text.getBytes(StandardCharsets.UTF_8), "answers.toml");
    }

    @Test
    void values_of_one_pack_go_before_common_ones() {
        Answers answers = read("""
                name = "common"
                size = 3
                [for.model]
                name = "mine"
                [[for.model.entities]]
                id = 1
                """);

        assertThat(answers.valuesFor("model"))
                .isEqualTo(Map.of("name", "mine", "size", 3L, "entities", List.of(Map.of("id", 1L))));
        assertThat(answers.valuesFor("other")).isEqualTo(Map.of("name", "common", "size", 3L));
        assertThat(answers.places().of(answers.pathFor("model", "name"))).hasToString("answers.toml:4:8");
        assertThat(answers.places().of(answers.pathFor("other", "name"))).hasToString("answers.toml:1:8");
        assertThat(answers.places().of(answers.pathFor("model", "size"))).hasToString("answers.toml:2:8");
    }

    @Test
    void every_problem_has_the_code_of_answers() {
        assertThatThrownBy(() -> read("for = 1\na = 2026-01-01\n"))
                .isInstanceOfSatisfying(
                        PacksException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(problem -> problem.code().id() + " "
                                        + problem.place().orElseThrow())
                                .containsExactlyInAnyOrder("PACKS-312 answers.toml:1:1", "PACKS-312 answers.toml:2:5"));
        assertThatThrownBy(() -> read("[for]\nmodel = 1\n")).hasMessageStartingWith("PACKS-312 answers.toml:2:1");
        assertThatThrownBy(() -> read("a = \n")).hasMessageStartingWith("PACKS-312 answers.toml:1:");
    }

    @Test
    void lists_of_objects_have_a_line_for_each() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "a \"b\"");
        values.put("absent", null);
        values.put("on", true);
        values.put("entities", List.of(new java.util.TreeMap<>(Map.of("id", 1L, "x y", List.of())), Map.of()));

        assertThat(AnswersWriter.write(values, Map.of("m", Map.of("size", 2L)))).isEqualTo("""
                name = "a \\"b\\""
                on = true
                entities = [
                    { id = 1, "x y" = [] },
                    {},
                ]

                [for.m]
                size = 2
                """);
    }

    @Test
    void a_string_that_could_not_be_read_back_is_refused() {
        assertThatThrownBy(() -> AnswersWriter.write(Map.of("a", List.of(Map.of("b", "x\u001b")))))
                .isInstanceOf(PacksException.class)
                .hasMessageContaining("`a` holds the character U+001B");
    }

    @Test
    void what_is_written_is_read_back() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int run = 0; run < 500; run++) {
            Map<String, Object> values = table(random, 3);
            Map<String, Map<String, Object>> byPack = new LinkedHashMap<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                byPack.put("pack " + i, table(random, 2));
            }
            String text = AnswersWriter.write(values, byPack);
            Answers answers = read(text);
            assertThat(answers.common())
                    .as("seed %s run %s%n%s", seed, run, text)
                    .isEqualTo(values);
            assertThat(answers.byPack())
                    .as("seed %s run %s%n%s", seed, run, text)
                    .isEqualTo(byPack);
            assertThat(AnswersWriter.write(answers.common(), answers.byPack())).isEqualTo(text);
        }
    }

    private static Map<String, Object> table(Random random, int depth) {
        Map<String, Object> table = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            table.put("k" + i + nasty(random), value(random, depth));
        }
        return table;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextGaussian() * 1e20;
            case 3 -> nasty(random);
            case 4 -> table(random, depth - 1);
            default -> list(random, depth - 1);
        };
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(random, depth));
        }
        return list;
    }

    private static String nasty(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(NASTY[random.nextInt(NASTY.length)]);
        }
        return text.toString();
    }
}
