package dev.packs.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import dev.packs.pack.FileSet;
import dev.packs.pack.ForEach;
import dev.packs.pack.Hook;
import dev.packs.pack.Overwrite;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.TemplateEngine;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import dev.packs.version.Version;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

    static final String HEAD = """
            [pack]
            group = "com.acme"
            id = "demo"
            version = "1.2.0"
            description = "A demo."
            """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static PackManifest read(String text) {
        return ManifestReader.read(bytes(text), "pack.toml").manifest();
    }

    private static List<Problem> problems(String text) {
        PacksException failure = catchThrowableOfType(PacksException.class, () -> read(text));
        assertThat(failure).as("problems of %s", text).isNotNull();
        return failure.problems();
    }

    /** The only problem, as {@code PACKS-104 pack.toml:3:1: message} with its help. */
    private static String problem(String text) {
        List<Problem> problems = problems(text);
        assertThat(problems).hasSize(1);
        return problems.get(0).toString();
    }

    @Test
    void every_key_of_the_contract_is_read() {
        PackManifest manifest = read("""
                [pack]
                group = "dev.packs.starters"
                id = "web-api-starter"
                version = "1.2.0"
                name = "Web API Starter"
                description = "A REST service."
                category = "web"
                license = "Apache-2.0"
                author = { name = "Jo", email = "jo@example.com", url = "https://example.com" }
                repository = "https://example.com/repo"
                tags = ["rest", "graphql"]
                keywords = []
                production_ready = true
                requires = { packs = ">=0.1", java = ">=17", maven = ">=3.8.1" }

                [[packages]]
                name = "org.webjars:bootstrap"
                version = "^5.3"
                type = "zip"
                classifier = "dist"
                optional = true
                transitive = true
                install_path = "src/main/resources/static/vendor"
                root = "META-INF/resources"
                include = ["css/**", "js/*.js"]

                [[dependencies]]
                pack = "dev.packs.starters:base-java"
                version = "^1.0"
                optional = true
                reason = "shared settings"

                [[variables]]
                name = "database"
                type = "string"
                options = ["postgres", "mysql", "h2"]
                default = "postgres"
                description = "Where data is kept"
                required = false
                pattern = "[a-z0-9]+"
                min = 2
                max = 10
                example = "h2"
                group = "Storage"
                when = "${enable_rest}"
                secret = true

                [[variables]]
                name = "entities"
                type = "list"
                [variables.items]
                type = "object"
                fields = [
                    { name = "name", required = true },
                    { name = "columns", type = "list", items = { type = "integer", min = 1 } },
                ]

                [[templates]]
                name = "application"
                source = "templates/Application.java"
                output = "src/main/java/[(${package_path})]/[(${entity.name})].java"
                when = "${enable_rest}"
                for_each = "entity : entities"
                overwrite = "always"
                permissions = "0755"
                engine = "copy"

                [[templates]]
                name = "rows"
                source = "templates/row.txt"
                output = "rows/[(${row.id})].txt"
                for_each = "row : query(find_related_packages)"

                [[files]]
                source = "files/**"
                output = "config"
                when = "${enable_rest}"
                overwrite = "always"
                permissions = "0644"

                [sparql_queries]
                find_related_packages = "queries/find-related.rq"

                [[hooks.post_generate]]
                run = ["mvn", "-q", "verify"]

                [metadata]
                test_coverage = 87.0
                code_examples = 3
                """);

        assertThat(manifest.id()).hasToString("dev.packs.starters:web-api-starter:1.2.0");
        assertThat(manifest.pack().name()).isEqualTo("Web API Starter");
        assertThat(manifest.pack().category()).isEqualTo("web");
        assertThat(manifest.pack().author().orElseThrow().email()).contains("jo@example.com");
        assertThat(manifest.pack().tags()).containsExactly("rest", "graphql");
        assertThat(manifest.pack().productionReady()).isTrue();
        assertThat(manifest.pack().requirements().maven().orElseThrow()).hasToString(">=3.8.1");

        assertThat(manifest.packages()).singleElement().satisfies(request -> {
            assertThat(request.name()).isEqualTo("org.webjars:bootstrap");
            assertThat(request.constraint()).hasToString("^5.3");
            assertThat(request.type()).isEqualTo("zip");
            assertThat(request.classifier()).isEqualTo("dist");
            assertThat(request.optional()).isTrue();
            assertThat(request.transitive()).isTrue();
            assertThat(request.installPath()).contains(RelativePath.parse("src/main/resources/static/vendor"));
            assertThat(request.root()).contains(RelativePath.parse("META-INF/resources"));
            assertThat(request.include()).containsExactly("css/**", "js/*.js");
        });
        assertThat(manifest.dependencies()).singleElement().satisfies(dependency -> {
            assertThat(dependency.name()).isEqualTo(new PackName("dev.packs.starters", "base-java"));
            assertThat(dependency.optional()).isTrue();
            assertThat(dependency.reason()).contains("shared settings");
        });

        VariableDefinition database = manifest.variables().get(0);
        assertThat(database.options()).containsExactly("postgres", "mysql", "h2");
        assertThat(database.defaultValue()).contains("postgres");
        assertThat(database.min()).contains(2L);
        assertThat(database.max()).contains(10L);
        assertThat(database.secret()).isTrue();
        assertThat(database.group()).contains("Storage");
        VariableDefinition entity = manifest.variables().get(1).items().orElseThrow();
        assertThat(entity.name()).isEqualTo("entities");
        assertThat(entity.type()).isEqualTo(VariableType.OBJECT);
        assertThat(entity.fields()).extracting(VariableDefinition::name).containsExactly("name", "columns");
        assertThat(entity.fields().get(0).required()).isTrue();
        assertThat(entity.fields().get(1).items().orElseThrow().min()).contains(1L);

        assertThat(manifest.templates().get(0)).satisfies(template -> {
            assertThat(template.forEach()).contains(new ForEach("entity", "entities", false));
            assertThat(template.overwrite()).isEqualTo(Overwrite.ALWAYS);
            assertThat(template.permissions()).contains("0755");
            assertThat(template.engine()).isEqualTo(TemplateEngine.COPY);
        });
        assertThat(manifest.templates().get(1).forEach()).contains(new ForEach("row", "find_related_packages", true));
        assertThat(manifest.files()).singleElement().satisfies(files -> {
            assertThat(files.output()).contains("config");
            assertThat(files.overwrite()).isEqualTo(Overwrite.ALWAYS);
        });
        assertThat(manifest.queries()).containsExactly(Map.entry("find_related_packages", "queries/find-related.rq"));
        assertThat(manifest.postGenerate()).containsExactly(Hook.of(List.of("mvn", "-q", "verify")));
        assertThat(manifest.metadata()).containsEntry("test_coverage", 87.0).containsEntry("code_examples", 3L);
    }

    @Test
    void what_is_left_out_has_its_standard_value() {
        PackManifest manifest = read(HEAD + """
                [[variables]]
                name = "words"
                type = "list"
                [[templates]]
                name = "a"
                source = "templates/a"
                output = "a"
                """);

        assertThat(manifest.pack().name()).isEqualTo("demo");
        assertThat(manifest.pack().category()).isEqualTo("other");
        assertThat(manifest.files()).containsExactly(FileSet.standard());
        assertThat(manifest.variables().get(0).items().orElseThrow().type()).isEqualTo(VariableType.STRING);
        assertThat(manifest.templates().get(0).engine()).isEqualTo(TemplateEngine.THYMELEAF);
        assertThat(manifest.templates().get(0).overwrite()).isEqualTo(Overwrite.NEVER);
    }

    @Test
    void an_empty_list_of_files_means_none() {
        assertThat(read("files = []\n" + HEAD).files()).isEmpty();
    }

    @Test
    void every_problem_is_reported_at_once() {
        List<Problem> problems = problems("""
                [pack]
                group = "com acme"
                id = "-demo"
                version = "1.2"
                descripton = "x"
                category = "wbe"
                production_ready = "yes"

                [[variables]]
                name = "a"
                pattern = "[a"

                [[variables]]
                name = "a"
                default = 3

                [[templates]]
                name = "t"
                source = "../secret"
                output = "x"

                [[templates]]
                name = "t"
                source = "templates/y"
                output = "X"
                """);

        // In the order of the lines, as somebody mends them.
        assertThat(problems)
                .extracting(problem -> problem.code() + " " + problem.place().orElseThrow())
                .containsExactly(
                        "MANIFEST_MISSING_KEY pack.toml:1:1",
                        "MANIFEST_INVALID_VALUE pack.toml:2:9",
                        "MANIFEST_INVALID_VALUE pack.toml:3:6",
                        "VERSION_INVALID pack.toml:4:11",
                        "MANIFEST_UNKNOWN_KEY pack.toml:5:1",
                        "MANIFEST_INVALID_VALUE pack.toml:6:12",
                        "MANIFEST_WRONG_TYPE pack.toml:7:20",
                        "MANIFEST_INVALID_VALUE pack.toml:11:13",
                        "MANIFEST_DUPLICATE pack.toml:14:8",
                        "MANIFEST_INVALID_VALUE pack.toml:15:11",
                        "PATH_ESCAPES pack.toml:19:10",
                        "MANIFEST_DUPLICATE pack.toml:23:8",
                        "MANIFEST_DUPLICATE pack.toml:25:10");
        assertThat(problems)
                .allSatisfy(problem ->
                        assertThat(problem.help()).as(problem.message()).isPresent());
    }

    @Test
    void an_unknown_key_names_the_nearest_one() {
        assertThat(problem(HEAD + "licence = \"MIT\"\n")).isEqualTo("""
                PACKS-104 pack.toml:6:1: `licence` is not a key of `[pack]`
                  help: did you mean `license`?""");
    }

    @Test
    void an_unknown_word_names_the_nearest_one() {
        assertThat(problem(HEAD + "category = \"wbe\"\n"))
                .startsWith("PACKS-108 pack.toml:6:12: `wbe` is no value of `pack.category`")
                .contains("did you mean `web`?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "group = \"a b\" | 108",
                "license = \"Apache License 2.0\" | 108",
                "repository = \"example.com\" | 108",
                "tags = \"rest\" | 105",
                "tags = [1] | 105",
                "tags = [\" \"] | 108",
                "author = { email = \"a@b\" } | 106",
                "author = { name = \"a\", email = \"ab\" } | 108",
                "author = { name = \"a\", mail = \"ab\" } | 104",
                "production_ready = 1 | 105",
                "name = 2026-01-01 | 105",
                "name = 12:00:00 | 105",
                "name = nan | 108",
                "name = 99999999999999999999 | 108",
                "name = \"\" | 108",
                "name = \"a\\u202Eb\" | 108",
                "name = \"a\\u001Bb\" | 108",
                "name = \"a\\u0000b\" | 108",
                "\"\" = 1 | 108",
            })
    void a_wrong_value_in_pack_is_refused(String line, int number) {
        String text = line.startsWith("group") ? HEAD.replace("group = \"com.acme\"", line.strip()) : HEAD + line;
        assertThat(problems(text))
                .anyMatch(problem -> problem.code().id().equals("PACKS-" + number))
                .allSatisfy(problem ->
                        assertThat(problem.help()).as(problem.message()).isPresent());
    }

    @Test
    void a_description_has_at_most_200_characters() {
        String text = HEAD.replace("A demo.", "x".repeat(201));
        assertThat(problem(text)).startsWith("PACKS-109 pack.toml:5:15: `pack.description` has 201 characters");
        assertThat(read(HEAD.replace("A demo.", "x".repeat(200))).pack().description())
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default = \"x\"\noptions = [\"a\", \"b\"]",
                "default = 1",
                "example = true",
                "options = [1]",
                "options = [\"a\", \"a\"]",
                "min = 3\nmax = 2",
                "min = -1",
                "default = \"abc\"\nmax = 2",
                "default = \"abc\"\nmin = 4",
                "default = \"abc\"\npattern = \"[0-9]+\"",
                "type = \"integer\"\npattern = \"[0-9]+\"",
                "type = \"boolean\"\nmin = 1",
                "type = \"boolean\"\noptions = [true]",
                "type = \"integer\"\ndefault = 1.0",
                "type = \"integer\"\ndefault = \"1\"",
                "type = \"integer\"\ndefault = 1\nmin = 2",
                "type = \"path\"\ndefault = \"../x\"",
                "type = \"list\"\ndefault = \"a\"",
                "type = \"list\"\ndefault = [1]",
                "type = \"list\"\ndefault = [\"a\"]\nmin = 2",
                "type = \"list\"\nitems = { type = \"integer\", min = 2 }\ndefault = [1]",
                "type = \"list\"\nitems = { type = \"strin\" }",
                "type = \"list\"\nitems = { nme = 1 }",
                "type = \"object\"",
                "items = { type = \"string\" }",
                "fields = [{ name = \"a\" }]",
                "type = \"object\"\nfields = [{ name = \"a\" }, { name = \"A\" }]",
                "type = \"object\"\nfields = [{ name = \"a\", default = 1 }]",
                "type = \"object\"\nfields = [{ name = \"a\", default = \"${b}\" }]",
                "type = \"object\"\nfields = [{ name = \"a\", required = true }]\ndefault = {}",
                "type = \"object\"\nfields = [{ name = \"a\" }]\ndefault = { b = 1 }",
                "when = \"enable\"",
                "when = \"${}\"",
                "type = \"text\"",
                "pattern = \"(a\"",
                "required = \"no\"",
            })
    void a_contradiction_in_a_variable_is_refused(String lines) {
        String text = HEAD + "[[variables]]\nname = \"v\"\n" + lines + "\n";
        assertThat(problems(text))
                .hasSize(1)
                .allSatisfy(problem ->
                        assertThat(problem.place().orElseThrow().line()).isGreaterThanOrEqualTo(6))
                .allSatisfy(problem ->
                        assertThat(problem.help()).as(problem.message()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default = \"${other}\"\noptions = [\"a\"]",
                "type = \"integer\"\ndefault = \"${1 + 1}\"",
                "type = \"integer\"\nmin = -5\nmax = -1\ndefault = -3",
                "type = \"boolean\"\ndefault = false",
                "type = \"path\"\ndefault = \"a/b\"",
                "type = \"list\"\ndefault = [\"a\"]",
                "type = \"object\"\nfields = [{ name = \"a\" }]\ndefault = { a = \"x\" }",
                "default = \"\"",
            })
    void a_sound_variable_is_read(String lines) {
        assertThat(read(HEAD + "[[variables]]\nname = \"v\"\n" + lines + "\n").variables())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a", "a-b", "a b", "packages", "pack", "for", "not", "ä"})
    void a_variable_needs_a_name_that_expressions_can_say(String name) {
        assertThat(problem(HEAD + "[[variables]]\nname = \"" + name + "\"\n")).startsWith("PACKS-108 pack.toml:7:8: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "output = \"/a\" | PATH_ESCAPES",
                "output = \"a/../b\" | PATH_ESCAPES",
                "output = \"[(${x})]/../b\" | PATH_ESCAPES",
                "output = \".git/hooks/pre-commit\" | PATH_ESCAPES",
                "output = \"a/.GIT/config\" | PATH_ESCAPES",
                "output = \".mvn/extensions.xml\" | PATH_ESCAPES",
                "output = \"a/[(${x}\" | MANIFEST_INVALID_VALUE",
                "output = \"\" | PATH_ESCAPES",
                "permissions = \"755\" | MANIFEST_INVALID_VALUE",
                "permissions = \"0888\" | MANIFEST_INVALID_VALUE",
                "permissions = 755 | MANIFEST_WRONG_TYPE",
                "overwrite = \"alway\" | MANIFEST_INVALID_VALUE",
                "engine = \"freemarker\" | MANIFEST_INVALID_VALUE",
                "when = \"x\" | MANIFEST_INVALID_VALUE",
                "for_each = \"entity in entities\" | MANIFEST_INVALID_VALUE",
                "for_each = \"entity : entitys\" | MANIFEST_INVALID_VALUE",
                "for_each = \"entity : word\" | MANIFEST_INVALID_VALUE",
                "for_each = \"word : entities\" | MANIFEST_INVALID_VALUE",
                "for_each = \"other : entities\" | MANIFEST_INVALID_VALUE",
                "for_each = \"entity : query(missing)\" | MANIFEST_INVALID_VALUE",
                "source = \"C:/x\" | PATH_ESCAPES",
            })
    void a_wrong_template_is_refused(String line, ProblemCode code) {
        String key = line.substring(0, line.indexOf(' '));
        String template = """
                name = "t"
                source = "templates/t"
                output = "[(${entity})].txt"
                """.replaceAll("(?m)^" + key + " = .*\n", "");
        String text = HEAD + """
                [[variables]]
                name = "entities"
                type = "list"
                [[variables]]
                name = "word"
                [[templates]]
                """ + template + line + "\n";
        assertThat(problems(text)).extracting(Problem::code).contains(code);
    }

    @Test
    void a_list_that_is_nearly_declared_is_offered() {
        assertThat(problem(HEAD + """
                [[variables]]
                name = "entities"
                type = "list"
                [[templates]]
                name = "t"
                source = "t"
                output = "[(${e})]"
                for_each = "e : entites"
                """)).endsWith("help: did you mean `entities`?");
    }

    @Test
    void closing_brackets_inside_an_expression_close_nothing() {
        assertThat(read(HEAD + """
                [[templates]]
                name = "t"
                source = "t"
                output = "a/[(${m[f(')]')]})]/[[${x}]].txt"
                """).templates()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../files/**", "/files", "files/[a", "files//*", "files/{a"})
    void a_wrong_glob_is_refused(String glob) {
        assertThat(problems(HEAD + "[[files]]\nsource = \"" + glob + "\"\n")).hasSize(1);
    }

    @Test
    void the_place_of_a_wrong_regular_expression_is_where_it_goes_wrong() {
        assertThat(problem(HEAD + "[[variables]]\nname = \"v\"\npattern = 'ab(c'\n"))
                .startsWith("PACKS-108 pack.toml:8:16: `ab(c` is not a regular expression");
    }

    @Test
    void a_pattern_that_never_ends_is_told_apart_from_one_that_does_not_match() {
        String text = HEAD + "[[variables]]\nname = \"v\"\npattern = \"(([a-z]+)+)+!\"\ndefault = \"" + "a".repeat(200)
                + "\"\n";
        assertThat(problem(text))
                .contains("whether it matches `(([a-z]+)+)+!` takes too many steps to tell")
                .doesNotContain("does not match");
        assertThat(problem(text.replace("(([a-z]+)+)+!", "b+"))).contains("which does not match `b+`");
    }

    @Test
    void a_pack_cannot_depend_on_itself() {
        assertThat(problem(HEAD + "[[dependencies]]\npack = \"com.acme:demo\"\nversion = \"*\"\n"))
                .contains("depends on itself");
    }

    @Test
    void a_dependency_needs_its_group() {
        assertThat(problem(HEAD + "[[dependencies]]\npack = \"base-java\"\nversion = \"*\"\n"))
                .startsWith("PACKS-108 pack.toml:7:8: `base-java` is not the name of a pack");
    }

    @Test
    void constraints_are_semver_for_packs_and_mavens_for_packages() {
        assertThat(read(HEAD + "[[packages]]\nname = \"com.google.guava:guava\"\nversion = \"31.1-jre\"\n")
                        .packages())
                .hasSize(1);
        assertThat(problem(HEAD + "[[dependencies]]\npack = \"a:b\"\nversion = \"1.0.Final\"\n"))
                .startsWith("PACKS-112 pack.toml:8:11: ");
        assertThat(problem(HEAD + "requires = { java = \">>17\" }\n")).startsWith("PACKS-112 pack.toml:6:21: ");
    }

    @Test
    void a_query_is_a_path_in_the_pack() {
        assertThat(problem(HEAD + "[sparql_queries]\nq = \"../q.rq\"\n")).startsWith("PACKS-603 pack.toml:7:5: ");
    }

    @Test
    void a_hook_without_a_program_is_refused() {
        assertThat(problem(HEAD + "[[hooks.post_generate]]\nrun = []\n")).startsWith("PACKS-108 pack.toml:7:7: ");
    }

    @Test
    void a_hook_is_a_list_of_arguments_and_takes_an_hour_at_most() {
        String hook = HEAD + "[[hooks.post_generate]]\nrun = ";
        assertThat(problem(hook + "\"mvn verify\"\n"))
                .startsWith("PACKS-105 pack.toml:7:7: ")
                .endsWith("help: write a list: `[\"mvn\", \"verify\"]`");
        assertThat(problem(hook + "[\"true\"]\ntimeout = \"9\"\n")).endsWith("help: write it without quotes");
        assertThat(problem(hook + "[3]\n")).endsWith("help: write it in quotes: `\"3\"`");
        assertThat(problem(hook + "[\"true\"]\ntimeout = 3601\n"))
                .startsWith("PACKS-108 pack.toml:8:11: `3601` seconds are more than a hook may take");
        assertThat(problem(hook + "[\"true\"]\nenvironment = [\"A-B\"]\n")).startsWith("PACKS-108 pack.toml:8:16: ");
        assertThat(ManifestReader.read(bytes(hook + "[\"true\"]\nenvironment = [\"A_B\"]\ntimeout = 9\n"), "pack.toml")
                        .manifest()
                        .postGenerate())
                .containsExactly(new Hook(List.of("true"), List.of("A_B"), Duration.ofSeconds(9)));
    }

    @Test
    void an_unused_required_is_a_warning() {
        ParsedManifest parsed = ManifestReader.read(
                bytes(HEAD + "[[variables]]\nname = \"v\"\ndefault = \"a\"\nrequired = true\n"), "pack.toml");
        assertThat(parsed.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.place()).contains(new Place("pack.toml", 9, 1)));
    }

    @Test
    void an_empty_file_lacks_its_pack() {
        assertThat(problem("")).startsWith("PACKS-106 pack.toml: `pack.toml` has no `pack`");
    }

    @Test
    void without_a_pom_the_manifest_names_itself() {
        assertThat(problems("[pack]\ndescription = \"x\"\n"))
                .extracting(Problem::message)
                .containsExactly("`[pack]` has no `group`", "`[pack]` has no `id`", "`[pack]` has no `version`");
    }

    @Test
    void what_the_manifest_leaves_out_comes_from_the_pom() {
        PackId pom = new PackId(new PackName("com.acme", "demo"), Version.parse("2.0.0-SNAPSHOT"));
        assertThat(ManifestReader.read(bytes("[pack]\ndescription = \"x\"\n"), "pack.toml", Optional.of(pom))
                        .manifest()
                        .id())
                .isEqualTo(pom);
    }

    @Test
    void what_the_manifest_says_must_agree_with_the_pom() {
        PackId pom = new PackId(new PackName("com.acme", "demo"), Version.parse("2.0.0"));
        PacksException failure = catchThrowableOfType(
                PacksException.class, () -> ManifestReader.read(bytes(HEAD), "pack.toml", Optional.of(pom)));
        assertThat(failure.problems()).singleElement().hasToString("""
                PACKS-118 pack.toml:4:11: the manifest's `version` is `1.2.0`, the POM's is `2.0.0`
                  help: delete `version` from the manifest: it is taken from the POM""");
    }

    private static final String ARCHETYPE = """
            [archetype]
            group = "com.acme"
            artifact = "service-archetype"
            version = "1.0.Final"
            digest = "sha256:%s"
            jar = "archetype/service-archetype-1.0.Final.jar"
            """.formatted("0f".repeat(32));

    @Test
    void an_archetype_makes_the_files_of_a_pack() {
        PackManifest manifest = read(HEAD + ARCHETYPE + """
                properties = { java_version = "java-version" }
                [[variables]]
                name = "java_version"
                [[variables]]
                name = "groupId"
                """);
        assertThat(manifest.files()).isEmpty();
        assertThat(manifest.archetype()).hasValueSatisfying(archetype -> {
            assertThat(archetype).hasToString("com.acme:service-archetype:1.0.Final");
            assertThat(archetype.digest().hex()).isEqualTo("0f".repeat(32));
            assertThat(archetype.jar()).isEqualTo(RelativePath.parse("archetype/service-archetype-1.0.Final.jar"));
            assertThat(archetype.propertyOf("java_version")).isEqualTo("java-version");
            assertThat(archetype.propertyOf("groupId")).isEqualTo("groupId");
            assertThat(archetype.variableOf("java-version")).isEqualTo("java_version");
            assertThat(archetype.variableOf("groupId")).isEqualTo("groupId");
        });
    }

    @Test
    void beside_an_archetype_nothing_else_makes_files() {
        assertThat(problems(HEAD + ARCHETYPE + """
                [[templates]]
                name = "a"
                source = "templates/a"
                output = "a"
                [[files]]
                source = "files/**"
                """))
                .extracting(Problem::toString)
                .containsExactly(
                        "PACKS-108 pack.toml:12:1: a pack with `[archetype]` has no `templates` of its own\n  help: the"
                                + " archetype makes all files; put `templates` into another pack",
                        "PACKS-108 pack.toml:16:1: a pack with `[archetype]` has no `files` of its own\n  help: the"
                                + " archetype makes all files; put `files` into another pack");
    }

    @Test
    void every_property_of_an_archetype_has_one_variable() {
        assertThat(problems(HEAD + ARCHETYPE + """
                properties = { java_versoin = "java-version", other = "groupId" }
                [[variables]]
                name = "java_version"
                [[variables]]
                name = "other"
                [[variables]]
                name = "groupId"
                """))
                .extracting(Problem::message)
                .containsExactly(
                        "`java_versoin` is not a variable of the pack",
                        "the property `groupId` has the variable `groupId` already");
    }

    @Test
    void an_archetype_is_a_jar() {
        assertThat(problem(HEAD + ARCHETYPE.replace(".jar", ".zip")))
                .startsWith(
                        "PACKS-108 pack.toml:11:7: `archetype/service-archetype-1.0.Final.zip` is not the path of a jar");
    }
}
