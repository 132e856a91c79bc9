package dev.packs.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.LimitName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catalogues that somebody made with intent, and damaged ones. */
class HostileCatalogTest {

    private static final byte[] GOOD = Shop.catalog(Shop.three());
    private static final String TEXT = Shop.text(GOOD);

    private static List<Problem> problems(byte[] file, GraphLimits limits) {
        PacksException refused =
                catchThrowableOfType(PacksException.class, () -> CatalogReader.read(file, "market", limits));
        assertThat(refused).as("it was read").isNotNull();
        return refused.problems();
    }

    private static List<Problem> problems(String text) {
        return problems(Shop.packed(text), GraphLimits.standard());
    }

    private static String with(String pattern, String replacement) {
        String changed = TEXT.replaceFirst(pattern, Matcher.quoteReplacement(replacement));
        assertThat(changed).isNotEqualTo(TEXT);
        return changed;
    }

    /** The line of a term, in place of another that sorts alike. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "packs-catalog 1 | packs-catalog 2 | 1 | does not begin with `packs-catalog 1`",
                "vocabulary 1.0.0 | vocabulary 1.1.0 | 2 | the vocabulary is not",
                "vocabulary 1.0.0 | vocabulary 0.9.0 | 2 | the vocabulary is not",
                "packs 3 | packs three | 3 | here has to be `packs`",
                "packs 3 | packs 03 | 3 | here has to be `packs`",
                "packs 3 | packs 999999999 | 3 | there is no room",
                "com.acme:base:2.0.0 | com.acme:base:2.0 | 4 | this is not a pack",
                "com.acme:base:2.0.0 | ../../etc:base:2.0.0 | 4 | this is not a pack",
                "com.acme:base:2.0.0 | com.acme:zoo:2.0.0 | 5 | does not come after",
                "sha256:[0-9a-f]{64} | sha256:00 | 4 | this is not a pack",
                "\"2.0.0\" | 2.0.0 | 0 | neither an IRI nor a literal",
                "\"2.0.0\" | \"2.0.0\"@en | 0 | a literal of a description is plain",
                "\"2.0.0\" | \"2.0.0\"^^<http://www.w3.org/2001/XMLSchema#dateTime> | 0 | a literal of a description is plain",
                "\"false\"\\^\\^ | \"falsa\"^^ | 0 | none of its datatype",
                "\"2.0.0\" | \"2.0\\t0\" | 0 | are escaped",
                "\"2.0.0\" | \"2.0\u001b0\" | 0 | control character",
                "\"2.0.0\" | \"2.0\u202e0\" | 0 | U+202E",
                "<https://packs.dev/ns#Pack> | <file:///etc/passwd> | 0 | the IRI is not one of",
                "<https://packs.dev/ns#Pack> | <https://packs.dev/ns Pack> | 0 | a character that none may have",
                "<https://packs.dev/ns#Pack> | <https://packs.dev/n | 0 | the IRI is not one of",
                "<https://packs.dev/ns#category> | <https://packs.dev/ns#catharsis> | 0 | is no property",
                "<https://packs.dev/package/org.example/css> | <https://packs.dev/packagf/org.example/css> | 0 | cannot be the subject",
                "packs 3\\ncom.acme:base:[^\\n]*\\n | packs 2\\n | 0 | no such pack is listed",
            })
    void what_is_not_in_the_format_is_refused_with_its_line(
            String pattern, String replacement, int line, String message) {
        List<Problem> problems = problems(with(pattern.replace("\\n", "\n"), replacement.replace("\\n", "\n")));
        assertThat(problems).allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CATALOG_INVALID));
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.message()).contains(message);
            assertThat(problem.place().orElseThrow().file()).isEqualTo("market");
            if (line > 0) {
                assertThat(problem.place().orElseThrow().line()).isEqualTo(line);
            }
        });
    }

    @Test
    void a_pack_that_is_listed_is_described() {
        String more = with("packs 3\n", "packs 4\ncom.acme:aaa:1.0.0 sha256:" + "0".repeat(64) + "\n");
        assertThat(problems(more))
                .extracting(Problem::message)
                .containsExactly("nothing is said of `https://packs.dev/pack/com.acme/aaa/1.0.0`");
    }

    @Test
    void several_faults_are_told_at_once_and_not_without_end() {
        String all = TEXT.replaceAll("(?m)^(com\\.acme:\\S+) .*$", "$1 nothing");
        assertThat(problems(all)).hasSize(3);
        assertThat(problems(TEXT.replaceAll("(?m)^\"(.*)\"$", "$1"))).hasSize(21);
    }

    @Test
    void triples_that_are_no_triples_are_refused() {
        int start = TEXT.indexOf("\n", TEXT.indexOf("\ntriples ") + 1) + 1;
        String head = TEXT.substring(0, start);
        String[] lines = TEXT.substring(start).split("\n");
        for (String wrong : List.of(
                "x",
                "",
                "1",
                "1 2",
                "1 2 ",
                "1 2 3,",
                "1 2 3,3",
                "1 2 3 2 4",
                "01 2 3",
                "1  2 3",
                "1 2 3 ",
                "1 2 999999999",
                "9999999999 1 1",
                "-1 2 3",
                "1 2 3;4")) {
            String[] changed = lines.clone();
            changed[0] = wrong;
            assertThat(problems(head + String.join("\n", changed) + "\n"))
                    .as(wrong)
                    .extracting(Problem::code)
                    .containsOnly(ProblemCode.CATALOG_INVALID);
        }
        assertThat(problems(TEXT + "1 2 3\n"))
                .extracting(Problem::message)
                .containsExactly("the file goes on after its end");
    }

    @Test
    void a_file_that_ends_too_early_says_so() {
        byte[] whole = Shop.packed(TEXT.getBytes(StandardCharsets.UTF_8));
        for (int length : List.of(0, 5, whole.length / 2)) {
            assertThatThrownBy(() -> Shop.read(Arrays.copyOf(whole, length)))
                    .hasMessageContaining("the file is no catalogue, or not the whole of one: ")
                    .hasMessageNotContaining("null");
        }
    }

    @Test
    void nothing_that_is_cut_off_or_changed_is_taken_for_a_catalogue_or_breaks_the_reader() {
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(3);
        for (int round = 0; round < 400; round++) {
            byte[] changed = text.clone();
            if (round % 2 == 0) {
                changed = Arrays.copyOf(text, random.nextInt(text.length));
            } else {
                for (int n = 1 + random.nextInt(3); n > 0; n--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
            }
            byte[] file = Shop.packed(changed);
            try {
                Catalog read = Shop.read(file);
                assertThat(Shop.statements(read)).hasSize(read.triples().size());
            } catch (PacksException refused) {
                assertThat(refused.problems()).extracting(Problem::code).containsOnly(ProblemCode.CATALOG_INVALID);
            }
        }
    }

    @Test
    void what_is_no_gzip_is_refused() {
        for (byte[] file :
                List.of(new byte[0], TEXT.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(GOOD, GOOD.length / 2))) {
            List<Problem> problems = problems(file, GraphLimits.standard());
            assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.CATALOG_INVALID);
            assertThat(problems.get(0).help().orElseThrow()).contains("packs:catalog");
        }
    }

    @Test
    void a_bomb_is_unpacked_no_further_than_allowed() {
        byte[] bomb = Shop.packed(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(100_000);
        Problem problem =
                problems(bomb, Shop.limits(LimitName.CATALOG_BYTES, 1_000_000)).get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.CATALOG_TOO_LARGE);
        assertThat(problem.help().orElseThrow()).contains("-Dpacks.limits.catalogBytes=2000000");
    }

    @Test
    void a_line_is_bounded() {
        String endless =
                "packs-catalog 1\nvocabulary 1.0.0\npacks 0\nterms 1\n\"" + "x".repeat(1 << 20) + "\"\ntriples 0\n";
        assertThat(problems(endless))
                .extracting(Problem::message)
                .containsExactly("the line is longer than 524288 bytes");
        assertThat(problems("x".repeat(5000)))
                .extracting(Problem::message)
                .containsExactly("the line is longer than 1024 bytes");
    }

    @Test
    void triples_are_counted_before_they_are_read() {
        Problem problem =
                problems(GOOD, Shop.limits(LimitName.GRAPH_TRIPLES, 10)).get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.GRAPH_TOO_MANY_TRIPLES);
    }

    @Test
    void a_catalogue_of_nothing_is_one() {
        assertThat(Shop.read(Shop.catalog(List.of())).entries()).isEmpty();
    }
}
