package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.MemoryTree;
import dev.packs.knowledge.FakeGraphs;
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

    private static final String OTHER =
            "[[templates]]\nname = \"other\"\nsource = \"templates/main.txt\"\noutput = \"other.txt\"\nengine = \"velocity\"\n";

    private static ValidPack validate(String manifest, MemoryTree files) {
        return new ValidatePack(new FakeGraphs())
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
        ValidPack valid = validate(VARIABLE + TEMPLATE, files("[(${word})]\n"));

        assertThat(valid.warnings()).isEmpty();
        assertThat(valid.lines()).containsExactly("com.acme:model:1.0.0 is valid: 1 template");
        assertThat(valid.document()).containsEntry("templates", 1);
    }

    @Test
    void what_is_missing_for_readers_is_a_warning() {
        ValidPack valid = validate("[[variables]]\nname = \"word\"\ntype = \"string\"\n", new MemoryTree());

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
    void a_path_that_reads_a_secret_or_what_is_made_of_one_is_an_error() {
        String secrets = """
                [[variables]]
                name = "tokens"
                type = "list"
                secret = true
                description = "x"

                [[variables]]
                name = "all"
                default = "${#lists.size(tokens) + ''}"
                description = "x"
                """;
        String paths = """
                [[templates]]
                name = "main"
                source = "templates/main.txt"
                output = "[(${token})].txt"
                for_each = "token : tokens"

                [[files]]
                source = "README.md"
                output = "[(${word + all})].md"
                """;

        assertThat(problems(secrets + VARIABLE + paths, files("x\n")))
                .extracting(Problem::toString)
                .satisfiesExactly(
                        one -> assertThat(one)
                                .startsWith("PACKS-604 pack.toml:")
                                .contains("reads `token`"),
                        two -> assertThat(two)
                                .startsWith("PACKS-604 pack.toml:")
                                .contains("reads `all`, which is"));
        assertThat(validate(secrets + TEMPLATE + "when = \"${all != '0'}\"\n", files("x\n"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_template_of_velocity_is_checked_by_its_engine() {
        String velocity = VARIABLE + TEMPLATE + "engine = \"velocity\"\n";

        assertThat(validate(velocity, files("[(${anything})] $word;\n")).warnings())
                .isEmpty();
        assertThat(validate(velocity + OTHER, files("$wrod; $pack;\n")).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).isEqualTo("wrod"));
        assertThat(problems(velocity, files("#boom\n")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.TEMPLATE_SYNTAX);
    }

    @Test
    void an_expression_that_cannot_be_read_is_an_error_at_its_line() {
        assertThat(problems(TEMPLATE + "when = \"${a ==}\"\n", files("x\n")))
                .extracting(Problem::code)
                .contains(ProblemCode.EXPRESSION_SYNTAX);
    }

    @Test
    void every_file_of_the_graph_is_read_and_every_wrong_one_told() {
        List<Problem> problems = problems(
                TEMPLATE.replace("output = \"main", "output = \"[(${row.o})]") + "for_each = \"row : query(all)\"\n"
                        + "[sparql_queries]\nall = \"queries/all.rq\"\nlst = \"queries/lst.rq\"\ngone = \"queries/gone.rq\"\n",
                files("[(${#lists.size(query('lts'))})] [(${#lists.size(query('lst'))})]\n")
                        .with("queries/all.rq", "ASK label")
                        .with("queries/lst.rq", "SELECT label")
                        .with("queries/free.rq", "\nSELEKT")
                        .with("gates/a.rq", "ASK label")
                        .with("shapes/a.ttl", "x")
                        .with("graph/a.ttl", "x"));

        assertThat(problems)
                .extracting(Problem::toString)
                .anyMatch(text ->
                        text.startsWith("PACKS-303 model!/templates/main.txt:1:17: there is no query `lts` here"))
                .anyMatch(text -> text.startsWith("PACKS-309 ") && text.contains("queries/gone.rq"))
                .anyMatch(text -> text.startsWith("PACKS-501 model!/queries/all.rq: the query has no rows"))
                .anyMatch(text -> text.startsWith("PACKS-501 model!/queries/free.rq:2:1: "))
                .anyMatch(text -> text.startsWith("PACKS-501 model!/gates/a.rq: the query has no rows"))
                .anyMatch(text -> text.startsWith("PACKS-506 model!/shapes/a.ttl:1:1: "))
                .anyMatch(text -> text.startsWith("PACKS-504 model!/graph/a.ttl:1:1: "))
                .hasSize(7);
    }

    @Test
    void a_pack_is_held_against_its_own_gates() {
        MemoryTree files = files("")
                .with("gates/odd.rq", "# MESSAGE: odd\nSELECT odd")
                .with("shapes/old.ttl", "old INFO it is old");
        validate(TEMPLATE, files);
        files.with("graph/a.ttl", "shop old yes\n");
        assertThat(validate(TEMPLATE, files).warnings())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.SHAPE_VIOLATED);
        files.with("graph/b.ttl", "shop odd 1\n");
        assertThat(problems(TEMPLATE, files)).extracting(Problem::code).containsExactly(ProblemCode.SHAPE_VIOLATED);
        files.with("queries/free.rq", "SELEKT");
        assertThat(problems(TEMPLATE, files))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.QUERY_INVALID, ProblemCode.SHAPE_VIOLATED);
        files.with("gates/wrong.rq", "ASK label");
        assertThat(problems(TEMPLATE, files))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.QUERY_INVALID, ProblemCode.QUERY_INVALID);
    }

    @Test
    void variables_can_ask_no_query() {
        assertThat(problems(
                        VARIABLE + "when = \"${query('all')}\"\n" + TEMPLATE
                                + "[sparql_queries]\nall = \"queries/all.rq\"\n",
                        files("").with("queries/all.rq", "SELECT label")))
                .extracting(Problem::message)
                .containsExactly("there is no query `all` here");
    }
}
