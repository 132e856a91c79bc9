package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.MemoryTree;
import dev.packs.manifest.ManifestReader;
import dev.packs.source.MemorySource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidatePackTest {

    private static final String TEMPLATE =
            "[[templates]]\nname = \"main\"\nsource = \"templates/main.txt\"\noutput = \"main.txt\"\n";
    private static final String VARIABLE =
            "[[variables]]\nname = \"word\"\ntype = \"string\"\ndescription = \"What is said\"\n";

    private static ValidatePack.ValidPack validate(String manifest, MemoryTree files) {
        return new ValidatePack()
                .run(
                        ManifestReader.read(
                                MemorySource.manifest("model", "1.0.0", manifest)
                                        .getBytes(StandardCharsets.UTF_8),
                                "pack.toml"),
                        files);
    }

    private static List<Problem> problems(String manifest, MemoryTree files) {
        return Bench.problems(() -> validate(manifest, files));
    }

    private static MemoryTree files(String template) {
        return new MemoryTree().with("README.md", "# Model\n").with("templates/main.txt", template);
    }

    @Test
    void a_good_pack_is_valid_without_a_warning() {
        ValidatePack.ValidPack valid = validate(VARIABLE + TEMPLATE, files("[(${word})]\n"));

        assertThat(valid.warnings()).isEmpty();
        assertThat(valid.lines()).containsExactly("com.acme:model:1.0.0 is valid: 1 template");
        assertThat(valid.document()).containsEntry("templates", 1);
    }

    @Test
    void what_is_missing_for_readers_is_a_warning() {
        ValidatePack.ValidPack valid =
                validate("[[variables]]\nname = \"word\"\ntype = \"string\"\n", new MemoryTree());

        assertThat(valid.warnings())
                .extracting(Problem::message)
                .containsExactly("the pack has no `README.md`", "the variable `word` has no description");
        assertThat(valid.lines().get(0)).endsWith("0 templates, 2 warnings");
    }

    @Test
    void text_that_looks_like_a_tag_is_a_warning() {
        assertThat(validate(VARIABLE + TEMPLATE, files("[[package]]\n")).warnings())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.LOOKS_LIKE_A_TAG);
    }

    @Test
    void every_error_is_told_at_once_and_with_its_place() {
        List<Problem> problems = problems(
                "[[variables]]\nname = \"early\"\ntype = \"string\"\ndefault = \"${word}\"\ndescription = \"x\"\n"
                        + VARIABLE
                        + TEMPLATE + "when = \"${wrod == 'a'}\"\n"
                        + TEMPLATE.replace("main", "gone")
                        + "[[files]]\nsource = \"nothing/**\"\noutput = \"[(${nowhere})]\"\n",
                files("[(${owrd})]\n"));

        assertThat(problems)
                .extracting(Problem::message)
                .contains(
                        "the variable `word` is not defined here",
                        "the variable `wrod` is not defined here",
                        "the pack has no file `templates/gone.txt`",
                        "the variable `nowhere` is not defined here",
                        "nothing in the pack matches `nothing/**`");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.place()).isPresent());
        assertThat(problems).anySatisfy(problem -> assertThat(problem.help()).contains("did you mean `word`?"));
    }

    @Test
    void an_expression_that_cannot_be_read_is_an_error_at_its_line() {
        assertThat(problems(TEMPLATE + "when = \"${a ==}\"\n", files("x\n")))
                .extracting(Problem::code)
                .contains(ProblemCode.EXPRESSION_SYNTAX);
    }
}
