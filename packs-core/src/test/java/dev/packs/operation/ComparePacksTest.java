package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.MemoryTree;
import dev.packs.manifest.ManifestReader;
import dev.packs.source.MemorySource;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparePacksTest {

    private static final String MANIFEST = """
            license = "MIT"
            requires = { java = ">=17" }

            [[variables]]
            name = "language"
            type = "string"
            options = ["de", "fr"]
            default = "de"
            description = "x"

            [[variables]]
            name = "code"
            type = "string"
            pattern = "[a-z]+"
            min = 1
            max = 8
            default = "a"

            [[variables]]
            name = "owner"
            type = "object"
            fields = [{ name = "mail", type = "string" }]

            [[templates]]
            name = "greeting"
            source = "templates/greeting.txt"
            output = "docs/[(${language})].txt"

            [[templates]]
            name = "run"
            source = "templates/run.sh"
            output = "run.sh"
            when = "${language == 'de'}"
            permissions = "0755"

            [[dependencies]]
            pack = "com.acme:basis"
            version = "^1.2"

            [[packages]]
            name = "org.acme:css"
            version = "1.0"
            install_path = "vendor"

            [sparql_queries]
            people = "queries/people.rq"
            """;

    private static MemoryTree files() {
        return new MemoryTree()
                .with("templates/greeting.txt", "Hallo\n")
                .with("templates/run.sh", "#!/bin/sh\n")
                .with("files/logo.txt", "logo\n")
                .with("gates/a.rq", "SELECT a")
                .with("graph/a.ttl", "a b c\n")
                .with("queries/people.rq", "SELECT person");
    }

    private static ComparePacks.Side side(String version, String manifest, MemoryTree files) {
        return new ComparePacks.Side(
                ManifestReader.read(
                                MemorySource.manifest("greeter", version, manifest)
                                        .getBytes(StandardCharsets.UTF_8),
                                "pack.toml")
                        .manifest(),
                files);
    }

    private static ComparedPacks compare(String from, String to, String manifest, MemoryTree files) {
        return ComparePacks.run(side(from, MANIFEST, files()), side(to, manifest, files));
    }

    private static java.util.List<String> changes(UnaryOperator<String> edit, MemoryTree files) {
        return told(side("1.0.0", MANIFEST, files()), side("1.0.0", edit.apply(MANIFEST), files));
    }

    private static java.util.List<String> changes(String before, String after) {
        assertThat(MANIFEST).contains(before);
        return changes(text -> text.replace(before, after), files());
    }

    @Test
    void equal_packs_have_no_change_and_any_version_fits() {
        ComparedPacks compared = compare("1.0.0", "1.0.0", MANIFEST, files());

        assertThat(compared.lines())
                .containsExactly("com.acme:greeter:1.0.0 -> 1.0.0", "nothing changed for those who use the pack");
        assertThat(compared.misfit()).isEmpty();
        assertThat(compared.document()).containsEntry("change", "none").containsEntry("fits", true);
    }

    @Test
    void what_takes_less_than_before_is_major() {
        assertThat(changes("[\"de\", \"fr\"]", "[\"de\"]"))
                .containsExactly("major: the variable `language` has no option `fr` any more");
        assertThat(changes("pattern = \"[a-z]+\"", "pattern = \"[a-f]+\""))
                .containsExactly(
                        "major: the variable `code` has the pattern `[a-f]+`, which was `[a-z]+`, and may refuse"
                                + " what was taken");
        assertThat(changes("max = 8", "max = 7"))
                .containsExactly("major: the variable `code` has the greatest value or size `7`, which was `8`");
        assertThat(changes("min = 1\nmax = 8\ndefault = \"a\"", "min = 2\nmax = 8\ndefault = \"ab\""))
                .first()
                .isEqualTo("major: the variable `code` has the least value or size `2`, which was `1`");
        assertThat(changes(
                        "fields = [{ name = \"mail\", type = \"string\" }]",
                        "fields = [{ name = \"phone\", type = \"string\" }]"))
                .containsExactly("major: the field `owner.mail` is gone", "minor: the field `owner.phone` is new");
        assertThat(changes("default = \"a\"", "required = true"))
                .containsExactly("major: the variable `code` has to be given now");
        assertThat(changes(
                        text -> text + "\n[[variables]]\nname = \"fresh\"\ntype = \"string\"\nrequired = true\n",
                        files()))
                .containsExactly("major: the variable `fresh` is new, and has to be given");
        assertThat(changes(
                        "type = \"string\"\npattern = \"[a-z]+\"\nmin = 1\nmax = 8\ndefault = \"a\"",
                        "type = \"integer\""))
                .containsExactly("major: the variable `code` was of type `string` and is of type `integer`");
        assertThat(changes(">=17", ">=21")).containsExactly("major: it needs Java `>=21`, which was `>=17`");
        assertThat(changes(">=17", "[17,21)")).containsExactly("major: it needs Java `[17,21)`, which was `>=17`");
        assertThat(changes("license = \"MIT\"", "license = \"Apache-2.0\""))
                .containsExactly("major: its licence is `Apache-2.0`, which was `MIT`");
    }

    @Test
    void what_writes_less_than_before_is_major() {
        assertThat(changes("output = \"run.sh\"", "output = \"go.sh\""))
                .containsExactly("major: the output `run.sh` is gone", "minor: the output `go.sh` is new");
        assertThat(changes("${language == 'de'}", "${language == 'fr'}"))
                .containsExactly("major: the output `run.sh` is written only where `${language == 'fr'}`, and was where"
                        + " `${language == 'de'}`");
        assertThat(changes("permissions = \"0755\"", "permissions = \"0644\""))
                .containsExactly("major: the output `run.sh` cannot be run any more");
        assertThat(changes("people = \"queries/people.rq\"", "")).containsExactly("major: the query `people` is gone");
        assertThat(changes("^1.2", "^2.0"))
                .containsExactly(
                        "major: the dependency `com.acme:basis` is `^2.0`, which was `^1.2`: no version does for both");
        assertThat(changes("version = \"^1.2\"", "version = \"^1.2\"\noptional = true"))
                .containsExactly("major: the dependency `com.acme:basis` is `^1.2`, optional, which was `^1.2`: what it"
                        + " wrote is gone");
        assertThat(changes("install_path = \"vendor\"", "install_path = \"lib\""))
                .containsExactly(
                        "major: the output `vendor/ (org.acme:css)` is gone",
                        "minor: the output `lib/ (org.acme:css)` is new");
        assertThat(changes("install_path = \"vendor\"", ""))
                .containsExactly("major: the output `vendor/ (org.acme:css)` is gone");
        assertThat(changes("install_path = \"vendor\"", "install_path = \"vendor\"\ninclude = [\"*.css\"]"))
                .containsExactly("major: the package `org.acme:css` is copied with other files of it: another `root` or"
                        + " `include`");
        assertThat(changes("install_path = \"vendor\"", "install_path = \"vendor\"\ntype = \"zip\""))
                .containsExactly(
                        "major: the package `org.acme:css` is another artifact: another `type` or `classifier`");
        assertThat(changes(text -> text, files().with("gates/b.rq", "SELECT b")))
                .containsExactly("major: `gates/b.rq` is new, and may refuse what was taken");
    }

    @Test
    void of_files_that_share_a_path_each_counts() {
        ComparePacks.Side german = variants("de", "when = \"${language == 'de'}\"");
        ComparePacks.Side french = variants("fr", "when = \"${language == 'fr'}\"");
        ComparePacks.Side both =
                variants("de", "when = \"${language == 'de'}\"", "fr", "when = \"${language == 'fr'}\"");

        assertThat(told(both, both)).isEmpty();
        assertThat(told(both, german))
                .containsExactly("major: the output `run.txt` is written no more where `${language == 'fr'}`");
        assertThat(told(both, french))
                .containsExactly("major: the output `run.txt` is written no more where `${language == 'de'}`");
        assertThat(told(german, both))
                .containsExactly("minor: the output `run.txt` is also written where `${language == 'fr'}`");
        assertThat(told(both, variants("de", ""))).containsExactly("minor: the output `run.txt` is always written now");
    }

    /** @param sets a folder and a condition, and so on */
    private static ComparePacks.Side variants(String... sets) {
        StringBuilder manifest = new StringBuilder(MANIFEST);
        for (int i = 0; i < sets.length; i += 2) {
            manifest.append("\n[[files]]\nsource = \"" + sets[i] + "/*\"\n" + sets[i + 1] + "\n");
        }
        return side(
                "1.0.0",
                manifest.toString(),
                files().with("de/run.txt", "run\n").with("fr/run.txt", "run\n"));
    }

    private static java.util.List<String> told(ComparePacks.Side before, ComparePacks.Side after) {
        return ComparePacks.run(before, after).changes().stream()
                .map(change -> change.weight().word() + ": " + change.text())
                .toList();
    }

    @Test
    void more_than_before_is_minor() {
        assertThat(changes("[\"de\", \"fr\"]", "[\"de\", \"fr\", \"it\"]"))
                .containsExactly("minor: the variable `language` has the new option `it`");
        assertThat(changes("when = \"${language == 'de'}\"\n", ""))
                .containsExactly("minor: the output `run.sh` is always written now");
        assertThat(changes(">=17", ">=11")).containsExactly("minor: it needs Java `>=11`, which was `>=17`");
        assertThat(changes("version = \"1.0\"", "version = \"1.1\""))
                .containsExactly("minor: the package `org.acme:css` is `1.1`, which was `1.0`");
        assertThat(changes("install_path = \"vendor\"", "install_path = \"vendor\"\noptional = true"))
                .containsExactly("minor: the package `org.acme:css` is optional now");
        assertThat(changes("^1.2", "^1.4")).singleElement().asString().startsWith("minor: the dependency");
        assertThat(changes("default = \"de\"", "default = \"fr\""))
                .containsExactly("minor: the variable `language` has the default `fr`, which was `de`");
        assertThat(changes(
                        text -> text,
                        files().with("files/more.txt", "more\n")
                                .with("graph/b.ttl", "a b d\n")
                                .with("queries/people.rq", "SELECT everybody")))
                .containsExactly(
                        "minor: the output `more.txt` is new",
                        "minor: the query `people` asks otherwise",
                        "minor: `graph/b.ttl` is new");
    }

    @Test
    void other_texts_are_a_patch_and_a_new_name_of_a_template_is_nothing() {
        assertThat(changes("name = \"greeting\"", "name = \"hello\"")).isEmpty();
        assertThat(changes(
                        text -> text.replace("description = \"x\"", "description = \"y\""),
                        files().with("templates/greeting.txt", "Guten Tag\n")))
                .containsExactly(
                        "patch: the variable `language` is described otherwise",
                        "patch: the file `templates/greeting.txt` has another text");
    }

    @Test
    void a_query_that_is_only_written_into_projects_is_a_file_like_any_other() {
        MemoryTree before = files().with("files/src/find.rq", "SELECT one").with("templates/x.rq", "SELECT 1");
        MemoryTree after = files().with("files/src/find.rq", "SELECT two").with("templates/x.rq", "SELECT 2");

        assertThat(ComparePacks.run(side("1.0.0", MANIFEST, before), side("1.0.0", MANIFEST, after))
                        .changes())
                .extracting(PackChange::text)
                .containsExactly(
                        "the file `files/src/find.rq` has another text", "the file `templates/x.rq` has another text");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0,2.0.0,true,2.0.0",
        "1.0.0,1.9.0,false,2.0.0",
        "1.0.0,2.0.0-rc.1,true,2.0.0",
        "1.0.0,2.0.0-SNAPSHOT,true,2.0.0",
        "0.3.1,0.4.0,true,0.4.0",
        "0.3.1,0.3.2,false,0.4.0",
        "2.0.0-rc.1,2.0.0-rc.2,true,2.0.0",
        "2.0.0-rc.1,2.0.0,true,2.0.0"
    })
    void a_break_needs_a_version_that_says_so(String from, String to, boolean fits, String least) {
        ComparedPacks compared = compare(from, to, MANIFEST.replace(", \"fr\"]", "]"), files());

        assertThat(compared.fits()).isEqualTo(fits);
        assertThat(compared.least()).hasToString(least);
    }

    @ParameterizedTest
    @CsvSource({"1.0.0,1.1.0,true,1.1.0", "1.0.0,1.0.9,false,1.1.0", "0.3.1,0.3.2,true,0.3.2", "0.3.1,0.3.1,false,0.3.2"
    })
    void what_is_new_does_too(String from, String to, boolean fits, String least) {
        ComparedPacks compared = compare(from, to, MANIFEST, files().with("files/more.txt", "more\n"));

        assertThat(compared.fits()).isEqualTo(fits);
        assertThat(compared.least()).hasToString(least);
    }

    @Test
    void a_version_that_is_too_low_names_what_it_has_to_be_and_why() {
        Problem misfit = compare("1.0.0", "1.0.1", MANIFEST.replace(", \"fr\"]", "]"), files())
                .misfit()
                .orElseThrow();

        assertThat(misfit.code()).isEqualTo(ProblemCode.VERSION_TOO_LOW);
        assertThat(misfit.message())
                .isEqualTo(
                        "what changed is major, and from 1.0.0 to 1.0.1 does not say so: it has to be 2.0.0 at least");
        assertThat(misfit.help().orElseThrow()).contains("has no option `fr` any more");
    }
}
