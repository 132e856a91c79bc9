package dev.packs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.GraphSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectGraphsTest {

    @TempDir
    Path folder;

    private void write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "a b c");
    }

    private ProjectGraphs find(String... texts) {
        return ProjectGraphs.find(folder, List.of(texts), ProblemCode.DECLARATION_INVALID);
    }

    private List<String> names(String... texts) {
        return find(texts).read().stream().map(GraphSource::name).toList();
    }

    @Test
    void paths_and_patterns_find_each_file_once_and_in_order() throws IOException {
        write("o/b.ttl");
        write("o/a.nt");
        write("o/readme.md");
        write("o/deep/c.owl");

        assertThat(names("o/b.ttl")).containsExactly("o/b.ttl");
        assertThat(names("o/*", "o/b.ttl")).containsExactly("o/a.nt", "o/b.ttl");
        assertThat(names("o/**")).containsExactly("o/a.nt", "o/b.ttl", "o/deep/c.owl");
        assertThat(names("o/*/*.{owl,rdf}")).containsExactly("o/deep/c.owl");
        assertThat(names("*.ttl")).isEmpty();
        assertThat(find().inputs()).isEmpty();
    }

    @Test
    void folders_that_were_searched_are_inputs_even_when_they_are_not_there() throws IOException {
        write("o/deep/c.ttl");

        assertThat(find("o/**/*.ttl").inputs())
                .containsExactly(folder.resolve("o"), folder.resolve("o/deep"), folder.resolve("o/deep/c.ttl"));
        assertThat(find("o/*.ttl").inputs()).containsExactly(folder.resolve("o"));
        assertThat(find("none/*.ttl").inputs()).containsExactly(folder.resolve("none"));
    }

    @Test
    void a_file_outside_of_the_folder_is_named_in_full() throws IOException {
        write("shared.ttl");
        Files.createDirectories(folder.resolve("module"));

        ProjectGraphs found =
                ProjectGraphs.find(folder.resolve("module"), List.of("../shared.ttl"), ProblemCode.DECLARATION_INVALID);

        assertThat(found.inputs()).containsExactly(folder.resolve("shared.ttl"));
        assertThat(found.read().get(0).name())
                .isEqualTo(folder.resolve("shared.ttl").toString());
        assertThat(found.read().get(0).isTrusted()).isTrue();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        List<Problem> problems = catchThrowableOfType(PacksException.class, () -> find("a.ttl", "a.txt", "[*.ttl"))
                .problems();

        assertThat(problems).extracting(Problem::code).containsOnly(ProblemCode.DECLARATION_INVALID);
        assertThat(problems.get(0).message()).isEqualTo("there is no graph file `" + folder.resolve("a.ttl") + "`");
        assertThat(problems.get(1).message()).isEqualTo("`a.txt` is no graph, by the end of its name");
        assertThat(problems.get(2).message()).startsWith("`[*.ttl` is not a pattern for graph files: ");
    }
}
