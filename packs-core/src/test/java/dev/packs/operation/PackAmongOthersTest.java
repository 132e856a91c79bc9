package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.MemoryTree;
import dev.packs.manifest.ManifestReader;
import dev.packs.manifest.ParsedManifest;
import dev.packs.source.MemorySource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackAmongOthersTest {

    private static final String EITHER = """
            [[variables]]
            name = "database"
            type = "string"
            options = ["h2", "mysql"]
            default = "h2"
            description = "x"

            [[variables]]
            name = "audit"
            type = "boolean"
            default = false
            description = "x"

            [[variables]]
            name = "colour"
            type = "boolean"
            default = true
            description = "x"

            """;

    @TempDir
    private Path folder;

    private Bench bench;
    private boolean offline;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    private static String template(String name, String output, String more) {
        return "[[templates]]\nname = \"" + name + "\"\nsource = \"templates/a.txt\"\noutput = \"" + output + "\"\n"
                + more + "\n";
    }

    private ValidPack validate(String manifest) {
        ValidatePack.Judged judged = judge(manifest);
        return judged.pack().orElseThrow(() -> new PacksException(judged.errors()));
    }

    private ValidatePack.Judged judge(String manifest) {
        MemoryTree files = bench.packs
                .pack("judged", "1.0.0", manifest)
                .with("README.md", "# Judged\n")
                .with("templates/a.txt", "a\n");
        ParsedManifest parsed = ManifestReader.read(
                MemorySource.manifest("judged", "1.0.0", manifest).getBytes(StandardCharsets.UTF_8), "pack.toml");
        PackAmongOthers others = new PackAmongOthers(
                bench.library(), bench.prepare(), bench.graphs, new PackAmongOthers.Circumstances(offline, "9.9.9"));
        return new ValidatePack(bench.graphs, others).look(parsed, files);
    }

    private List<Problem> problems(String manifest) {
        return judge(manifest).errors();
    }

    @Test
    void a_pack_without_choices_has_nothing_to_combine() {
        assertThat(validate(template("a", "a.txt", "")).lines())
                .containsExactly(
                        "com.acme:judged:1.0.0 is valid: 1 template",
                        "  files: nothing to combine, no two of one path");
    }

    @Test
    void what_a_pack_needs_is_chosen_once() {
        bench.packs.pack("base", "1.0.0", "");

        ValidPack valid = validate("[[dependencies]]\npack = \"com.acme:base\"\nversion = \"^1.0\"\n");

        assertThat(valid.document()).containsEntry("dependencies", 1);
        assertThat(bench.packs.listed).containsOnlyOnce(Bench.name("base"));
    }

    @Test
    void all_combinations_are_looked_at_and_variables_that_decide_nothing_are_not_combined() {
        ValidPack valid = validate(
                EITHER + template("a", "[(${database})].txt", "when = \"${audit}\"") + template("b", "b.txt", ""));

        assertThat(valid.lines().get(1))
                .isEqualTo("  files: all 8 combinations (4 of what decides about files), no two of one path");
        assertThat(valid.document())
                .extractingByKey("combinations")
                .hasToString("{total=8, tried=4, method=all, deciding=[database, audit]}");
    }

    @Test
    void a_collision_that_only_some_values_lead_to_is_found_and_told_with_those_values() {
        List<Problem> problems = problems(EITHER
                + template("plain", "app.txt", "")
                + template(
                        "other", "[(${database == 'mysql' ? 'app' : 'other'})].txt", "when = \"${audit and colour}\""));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.OUTPUT_COLLISION);
            assertThat(problem.message())
                    .isEqualTo("`app.txt` would be written twice: by the template plain of com.acme:judged:1.0.0 and by"
                            + " the template other of com.acme:judged:1.0.0, where `database` is `mysql` and `audit` is"
                            + " `true`");
            assertThat(problem.place().map(Place::line)).hasValue(35);
        });
    }

    @Test
    void many_choices_are_looked_at_in_pairs_and_a_collision_of_two_is_found() {
        StringBuilder manifest = new StringBuilder();
        for (int i = 0; i < 13; i++) {
            manifest.append("[[variables]]\nname = \"v" + i
                            + "\"\ntype = \"boolean\"\ndefault = false\ndescription = \"x\"\n")
                    .append(template("t" + i, "v" + i + ".txt", "when = \"${v" + i + "}\""));
        }

        assertThat(validate(manifest.toString()).lines().get(1))
                .matches("  files: 1?[0-9] of 8,192 combinations, every pair, no two of one path");
        assertThat(problems(manifest
                        + template("c", "[(${v3 ? 'x' : 'y'})].txt", "")
                        + template("d", "[(${v7 ? 'x' : 'z'})].txt", "")))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .endsWith("where `v3` is `true` and `v7` is `true`");
    }

    @Test
    void more_options_than_can_be_tried_are_told_as_not_checked() {
        StringBuilder options = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            options.append(i == 0 ? "" : ", ").append(i);
        }
        String manifest = "[[variables]]\nname = \"n\"\ntype = \"integer\"\ndefault = 0\ndescription = \"x\"\n"
                + "options = [" + options + "]\n";

        ValidPack valid = validate(manifest + template("a", "a.txt", ""));

        assertThat(valid.lines())
                .contains(
                        "  files: 1 of 5,000 combinations, no two of one path",
                        "  not checked: files: 5,000 combinations are too many to look at every value, and every two"
                                + " together");
        assertThat(valid.document().toString()).contains("method=part");
    }

    @Test
    void a_file_where_another_combination_needs_a_folder_is_one_place_wanted_twice() {
        assertThat(problems(EITHER
                        + template("a", "data", "")
                        + template("b", "data/[(${database})].txt", "when = \"${audit}\"")))
                .extracting(Problem::message)
                .allSatisfy(message ->
                        assertThat(message).contains("would be a file").contains("`audit` is `true`"))
                .hasSize(2);
    }

    @Test
    void files_of_dependencies_belong_to_it_and_an_option_that_they_refuse_is_found() {
        bench.packs
                .pack(
                        "basis",
                        "1.2.0",
                        "[[variables]]\nname = \"database\"\ntype = \"string\"\noptions = [\"h2\"]\ndefault = \"h2\"\n"
                                + template("basis", "basis.txt", ""))
                .with("templates/a.txt", "basis\n");

        List<Problem> problems = problems(EITHER + "[[dependencies]]\npack = \"com.acme:basis\"\nversion = \"^1.0\"\n\n"
                + template("a", "a.txt", ""));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.VARIABLE_INVALID);
            assertThat(problem.message()).contains("mysql").endsWith("where `database` is `mysql`");
        });
    }

    @Test
    void what_a_made_up_value_leads_to_is_only_a_warning() {
        ValidPack valid = validate("[[variables]]\nname = \"code\"\ntype = \"string\"\nrequired = true\n"
                + "pattern = \"[A-Z]{3}/[0-9]{4}\"\ndescription = \"x\"\n"
                + template("a", "[(${code})].txt", ""));

        assertThat(valid.warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.help().orElseThrow())
                        .contains("`code` has neither a default nor an `example`"));
    }

    @Test
    void a_path_that_leaves_the_folder_for_some_value_is_found() {
        assertThat(problems("[[variables]]\nname = \"up\"\ntype = \"boolean\"\ndefault = false\ndescription = \"x\"\n"
                        + template("a", "[(${up ? '..' : 'in'})]/a.txt", "")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.PATH_ESCAPES);
    }

    @Test
    void packs_and_packages_that_nobody_has_are_errors_and_unknown_offline() {
        String package_ = "[[packages]]\nname = \"org.acme:gone\"\nversion = \"1.0\"\n\n";
        String optional = "[[dependencies]]\npack = \"com.acme:ghost\"\nversion = \"1.0.0\"\noptional = true\n\n";

        ValidatePack.Judged judged = judge(package_ + optional + template("a", "a.txt", ""));
        assertThat(judged.errors()).extracting(Problem::code).containsExactly(ProblemCode.PACKAGE_NOT_FOUND);
        assertThat(judged.warnings())
                .extracting(Problem::message)
                .containsExactly("the optional dependency `com.acme:ghost` `1.0.0` is nowhere to be found");
        assertThat(problems("[[dependencies]]\npack = \"com.acme:gone\"\nversion = \"1.0.0\"\n\n"))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.CONFLICT);

        offline = true;
        assertThat(validate(package_ + optional + template("a", "a.txt", "")).lines())
                .anyMatch(line -> line.startsWith("  not checked: packages: offline, "))
                .anyMatch(line -> line.startsWith("  not checked: dependencies: offline, the optional dependency"))
                .anyMatch(line -> line.startsWith("  files: "));
    }

    @Test
    void packages_that_are_there_are_counted() {
        bench.packages.offer("there", "1.0");

        assertThat(validate(
                                "[[packages]]\nname = \"org.example:there\"\nversion = \"1.0\"\ninstall_path = \"vendor\"\n\n"
                                        + template("a", "a.txt", ""))
                        .lines())
                .contains("  needs: 1 package, all found");
    }
}
