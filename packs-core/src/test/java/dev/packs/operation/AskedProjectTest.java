package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackRef;
import dev.packs.terminal.ScriptedTerminal;
import dev.packs.terminal.ShellText;
import dev.packs.terminal.Terminal;
import dev.packs.variables.DetectedValues;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody is asked before a project is generated, and what becomes of their answers. */
class AskedProjectTest {

    @TempDir
    private Path folder;

    private Bench bench;
    private Optional<String> name = Optional.of("shop");
    private boolean dryRun;

    @BeforeEach
    void write() {
        bench = new Bench(folder);
    }

    /** A pack {@code starter} of these variables, whose answers become its only file. */
    private void pack(String variables, String... names) {
        StringBuilder template = new StringBuilder();
        for (String variable : names) {
            template.append(variable).append("=[(${").append(variable).append(" ?: ''})]\n");
        }
        bench.packs.pack("starter", "1.0.0", variables + """

                        [[templates]]
                        name = "main"
                        source = "templates/main.txt"
                        output = "main.txt"
                        """).with("templates/main.txt", template.toString());
    }

    private GeneratedProject generate(Map<String, String> properties, Optional<Terminal> terminal) {
        Interaction interaction = new Interaction(
                true,
                new Interaction.Hooks.Off(),
                () -> terminal,
                "mvn packs:generate",
                new Interaction.Surroundings(Map.of(), ShellText.POSIX, line -> {}));
        return new GenerateProject(bench.library(), bench.prepare(), bench.use(), bench.engines())
                .run(new GenerateProject.Request(
                        (PackRef.Named) PackRef.parse("starter"),
                        name,
                        folder,
                        Optional.empty(),
                        List.of(),
                        new GenerateProject.Answers(
                                List.of("com.acme"),
                                properties,
                                Optional.empty(),
                                project -> DetectedValues.ofScaffold(
                                        Optional.of(project),
                                        Optional.of("Ann"),
                                        Instant.parse("2026-03-01T10:00:00Z"))),
                        new GenerateProject.Mode(dryRun, false, false, false),
                        interaction));
    }

    private ScriptedTerminal typing(Map<String, String> properties, String... lines) {
        ScriptedTerminal terminal = new ScriptedTerminal(lines);
        generate(properties, Optional.of(terminal));
        assertThat(terminal.left()).isEmpty();
        assertThat(terminal.closed).isTrue();
        return terminal;
    }

    private ScriptedTerminal typing(String... lines) {
        return typing(Map.of("pack", "starter", "name", "shop", "packs.interactive", "true", "else", "1"), lines);
    }

    private String written() {
        return Bench.read(folder.resolve("shop/main.txt"));
    }

    @Test
    void every_kind_of_value_is_asked_for_by_its_kind() {
        pack("""
                [[variables]]
                name = "title"
                description = "What it is called"

                [[variables]]
                name = "database"
                options = ["postgres", "mysql", "h2"]
                default = "postgres"

                [[variables]]
                name = "port"
                type = "integer"
                min = 1024
                example = 8080

                [[variables]]
                name = "rest"
                type = "boolean"
                default = true

                [[variables]]
                name = "tags"
                type = "list"

                [[variables]]
                name = "docs"
                type = "path"
                default = "docs"

                [[variables]]
                name = "level"
                type = "integer"
                options = [3, 2, 1]
                default = 3
                """, "title", "database", "port", "rest", "docs", "level");

        ScriptedTerminal terminal = typing("It's 50% \"off\"", "3", "9000", "n", "a, b", "", "2", "y");

        assertThat(written())
                .isEqualTo("title=It's 50% \"off\"\ndatabase=h2\nport=9000\nrest=false\ndocs=docs\nlevel=2\n");
        assertThat(Bench.read(folder.resolve("shop/.packs/answers.toml"))).contains("tags = [\"a\", \"b\"]");
        assertThat(terminal.seen)
                .contains(
                        "com.acme:starter",
                        "  title: What it is called (may be left empty)",
                        "    1  postgres",
                        "    3  h2",
                        "  database [postgres]> 3",
                        "    for example 8080",
                        "  rest (yes/no) [yes]> n",
                        "    a list: a, b, c",
                        "  docs [docs]> ",
                        "    - 3")
                .contains(
                        "    database  h2",
                        "    tags      a,b",
                        "    docs      docs",
                        "  mvn packs:generate -Dpack=starter -Dname=shop '-Dvar.title=It'\\''s 50% \"off\"' -Dvar.database=h2"
                                + " -Dvar.port=9000 -Dvar.rest=false -Dvar.tags=a,b -Dvar.level=2",
                        "Generate it? (Y/n)> y");
    }

    @Test
    void a_wrong_answer_is_explained_as_the_check_does_and_asked_again() {
        pack("""
                [[variables]]
                name = "port"
                type = "integer"
                min = 1024
                required = true

                [[variables]]
                name = "package"
                pattern = "[a-z.]+"
                example = "com.acme"

                [[variables]]
                name = "rest"
                type = "boolean"
                required = true

                [[variables]]
                name = "docs"
                type = "path"
                """, "port", "package");

        ScriptedTerminal terminal = typing(
                "", "many", "80", "8080", "Com", "a\u001bb", "com.shop", "perhaps", "yes", "../..", "x", "what", "");

        assertThat(written()).isEqualTo("port=8080\npackage=com.shop\n");
        assertThat(terminal.text())
                .contains("needs a value for `port`", "a good value: `1024`")
                .contains("`port` cannot be `many`: it is not an integer")
                .contains("`port` cannot be `80`: it is less than 1024")
                .contains("`package` cannot be `Com`: it does not match `[a-z.]+`\n    a good value: `com.acme`")
                .contains("the answer holds the character U+001B")
                .contains("  rest (yes/no)> perhaps\n    answer yes or no\n  rest (yes/no)> yes")
                .contains("it is no path inside the project")
                .contains("answer yes or no")
                .doesNotContain("-Dvar.port=many", "add `-D");
    }

    @Test
    void secrets_are_named_and_neither_shown_nor_stored() {
        pack("""
                [[variables]]
                name = "token"
                secret = true
                min = 8

                [[variables]]
                name = "key"
                secret = true
                required = true

                [[variables]]
                name = "salt"
                secret = true
                default = "peppered"
                """, "token", "key", "salt");

        ScriptedTerminal terminal =
                typing(Map.of("pack", "starter", "var.key", "given-key"), "short", "correct horse", "", "");

        assertThat(written()).isEqualTo("token=correct horse\nkey=given-key\nsalt=peppered\n");
        assertThat(terminal.text())
                .contains("`token` has a wrong value: it has less than 8 characters", "token  (secret)")
                .contains("add -Dvar.key=…, -Dvar.token=…")
                .contains("  salt (is not shown) [the default]> ")
                .doesNotContain("short", "horse", "given-key", "peppered");
        assertThat(Bench.read(folder.resolve("shop/.packs/answers.toml"))).doesNotContain("horse", "given", "pepper");
    }

    @Test
    void a_secret_object_that_is_mistyped_is_asked_for_again_and_not_repeated() {
        bench.packs.pack("starter", "1.0.0", """
                [[variables]]
                name = "login"
                type = "object"
                secret = true
                fields = [{ name = "user" }, { name = "password" }]

                [[templates]]
                name = "main"
                source = "templates/main.txt"
                output = "main.txt"
                """).with("templates/main.txt", "[(${login?.user})]\n");

        ScriptedTerminal terminal =
                typing("{ user = \"ann\", password = \"horse\"", "{ user = \"ann\", password = \"horse\" }", "");

        assertThat(written()).isEqualTo("ann\n");
        assertThat(terminal.text())
                .contains("  login (is not shown, as TOML)> ", "    that is no TOML of one line")
                .doesNotContain("horse");
    }

    @Test
    void groups_stand_together_conditions_count_and_defaults_are_computed() {
        pack("""
                [[variables]]
                name = "persistent"
                type = "boolean"
                default = false
                group = "Storage"

                [[variables]]
                name = "title"
                default = "shop"

                [[variables]]
                name = "table"
                default = "${title + '_items'}"
                group = "Storage"
                when = "${persistent}"

                [[variables]]
                name = "replica"
                group = "Storage"
                when = "${!persistent}"
                """, "title", "table");

        ScriptedTerminal terminal = typing("yes", "store", "", "");

        assertThat(written()).isEqualTo("title=store\ntable=store_items\n");
        assertThat(terminal.seen)
                .containsSubsequence(
                        "com.acme:starter: Storage",
                        "  persistent (yes/no) [no]> yes",
                        "  title [shop]> store",
                        "  table [store_items]> ");
        assertThat(terminal.text()).doesNotContain("replica");
        assertThat(terminal.seen)
                .contains(
                        "  mvn packs:generate -Dpack=starter -Dname=shop -Dvar.persistent=true" + " -Dvar.title=store");
    }

    @Test
    void objects_are_asked_for_field_by_field_and_go_to_a_file() {
        pack("""
                [[variables]]
                name = "entities"
                type = "list"
                min = 1
                items = { type = "object", fields = [
                    { name = "name", required = true, pattern = "[A-Z][a-z]+" },
                    { name = "size", type = "integer", default = 1 },
                ] }

                [[variables]]
                name = "owner"
                type = "object"
                fields = [{ name = "mail" }]

                [[variables]]
                name = "extra"
                type = "list"
                items = { type = "list" }

                [[variables]]
                name = "limits"
                type = "object"
                fields = [{ name = "most", type = "integer" }]
                default = { most = 3 }
                """);

        ScriptedTerminal terminal = typing(
                "y", "", "order", "", "Order", "", "y", "Item", "x", "7", "n", "n", "[ a", "[[\"a\", \"b\"]]", "", "");

        assertThat(Bench.read(folder.resolve("shop/.packs/answers.toml")))
                .contains("{ name = \"Order\", size = 1 }", "{ name = \"Item\", size = 7 }", "extra = [[\"a\", \"b\"]]")
                .contains("limits = { most = 3 }")
                .doesNotContain("owner");
        assertThat(terminal.text())
                .contains("entities: add an item? (Y/n)> ")
                .contains("`name` cannot be `order`: it does not match", "`name` needs a value")
                .contains("entities[1].size [1]> 7", "owner: say something? (y/N)> n", "limits: take this? (Y/n)> ")
                .contains(
                        "  mvn packs:generate -Dpack=starter -Dname=shop -Dpacks.answers=answers.toml",
                        "where `answers.toml` holds:",
                        "  entities = [")
                .contains("  extra = [[\"a\", \"b\"]]");
    }

    @Test
    void nothing_is_written_where_somebody_does_not_agree() {
        pack("[[variables]]\nname = \"a\"\n", "a");
        ScriptedTerminal no = new ScriptedTerminal("x", "no");

        assertThat(Bench.problems(() -> generate(Map.of(), Optional.of(no))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.ASKING_ENDED);
                    assertThat(problem.message()).contains("nothing was written");
                });
        assertThat(folder.resolve("shop")).doesNotExist();
        assertThat(no.closed).isTrue();
    }

    @Test
    void nothing_is_written_where_the_input_ends() {
        pack("[[variables]]\nname = \"a\"\nrequired = true\n\n[[variables]]\nname = \"b\"\n", "a");

        assertThat(Bench.codes(() -> generate(Map.of(), Optional.of(new ScriptedTerminal("x")))))
                .containsExactly(ProblemCode.ASKING_ENDED);
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void what_was_given_is_not_asked_for_and_what_is_wrong_with_it_comes_before_the_first_question() {
        pack("""
                [[variables]]
                name = "a"

                [[variables]]
                name = "port"
                type = "integer"

                [[variables]]
                name = "author"

                [[variables]]
                name = "year"
                """, "a", "port", "author", "year");
        ScriptedTerminal nothing = new ScriptedTerminal();

        assertThat(Bench.codes(() -> generate(Map.of("var.port", "x"), Optional.of(nothing))))
                .containsExactly(ProblemCode.VARIABLE_INVALID);
        assertThat(Bench.codes(() -> generate(Map.of("var.prot", "1"), Optional.of(nothing))))
                .containsExactly(ProblemCode.VARIABLE_UNKNOWN);
        assertThat(nothing.seen).isEmpty();

        ScriptedTerminal terminal = typing(Map.of("pack", "starter", "var.port", "1"), "x", "", "");
        assertThat(written()).isEqualTo("a=x\nport=1\nauthor=Ann\nyear=2026\n");
        assertThat(terminal.seen)
                .contains(
                        "  author [Ann]> ",
                        "  mvn packs:generate -Dpack=starter -Dvar.port=1 -Dvar.a=x -Dvar.author=Ann");
    }

    @Test
    void the_name_is_asked_for_until_it_can_be_a_folder() {
        name = Optional.empty();
        pack("[[variables]]\nname = \"project_name\"\n", "project_name");

        ScriptedTerminal terminal = typing(Map.of("pack", "starter"), "a/b", "shop", "");

        assertThat(written()).isEqualTo("project_name=shop\n");
        assertThat(terminal.text())
                .contains("Name of the project, and of its folder [starter]> a/b", "it has a `/`")
                .contains("  mvn packs:generate -Dpack=starter -Dname=shop\n");
    }

    @Test
    void a_name_that_a_pack_refuses_is_asked_for_again() {
        name = Optional.empty();
        bench.packs.pack("base", "1.0.0", """
                [[variables]]
                name = "project_name"
                pattern = "[a-z-]+"
                example = "my-shop"
                """).with("files/base", "\n");
        pack("""
                [[dependencies]]
                pack = "com.acme:base"
                version = "*"

                [[variables]]
                name = "colour"
                """, "colour");

        ScriptedTerminal terminal = typing(Map.of("pack", "starter"), "MyShop", "shop", "red", "");

        assertThat(written()).isEqualTo("colour=red\n");
        assertThat(folder.resolve("MyShop")).doesNotExist();
        assertThat(terminal.text())
                .contains("`project_name` cannot be `MyShop`: it does not match `[a-z-]+`\n    a good value: `my-shop`")
                .contains("  mvn packs:generate -Dpack=starter -Dname=shop -Dvar.colour=red\n");

        name = Optional.of("MyShop");
        ScriptedTerminal nothing = new ScriptedTerminal();
        assertThat(Bench.problems(() -> generate(Map.of(), Optional.of(nothing))))
                .singleElement()
                .asString()
                .startsWith("PACKS-305 -Dname: `project_name` cannot be `MyShop`");
        assertThat(nothing.seen).isEmpty();
    }

    @Test
    void packs_that_need_each_other_ask_once_and_strangers_each_for_themselves() {
        for (String id : List.of("left", "right")) {
            bench.packs.pack(id, "1.0.0", """
                    [[variables]]
                    name = "colour"

                    [[variables]]
                    name = "port"
                    type = "integer"
                    default = 1
                    """).with("files/" + id, "\n");
        }
        pack("""
                [[dependencies]]
                pack = "com.acme:left"
                version = "*"

                [[dependencies]]
                pack = "com.acme:right"
                version = "*"

                [[variables]]
                name = "colour"
                """, "colour");

        ScriptedTerminal terminal = typing("red", "2", "", "");

        assertThat(terminal.text()).containsOnlyOnce("  colour> ");
        assertThat(terminal.seen)
                .anyMatch(line -> line.matches(
                        "  mvn packs:generate -Dpack=starter -Dname=shop -Dvar.colour=red -Dvar.(left|right).port=2"));
    }

    @Test
    void a_plan_shows_the_command_and_asks_for_no_agreement() {
        dryRun = true;
        pack("[[variables]]\nname = \"a\"\n", "a");

        assertThat(typing("x").text()).contains("-Dvar.a=x").doesNotContain("Generate it?");
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void without_a_terminal_defaults_count_and_that_is_told() {
        pack("[[variables]]\nname = \"a\"\ndefault = \"d\"\n", "a");

        GeneratedProject project = generate(Map.of(), Optional.empty());

        assertThat(written()).isEqualTo("a=d\n");
        assertThat(project.warnings()).extracting(Problem::code).containsExactly(ProblemCode.NOBODY_TO_ASK);
        assertThat(Bench.codes(() -> generate(Map.of("var.b", "x"), Optional.empty())))
                .containsExactly(ProblemCode.VARIABLE_UNKNOWN, ProblemCode.NOBODY_TO_ASK);
    }
}
