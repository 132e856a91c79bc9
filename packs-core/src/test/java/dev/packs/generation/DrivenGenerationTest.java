package dev.packs.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import dev.packs.pack.ForEach;
import dev.packs.rendering.FakeVelocity;
import dev.packs.rendering.QueryRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made of the rows of queries. */
class DrivenGenerationTest {

    @TempDir
    Path folder;

    private final Map<String, List<?>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private TestPack pack;
    private BoundGeneration.Options options = BoundGeneration.Options.standard();

    @BeforeEach
    void makePack() {
        pack = new TestPack(folder.resolve("pack"), "model");
        pack.value("suffix", "!").queries = new Answers();
        pack.template("each", "", "[(${row.name})][(${suffix})]")
                .template("each", "[(${row.name})].txt", null, new ForEach("row", "people", true))
                .template("all", "all.txt", "[# th:each=\"p : ${query('people')}\"][(${p.name})] [/]")
                .template("some", "some.txt", "[(${suffix})]")
                .template("some", "some.txt", "query('pets')", null);
        answers.put("people", List.of(Map.of("name", "Jo"), Map.of("name", "Al")));
        answers.put("pets", List.of());
    }

    private final class Answers implements QueryRows {

        @Override
        public Set<String> names() {
            return answers.keySet();
        }

        @Override
        public List<?> rows(String name) {
            asked.add(name);
            List<?> rows = answers.get(name);
            if (rows == null || rows.contains("boom")) {
                throw Problem.at(ProblemCode.QUERY_FAILED, Place.of(name), "boom")
                        .asException();
            }
            return rows;
        }
    }

    private GenerationReport generate() {
        BoundGeneration bound = new BoundGeneration(folder.resolve("out/model"), "key", "packs 1", List.of(), options);
        return new IncrementalGeneration(
                        bound,
                        new PackRendering(
                                List.of(pack.content()),
                                (content, values) -> new PackTemplates(content, values, FakeVelocity::new),
                                () -> {
                                    throw new AssertionError("nothing is to be merged");
                                }))
                .run();
    }

    private List<Problem> problems() {
        return catchThrowableOfType(PacksException.class, this::generate).problems();
    }

    private static List<RelativePath> paths(String... paths) {
        return java.util.Arrays.stream(paths).map(RelativePath::parse).toList();
    }

    @Test
    void every_row_is_a_file_and_all_rows_are_a_list() {
        generate();

        assertThat(TestPack.tree(folder.resolve("out/model")))
                .isEqualTo(Map.of("Jo.txt", "Jo!", "Al.txt", "Al!", "all.txt", "Jo Al "));
    }

    @Test
    void rows_that_did_not_change_render_nothing() {
        generate();
        answers.put("people", List.of(Map.of("name", "Jo"), Map.of("name", "Al")));

        assertThat(generate().renderedTemplates()).isZero();
    }

    @Test
    void a_changed_row_renders_its_file_and_who_asked_for_all() {
        generate();
        answers.put("people", List.of(Map.of("name", "Jo", "age", 7L), Map.of("name", "Al")));

        GenerationReport report = generate();

        assertThat(report.renderedTemplates()).isEqualTo(2);
        assertThat(report.reused()).isEqualTo(paths("Al.txt"));
    }

    @Test
    void rows_that_go_take_their_files_along_and_conditions_are_asked_again() {
        generate();
        answers.put("people", List.of(Map.of("name", "Al")));
        answers.put("pets", List.of(Map.of("name", "Rex")));

        GenerationReport report = generate();

        assertThat(report.deleted()).isEqualTo(paths("Jo.txt"));
        assertThat(report.created()).isEqualTo(paths("some.txt"));
        assertThat(report.replaced()).isEqualTo(paths("all.txt"));
    }

    @Test
    void a_query_that_fails_stops_everything_and_is_told_once() {
        generate();
        answers.put("people", List.of("boom"));

        assertThat(problems()).extracting(Problem::message).containsExactly("boom");
        assertThat(TestPack.tree(folder.resolve("out/model"))).hasSize(3);
        options = new BoundGeneration.Options(true, false);
        assertThat(generate().problems()).hasSize(1);
        assertThat(TestPack.tree(folder.resolve("out/model"))).hasSize(3);
    }

    @Test
    void a_query_that_is_gone_is_an_error_where_it_is_asked() {
        pack.template("all", "all.txt", "[(${suffix})]\n[(${#lists.size(query('peeple'))})]");

        assertThat(problems())
                .extracting(Problem::toString)
                .containsExactly("PACKS-303 model!/templates/all:2:17: there is no query `peeple` here\n"
                        + "  help: did you mean `people`?");
    }

    @Test
    void a_pack_that_asks_nothing_is_not_asked_for() {
        pack.templates.clear();
        pack.template("plain", "plain.txt", "[(${suffix})]");

        generate();
        generate();

        assertThat(asked).isEmpty();
    }
}
