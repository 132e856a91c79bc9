package dev.packs.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.Glob;
import dev.packs.pack.CollisionRule;
import dev.packs.pack.CollisionStrategy;
import dev.packs.pack.PackComposition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs with a {@code [compose]} table, as a dependency of others and in a build. */
class CompositionTest {

    @TempDir
    private Path folder;

    private TestPack one;
    private TestPack other;
    private TestPack stack;

    @BeforeEach
    void two_packs_with_one_file_each_of_the_same_name() {
        one = pack("one").file("files/a.yaml", "1").file("files/b.txt", "1");
        other = pack("other").file("files/a.yaml", "2").file("files/b.txt", "2");
        // The order of the dependencies counts, and not that of the names.
        stack = pack("stack").dependsOn(other).dependsOn(one);
        stack.composition = rules("b.txt", CollisionStrategy.FIRST);
    }

    private TestPack pack(String id) {
        return new TestPack(folder.resolve(id), id);
    }

    private static Optional<PackComposition> rules(String files, CollisionStrategy strategy) {
        return Optional.of(new PackComposition(List.of(new CollisionRule(Glob.parse(files), strategy))));
    }

    private static Map<String, String> files(TestPack... packs) {
        Map<String, String> files = new TreeMap<>();
        List<Problem> problems = TestPack.rendering(packs)
                .render(file ->
                        files.put(file.path().text(), new String(file.content().bytes(), StandardCharsets.UTF_8)));
        assertThat(problems).isEmpty();
        return files;
    }

    @Test
    void the_order_of_the_dependencies_says_which_is_first() {
        assertThat(files(one, other, stack)).containsExactly(Map.entry("a.yaml", "2|1"), Map.entry("b.txt", "2"));
    }

    @Test
    void a_file_of_the_composition_itself_takes_the_place_of_all() {
        stack.file("files/a.yaml", "own");
        assertThat(files(one, other, stack)).containsEntry("a.yaml", "own");
        List<SettledFile> settled = new ArrayList<>();
        TestPack.rendering(one, other, stack).render(file -> {}, settled::add);
        assertThat(settled.get(0).how()).isEqualTo(SettledFile.How.REPLACES);
        assertThat(settled.get(0).dropped()).hasSize(2);
    }

    @Test
    void the_outermost_composition_counts_first_and_the_inner_one_where_that_says_nothing() {
        TestPack outer = pack("outer").dependsOn(stack);
        assertThat(files(one, other, stack, outer)).containsEntry("b.txt", "2");
        outer.composition = rules("*.yaml", CollisionStrategy.LAST);
        assertThat(files(one, other, stack, outer)).containsExactly(Map.entry("a.yaml", "1"), Map.entry("b.txt", "2"));
    }

    @Test
    void a_composition_says_nothing_of_packs_beside_it() {
        TestPack beside = pack("beside").file("files/b.txt", "3");
        TestPack all = pack("all").dependsOn(stack).dependsOn(beside);
        assertThat(TestPack.rendering(one, other, stack, beside, all).render(file -> {}))
                .extracting(Problem::code)
                .contains(ProblemCode.OUTPUT_COLLISION);
    }

    @Test
    void in_a_build_it_is_made_again_and_written_only_if_it_differs() {
        assertThat(generate().created()).hasSize(2);
        GenerationReport again = generate();
        assertThat(again.created()).isEmpty();
        assertThat(again.replaced()).isEmpty();
        one.file("files/a.yaml", "3");
        assertThat(generate().replaced()).extracting(Object::toString).containsExactly("a.yaml");
        assertThat(folder.resolve("out/model/a.yaml")).hasContent("2|3");
    }

    private GenerationReport generate() {
        BoundGeneration bound = new BoundGeneration(
                folder.resolve("out/model"), "key", "packs 1", List.of(), BoundGeneration.Options.standard());
        return new IncrementalGeneration(bound, TestPack.rendering(one, other, stack)).run();
    }
}
