package dev.packs.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackVariablesTest {

    private static final PackName WEB = new PackName("com.acme", "web");
    private static final PackName BASE = new PackName("com.acme", "base");

    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<ValueLayer> layers = new ArrayList<>();
    private DetectedValues detected = DetectedValues.none();

    private static PackManifest web(String variables) {
        return pack("web", variables);
    }

    /** @param rest the manifest below its first table, with semicolons for line ends */
    private static PackManifest pack(String id, String rest) {
        String text = """
                [pack]
                group = "com.acme"
                id = "%s"
                version = "1.0.0"
                name = "A pack"
                description = "d"
                category = "web"
                license = "Apache-2.0"
                """.formatted(id);
        return ManifestReader.read((text + rest.replace("; ", "\n")).getBytes(StandardCharsets.UTF_8), "pack.toml")
                .manifest();
    }

    private ResolvedVariables resolve(PackManifest... packs) {
        return of(packs[packs.length - 1].id().name(), resolveAll(packs));
    }

    private static ResolvedVariables of(PackName pack, Map<PackName, ResolvedVariables> all) {
        return Objects.requireNonNull(all.get(pack));
    }

    private Map<PackName, ResolvedVariables> resolveAll(PackManifest... packs) {
        GivenValues given = new GivenValues("model", new CommandLineValues(properties), layers, detected);
        return new PackVariables(List.of(packs), given, new PackExpressions(Place.of("pack.toml"))).resolve();
    }

    private List<Problem> problems(PackManifest... packs) {
        return catchThrowableOfType(PacksException.class, () -> resolve(packs)).problems();
    }

    private void pom(String name, String value) {
        layers.add(new ValueLayer(
                ValueSource.POM,
                Map.of(name, GivenValue.text(value, Place.of("pom: <packs>/<pack model>/variables/" + name)))));
    }

    private void answers(String name, Object value) {
        layers.add(new ValueLayer(
                ValueSource.ANSWERS_FILE, Map.of(name, GivenValue.typed(value, new Place("answers.toml", 3, 1)))));
    }

    private void saved(String name, Object value) {
        layers.add(new ValueLayer(
                ValueSource.SAVED_ANSWERS, Map.of(name, GivenValue.typed(value, Place.of(".packs/answers.toml")))));
    }

    private static final String PORT = "[[variables]]; name = \"port\"; type = \"integer\"; min = 1024; max = 65535; ";

    @Test
    void each_layer_hides_the_ones_below_it() {
        PackManifest pack = web(PORT + "default = 8000; ");
        assertThat(resolve(pack).values()).containsEntry("port", 8000L);
        saved("port", 8001L);
        assertThat(resolve(pack).values()).containsEntry("port", 8001L);
        layers.clear();
        pom("port", "8002");
        saved("port", 8001L);
        assertThat(resolve(pack).values()).containsEntry("port", 8002L);
        layers.clear();
        answers("port", 8003L);
        pom("port", "8002");
        assertThat(resolve(pack).values()).containsEntry("port", 8003L);
        properties.put("var.port", "8004");
        assertThat(resolve(pack).values()).containsEntry("port", 8004L);
        properties.put("var.web.port", "8005");
        assertThat(resolve(pack).values()).containsEntry("port", 8005L);
        properties.put("var.model.port", "8006");
        ResolvedVariables resolved = resolve(pack);
        assertThat(resolved.values()).containsEntry("port", 8006L);
        assertThat(resolved.sources()).containsEntry("port", ValueSource.COMMAND_LINE_SCOPED);
    }

    @Test
    void every_problem_is_reported_at_once_in_its_place() {
        properties.put("var.port", "80a");
        pom("datbase", "h2");
        answers("tags", List.of(1L, "b"));
        PackManifest pack = web(PORT + "[[variables]]; name = \"database\"; type = \"string\"; default = \"h2\"; "
                + "[[variables]]; name = \"tags\"; type = \"list\"; items = { type = \"string\" }; required = true; "
                + "[[variables]]; name = \"owner\"; type = \"string\"; required = true; example = \"Jo Doe\"; ");
        assertThat(problems(pack).stream().map(Problem::toString))
                .containsExactlyInAnyOrder(
                        "PACKS-306 pom: <packs>/<pack model>/variables/datbase: no pack here has a variable `datbase`\n"
                                + "  help: did you mean `database`?",
                        "PACKS-305 -Dvar.port: `port` cannot be `80a`: it is not an integer\n"
                                + "  help: a good value: `1024`",
                        "PACKS-305 answers.toml:3:1: `tags[0]` cannot be `1`: it is not a string\n"
                                + "  help: a good value: `tags = \"…\"`",
                        "PACKS-304 `com.acme:web` needs a value for `owner`\n"
                                + "  help: add `<owner>Jo Doe</owner>` to its `<variables>` in the pom");
    }

    @Test
    void integers_and_booleans_are_read_strictly() {
        PackManifest pack = web("[[variables]]; name = \"n\"; type = \"integer\"; "
                + "[[variables]]; name = \"b\"; type = \"boolean\"; ");
        for (String wrong : List.of("+1", " 1", "1.0", "007", "-", "", "0x1", "9223372036854775808", "-0")) {
            properties.put("var.n", wrong);
            assertThat(problems(pack)).as(wrong).hasSize(1);
        }
        properties.put("var.n", "-9223372036854775808");
        assertThat(resolve(pack).values()).containsEntry("n", Long.MIN_VALUE);
        properties.put("var.n", "0");
        assertThat(resolve(pack).values()).containsEntry("n", 0L);
        for (String wrong : List.of("yes", "TRUE", "1", "")) {
            properties.put("var.b", wrong);
            assertThat(problems(pack)).as(wrong).hasSize(1);
        }
        properties.put("var.b", "false");
        assertThat(resolve(pack).values()).containsEntry("b", false);
    }

    @Test
    void a_list_of_scalars_is_given_with_commas() {
        PackManifest pack = web("[[variables]]; name = \"ports\"; type = \"list\"; items = { type = \"integer\" }; ");
        properties.put("var.ports", "1, 2,3");
        assertThat(resolve(pack).values()).containsEntry("ports", List.of(1L, 2L, 3L));
        properties.put("var.ports", "");
        assertThat(resolve(pack).values()).containsEntry("ports", List.of());
        properties.put("var.ports", "1,,3");
        assertThat(problems(pack))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("`ports[1]`"));
    }

    private static final String ENTITIES = "[[variables]]; name = \"entities\"; type = \"list\"; required = true; "
            + "items = { type = \"object\", fields = [ { name = \"name\", type = \"string\", required = true, pattern = \"[A-Z][a-z]*\", example = \"Order\" },"
            + " { name = \"table\", type = \"string\", default = \"none\" } ] }; ";

    @Test
    void objects_are_checked_field_by_field_and_completed() {
        answers("entities", List.of(Map.of("name", "Order")));
        assertThat(resolve(web(ENTITIES)).values())
                .containsEntry("entities", List.of(Map.of("name", "Order", "table", "none")));
        layers.clear();
        answers("entities", List.of(Map.of("nmae", "Order"), Map.of("name", "order")));
        assertThat(problems(web(ENTITIES)).stream().map(Problem::message))
                .containsExactlyInAnyOrder(
                        "`entities[0].name` is missing",
                        "`entities[0]` has no field `nmae`",
                        "`entities[1].name` cannot be `order`: it does not match `[A-Z][a-z]*`");
    }

    @Test
    void a_list_of_objects_on_the_command_line_is_answered_with_the_file_form() {
        properties.put("var.entities", "Order");
        assertThat(problems(web(ENTITIES)).get(0).help().orElse(""))
                .contains("`entities = [{ name = \"Order\" }]` in a file that `-Dpacks.answers` names");
        properties.clear();
        assertThat(problems(web(ENTITIES)).get(0).help().orElse(""))
                .isEqualTo(
                        "write `entities = [{ name = \"Order\" }]` into a file and add `-Dpacks.answers=<that file>`");
    }

    @Test
    void options_bounds_and_paths_are_checked() {
        PackManifest pack = web(PORT
                + "[[variables]]; name = \"db\"; type = \"string\"; options = [\"postgres\", \"h2\"]; "
                + "[[variables]]; name = \"code\"; type = \"string\"; min = 2; max = 3; "
                + "[[variables]]; name = \"folder\"; type = \"path\"; ");
        properties.put("var.port", "80");
        properties.put("var.db", "postgress");
        properties.put("var.code", "abcd");
        properties.put("var.folder", "../x");
        assertThat(problems(pack).stream()
                        .map(problem ->
                                problem.message() + " | " + problem.help().orElse("")))
                .containsExactly(
                        "`port` cannot be `80`: it is less than 1024 | a good value: `1024`",
                        "`db` cannot be `postgress`: it is not an option | did you mean `postgres`? The options are `postgres`, `h2`",
                        "`code` cannot be `abcd`: it has more than 3 characters | a good value: `…`",
                        "`folder` cannot be `../x`: it is no path inside the project (it has the segment `..`) | a good value: `some/folder`");
    }

    @Test
    void defaults_are_expressions_over_the_variables_before() {
        PackManifest pack = web("[[variables]]; name = \"group\"; type = \"string\"; default = \"com.acme\"; "
                + "[[variables]]; name = \"package\"; type = \"string\"; default = \"${group + '.app'}\"; ");
        assertThat(resolve(pack).values()).containsEntry("package", "com.acme.app");
        properties.put("var.group", "org.x");
        assertThat(resolve(pack).values()).containsEntry("package", "org.x.app");
    }

    @Test
    void what_depends_on_a_wrong_value_is_not_reported_too() {
        PackManifest pack = web(PORT + "[[variables]]; name = \"next\"; type = \"integer\"; default = \"${port + 1}\"; "
                + "[[variables]]; name = \"after\"; type = \"integer\"; required = true; when = \"${next > 1}\"; ");
        properties.put("var.port", "x");
        assertThat(problems(pack)).hasSize(1);
    }

    @Test
    void a_variable_whose_when_is_false_has_its_default_or_null_and_a_value_for_it_is_a_warning() {
        PackManifest pack = web("[[variables]]; name = \"auth\"; type = \"boolean\"; default = false; "
                + "[[variables]]; name = \"issuer\"; type = \"string\"; required = true; when = \"${auth}\"; "
                + "[[variables]]; name = \"hours\"; type = \"integer\"; default = 8; when = \"${auth}\"; ");
        properties.put("var.issuer", "me");
        properties.put("var.hours", "9");
        ResolvedVariables resolved = resolve(pack);
        assertThat(resolved.values()).containsEntry("issuer", null).containsEntry("hours", 8L);
        assertThat(resolved.warnings()).hasSize(2);
        properties.clear();
        properties.put("var.auth", "true");
        assertThat(problems(pack))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.VARIABLE_MISSING));
    }

    @Test
    void a_secret_is_in_no_message() {
        PackManifest pack = web("[[variables]]; name = \"token\"; type = \"string\"; secret = true; min = 10; "
                + "options = [\"aaaaaaaaaaaa\"]; "
                + "[[variables]]; name = \"pin\"; type = \"integer\"; secret = true; ");
        properties.put("var.token", "hunter2");
        properties.put("var.pin", "hunter3");
        assertThat(problems(pack).toString())
                .doesNotContain("hunter")
                .contains("token")
                .contains("pin");
        properties.put("var.token", "aaaaaaaaaaaa");
        properties.put("var.pin", "77");
        ResolvedVariables resolved = resolve(pack);
        assertThat(resolved.values()).containsEntry("pin", 77L);
        assertThat(resolved.shown()).isEmpty();
        assertThat(resolved.toString() + new CommandLineValues(properties))
                .doesNotContain("77")
                .doesNotContain("aaaa");
    }

    @Test
    void what_is_made_of_a_secret_is_secret_in_all_packs() {
        PackManifest base = pack(
                "base",
                "[[variables]]; name = \"url\"; type = \"string\"; "
                        + "[[variables]]; name = \"link\"; default = \"${url + '/x'}\"; "
                        + "[[variables]]; name = \"plain\"; default = \"token\"; ");
        PackManifest web = web("[[dependencies]]; pack = \"com.acme:base\"; version = \"^1.0\"; "
                + "[[variables]]; name = \"token\"; type = \"string\"; secret = true; "
                + "[[variables]]; name = \"conn\"; default = \"${'jdbc:' + token}\"; "
                + "[[variables]]; name = \"url\"; default = \"${conn + '/'}\"; ");
        properties.put("var.token", "hunter2");

        Map<PackName, ResolvedVariables> all = resolveAll(base, web);

        assertThat(of(WEB, all).values()).containsEntry("url", "jdbc:hunter2/");
        assertThat(of(WEB, all).secrets()).containsExactly("conn", "token", "url");
        assertThat(of(BASE, all).values()).containsEntry("link", "jdbc:hunter2//x");
        assertThat(of(BASE, all).shown()).containsOnlyKeys("plain");
    }

    @Test
    void what_a_pack_decides_counts_for_the_packs_it_depends_on() {
        PackManifest base = pack(
                "base",
                "[[variables]]; name = \"java\"; type = \"integer\"; default = 17; "
                        + "[[variables]]; name = \"token\"; type = \"string\"; ");
        PackManifest web = web("[[dependencies]]; pack = \"com.acme:base\"; version = \"^1.0\"; "
                + "[[variables]]; name = \"java\"; type = \"integer\"; default = 21; "
                + "[[variables]]; name = \"token\"; type = \"string\"; secret = true; ");
        properties.put("var.token", "x");
        Map<PackName, ResolvedVariables> all = resolveAll(base, web);
        assertThat(of(BASE, all).values()).containsEntry("java", 21L);
        assertThat(of(BASE, all).sources()).containsEntry("java", ValueSource.DEPENDING_PACK);
        assertThat(of(BASE, all).secrets()).containsExactly("token");
        properties.put("var.base.java", "11");
        assertThat(of(BASE, resolveAll(base, web)).values()).containsEntry("java", 11L);
        assertThat(of(WEB, resolveAll(base, web)).values()).containsEntry("java", 21L);
    }

    private static final String PACKAGE =
            "[[variables]]; name = \"package\"; required = true; pattern = \"[a-z.]+\"; example = \"com.%s\"; ";

    @Test
    void what_is_missing_or_wrong_in_a_pack_is_not_told_again_of_those_below_it() {
        PackManifest base = pack("base", PACKAGE.formatted("base"));
        PackManifest web =
                web("[[dependencies]]; pack = \"com.acme:base\"; version = \"^1.0\"; " + PACKAGE.formatted("web"));

        assertThat(problems(base, web))
                .singleElement()
                .asString()
                .contains("`com.acme:web` needs a value for `package`");
        properties.put("var.package", "Foo");
        assertThat(problems(base, web))
                .singleElement()
                .asString()
                .contains("cannot be `Foo`", "a good value: `com.web`");
        assertThat(problems(base, web(PACKAGE.formatted("web")))).hasSize(2);
        properties.put("var.base.package", "Bar");
        assertThat(problems(base, web)).hasSize(2);
    }

    @Test
    void what_is_missing_is_asked_for_where_it_would_be_written() {
        PackManifest pack = web(
                PACKAGE.formatted("web")
                        + "[[variables]]; name = \"token\"; required = true; secret = true; "
                        + "[[variables]]; name = \"parts\"; required = true; type = \"list\"; items = { type = \"object\", fields = [{ name = \"a\" }] }; ");
        assertThat(problems(pack))
                .extracting(problem -> problem.help().orElseThrow())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("add `-Dvar.package=com.web`"),
                        secret -> assertThat(secret)
                                .isEqualTo("write `token = \"…\"` into a file that only you can read, and add"
                                        + " `-Dpacks.answers=<that file>`"),
                        file -> assertThat(file).contains("into a file and add `-Dpacks.answers=<that file>`"));
        layers.add(new ValueLayer(ValueSource.POM, Map.of()));
        assertThat(problems(pack))
                .extracting(problem -> problem.help().orElseThrow())
                .satisfiesExactly(
                        element -> assertThat(element)
                                .isEqualTo("add `<package>com.web</package>` to its `<variables>` in the pom"),
                        secret -> assertThat(secret).contains("a file that only you can read"),
                        file -> assertThat(file).contains("into a file and name it in its `<answers>` in the pom"));
    }

    private static final String YEAR = "[[variables]]; name = \"year\"; type = \"integer\"; required = true; ";

    @Test
    void times_of_a_build_come_from_the_output_timestamp_or_are_an_error() {
        detected = DetectedValues.ofBuild(Optional.of("app"), Optional.empty(), Optional.empty());
        assertThat(problems(web(YEAR))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.TIME_NOT_REPRODUCIBLE);
            assertThat(problem.help().orElse("")).contains("<project.build.outputTimestamp>");
        });
        detected = DetectedValues.ofBuild(
                Optional.of("app"), Optional.empty(), Optional.of(Instant.parse("2031-01-01T00:00:00Z")));
        assertThat(resolve(web(YEAR)).values()).containsEntry("year", 2031L);
        assertThat(resolve(web("")).values()).isEmpty();
    }

    @Test
    void a_scaffold_knows_its_name_author_and_time() {
        detected = DetectedValues.ofScaffold(
                Optional.of("my-api"), Optional.of("Jo"), Instant.parse("2030-05-06T07:08:09.5Z"));
        PackManifest pack = web("[[variables]]; name = \"project_name\"; type = \"string\"; default = \"x\"; "
                + "[[variables]]; name = \"author\"; type = \"string\"; "
                + "[[variables]]; name = \"timestamp\"; type = \"string\"; ");
        assertThat(resolve(pack).values())
                .containsEntry("project_name", "my-api")
                .containsEntry("author", "Jo")
                .containsEntry("timestamp", "2030-05-06T07:08:09Z");
    }

    @Test
    void a_timestamp_is_written_as_an_instant_is() {
        PackManifest pack = web("[[variables]]; name = \"timestamp\"; type = \"string\"; ");
        for (String time : List.of(
                "1970-01-01T00:00:00Z", "1999-12-31T23:59:00Z", "2030-05-06T07:00:00Z", "+12345-01-01T00:00:07Z")) {
            detected = DetectedValues.ofScaffold(Optional.empty(), Optional.empty(), Instant.parse(time));
            assertThat(resolve(pack).values()).containsEntry("timestamp", time);
        }
    }

    @Test
    void saved_answers_may_name_what_the_pack_no_longer_has() {
        saved("gone", "x");
        assertThat(resolve(web(PORT)).values()).containsEntry("port", null);
    }

    @Test
    void properties_that_nobody_asks_for_get_the_nearest_name() {
        Map<String, Set<String>> known = Map.of("model", Set.of("package"), "web", Set.of("port"));
        properties.put("var.prt", "1");
        properties.put("var.modle.package", "x");
        properties.put("var.model.port", "1");
        properties.put("var.web.port", "1");
        properties.put("verbose", "1");
        assertThat(new CommandLineValues(properties).unknown(known).stream().map(Problem::toString))
                .containsExactly(
                        "PACKS-306 -Dvar.model.port: no pack here has a variable `port`\n"
                                + "  help: the variables are `package`",
                        "PACKS-306 -Dvar.modle.package: no pack here has the id `modle`\n"
                                + "  help: did you mean `-Dvar.model.package`?",
                        "PACKS-306 -Dvar.prt: no pack here has a variable `prt`\n"
                                + "  help: did you mean `-Dvar.port`?");
    }

    @Test
    void a_catastrophic_pattern_ends() {
        PackManifest pack = web("[[variables]]; name = \"name\"; type = \"string\"; pattern = \".*.*.*.*.*.*c\"; ");
        properties.put("var.name", "ab".repeat(100));
        assertThat(problems(pack))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED));
        properties.put("var.name", "a".repeat(ValueCheck.LONGEST_MATCHED + 1));
        assertThat(problems(pack))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED));
        properties.put("var.name", "abc");
        assertThat(resolve(pack).values()).containsEntry("name", "abc");
    }
}
