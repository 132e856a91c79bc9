package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.catalog.Catalog;
import dev.packs.catalog.CatalogCache;
import dev.packs.graph.GraphLimits;
import dev.packs.markdown.MarkdownPart;
import dev.packs.markdown.MarkdownReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeSiteTest {

    private static final MarkdownReader PLAIN = text -> {
        if (text.contains("endless")) {
            throw Problem.of(ProblemCode.LIMIT_EXCEEDED, "the text takes too long")
                    .asException();
        }
        return List.of(new MarkdownPart.Text("read: " + text));
    };

    @TempDir
    private Path folder;

    private Bench bench;
    private Path site;

    @BeforeEach
    void packs() {
        bench = new Bench(folder);
        site = folder.resolve("public/site");
        pack("base", "1.0.0", "");
        pack("shop", "1.0.0", needs("com.acme:base"));
        Bench.write(folder.resolve("packs/base/README.md"), "# Base");
        Bench.write(folder.resolve("packs/base/files/a/b.txt"), "b");
    }

    private static String needs(String pack) {
        return "[[dependencies]]\npack = \"" + pack + "\"\nversion = \"^1.0\"\nreason = \"to stand on\"\n";
    }

    private void pack(String id, String version, String rest) {
        Bench.write(folder.resolve("packs/" + id + "/pack.toml"), """
                [pack]
                group = "com.acme"
                id = "%s"
                version = "%s"
                name = "The %s"
                description = "Of a test"
                category = "library"
                license = "MIT"
                author = { name = "Ann", email = "ann@example.org" }
                repository = "https://example.org/packs"
                tags = ["stone"]
                keywords = ["old"]
                requires = { java = ">=17" }
                %s
                """.formatted(id, version, id, rest));
    }

    private MakeSite.Made make(boolean isForced, boolean isDry, Catalog... catalogs) {
        return new MakeSite(
                        bench.library(),
                        new PacksAtHand(bench.library(), () -> List.of(), Optional.of(folder.resolve("packs"))),
                        () -> List.of(catalogs).stream().findFirst(),
                        () -> PLAIN)
                .run(new MakeSite.Request(site, isForced, isDry, "dev.packs:packs-maven-plugin:1"));
    }

    private MakeSite.Made make() {
        return make(false, false);
    }

    private Catalog catalog(String from) {
        Path file = folder.resolve("made.packcatalog");
        new MakeCatalog(bench.library(), List.of())
                .run(new MakeCatalog.Request(
                        MakeCatalog.Asked.NOTHING, Optional.of(folder.resolve(from)), file, false));
        return new CatalogCache(folder.resolve("indexes")).open(file, "made", GraphLimits.standard());
    }

    private String page(String id) {
        return Bench.read(site.resolve("packs/com.acme/" + id + ".html"));
    }

    @Test
    void a_site_has_a_list_and_a_page_for_each_pack_and_is_the_same_twice() {
        MakeSite.Made made = make();
        Map<String, String> first = Bench.tree(site);

        assertThat(first)
                .containsKeys(
                        ".packs-site",
                        "icon.svg",
                        "index.html",
                        "packs/com.acme/base.html",
                        "packs/com.acme/shop.html",
                        "site.css");
        assertThat(made.changes().created()).isEqualTo(first.size() - 1);
        assertThat(made.lines()).anySatisfy(line -> assertThat(line).contains("Wrote the site of ", " new"));
        assertThat(first.get("index.html")).contains("packs/com.acme/base.html", "The shop");
        assertThat(page("base"))
                .contains("read: # Base", "a/b.txt", "Needed by", "com.acme:shop", "MIT", "Java &gt;=17");
        assertThat(page("shop")).contains("to stand on", "href=\"../../packs/com.acme/base.html\"");

        MakeSite.Made again = make();
        assertThat(Bench.tree(site)).isEqualTo(first);
        assertThat(again.changes())
                .isEqualTo(new MakeSite.Changes(0, 0, made.changes().created(), 0));
        assertThat(again.document()).containsEntry("created", 0).containsEntry("dryRun", false);
    }

    @Test
    void the_page_of_a_pack_that_is_gone_goes_and_nothing_stays_beside_the_site() throws IOException {
        make();
        Files.delete(folder.resolve("packs/shop/pack.toml"));
        pack("tower", "1.0.0", needs("com.acme:base"));

        assertThat(make(false, true).changes())
                .extracting(MakeSite.Changes::removed)
                .isEqualTo(1);
        assertThat(site.resolve("packs/com.acme/shop.html")).as("a dry run").exists();
        MakeSite.Made made = make();

        assertThat(made.changes().removed()).isEqualTo(1);
        assertThat(site.resolve("packs/com.acme/shop.html")).doesNotExist();
        assertThat(page("base")).contains("com.acme:tower").doesNotContain("com.acme:shop");
        try (var beside = Files.list(folder.resolve("public"))) {
            assertThat(beside).containsExactly(site);
        }
    }

    @Test
    void a_site_that_a_killed_run_had_moved_away_is_back_before_the_next_one_begins() throws IOException {
        make();
        Map<String, String> before = Bench.tree(site);
        Path aside = folder.resolve("public/.packs-aside-killed");
        Bench.write(aside.resolve("lock"), "");
        Bench.write(aside.resolve("taken-name"), "site");
        Files.move(site, aside.resolve("taken"));
        Path pack = Bench.write(folder.resolve("packs/broken/pack.toml"), "[pack");

        assertThat(make(false, true).changes().created()).as("a dry run").isPositive();
        assertThat(site).doesNotExist();
        make();
        assertThat(Bench.tree(site)).containsAllEntriesOf(before);

        Files.delete(pack);
        assertThat(make().changes().created()).isZero();
        assertThat(aside.resolve("taken")).doesNotExist();
    }

    @Test
    void what_a_killed_run_had_moved_away_stays_away_where_something_else_came_in_its_place() throws IOException {
        make();
        Path aside = folder.resolve("public/.packs-aside-killed");
        Bench.write(aside.resolve("lock"), "");
        Bench.write(aside.resolve("taken-name"), "site");
        Bench.write(aside.resolve("taken/index.html"), "old");
        Bench.write(folder.resolve("public/.packs-aside-evil/lock"), "");
        Bench.write(folder.resolve("public/.packs-aside-evil/taken-name"), "../evil");
        Bench.write(folder.resolve("public/.packs-aside-evil/taken/x"), "x");

        TemporaryFolder.putBack(site);
        TemporaryFolder.putBack(folder.resolve("evil"));
        TemporaryFolder.putBack(folder.resolve("public/../evil"));

        assertThat(site.resolve("index.html")).content().isNotEqualTo("old");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void a_folder_that_holds_something_else_is_left_alone() {
        Path own = Bench.write(site.resolve("index.html"), "my own");

        List<Problem> problems = Bench.problems(this::make);
        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.SITE_FOLDER_TAKEN);
        assertThat(problems.get(0).toString()).contains("index.html", "-Dpacks.force");
        assertThat(Bench.tree(site)).containsOnlyKeys("index.html");
        assertThat(own).hasContent("my own");

        site = own;
        assertThat(Bench.codes(this::make)).containsExactly(ProblemCode.SITE_FOLDER_TAKEN);
    }

    @Test
    void what_somebody_put_into_a_site_stays_where_they_say_to_go_on() throws IOException {
        make();
        Bench.write(site.resolve("CNAME"), "packs.example.org");
        Bench.write(site.resolve("packs/com.acme/notes.html"), "mine");
        Files.delete(folder.resolve("packs/shop/pack.toml"));

        assertThat(Bench.codes(this::make)).containsExactly(ProblemCode.SITE_FOLDER_TAKEN);
        assertThat(site.resolve("packs/com.acme/shop.html")).exists();
        make(true, false);

        assertThat(Bench.tree(site))
                .containsEntry("CNAME", "packs.example.org")
                .containsEntry("packs/com.acme/notes.html", "mine")
                .doesNotContainKey("packs/com.acme/shop.html");
        assertThat(Bench.codes(this::make))
                .as("they are not ours the next time either")
                .containsExactly(ProblemCode.SITE_FOLDER_TAKEN);
        assertThat(Bench.read(site.resolve(".packs-site"))).doesNotContain("CNAME", "shop.html");
    }

    @Test
    void a_list_of_files_that_is_none_of_ours_deletes_nothing() {
        Bench.write(site.resolve(".packs-site"), "packs-site 1\n../../packs/base/pack.toml\n/etc/passwd\n");
        make();

        assertThat(folder.resolve("packs/base/pack.toml")).exists();
        Bench.write(site.resolve(".packs-site"), "something else\nindex.html\n");
        assertThat(Bench.codes(this::make)).containsExactly(ProblemCode.SITE_FOLDER_TAKEN);
    }

    @Test
    void a_link_is_followed_to_the_site_and_one_inside_it_is_somebodys() throws IOException {
        Path real = folder.resolve("real");
        Files.createDirectories(real);
        Files.createDirectories(folder.resolve("public"));
        Files.createSymbolicLink(site, real);
        make();
        assertThat(Files.isSymbolicLink(site)).isTrue();
        assertThat(real.resolve("index.html")).exists();

        Files.createSymbolicLink(real.resolve("linked"), folder.resolve("packs"));
        assertThat(Bench.codes(this::make)).containsExactly(ProblemCode.SITE_FOLDER_TAKEN);
        assertThat(folder.resolve("packs/base/pack.toml")).exists();
    }

    @Test
    void nothing_is_written_behind_a_link_even_where_somebody_says_to_go_on() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createDirectories(site);
        Files.createSymbolicLink(site.resolve("packs"), elsewhere);

        assertThat(Bench.codes(() -> make(true, false))).containsExactly(ProblemCode.LINK_REFUSED);
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(Bench.tree(site)).isEmpty();
    }

    @Test
    void a_readme_that_cannot_be_read_is_shown_as_it_is_written() {
        Bench.write(folder.resolve("packs/base/README.md"), "endless <b>");
        MakeSite.Made made = make();

        assertThat(made.warnings()).extracting(Problem::code).containsExactly(ProblemCode.PAGE_INCOMPLETE);
        assertThat(page("base")).contains("<pre><code>endless &lt;b&gt;</code></pre>");
    }

    @Test
    void a_catalogue_adds_its_packs_and_newer_versions() throws IOException {
        String variables = """
                [[variables]]
                name = "port"
                type = "integer"
                description = "Where it listens"
                default = 8080
                min = 1
                max = 65535

                [[variables]]
                name = "kind"
                type = "string"
                required = true
                options = ["big", "small"]
                example = "big"

                [[variables]]
                name = "rooms"
                type = "list"
                when = "${port > 1}"
                items = { type = "object", fields = [{ name = "colour", type = "string", pattern = "[a-z]+" }] }

                [[packages]]
                name = "org.webjars:bootstrap"
                version = "^5.3"
                install_path = "static"

                [[templates]]
                name = "one"
                source = "templates/one"
                output = "[(${kind})].txt"
                when = "${port > 2}"

                [sparql_queries]
                find = "queries/find.rq"
                """;
        pack("tower", "1.0.0", needs("com.acme:base") + variables);
        make();
        String fromManifest = page("tower");
        Path market = folder.resolve("market");
        Files.createDirectories(market);
        Files.move(folder.resolve("packs/tower"), market.resolve("tower"));
        Bench.write(
                market.resolve("base/pack.toml"),
                Bench.read(folder.resolve("packs/base/pack.toml")).replace("1.0.0", "1.1.0"));
        Bench.write(
                market.resolve("shop/pack.toml"),
                Bench.read(folder.resolve("packs/shop/pack.toml")).replace("1.0.0", "0.9.0"));

        MakeSite.Made made = make(false, false, catalog("market"));

        assertThat(made.warnings()).isEmpty();
        assertThat(page("base")).contains(">1.1.0<").doesNotContain("README");
        assertThat(page("shop")).contains(">1.0.0<");
        assertThat(page("tower"))
                .as("from what a catalogue says, too")
                .isEqualTo(fromManifest.replace("<dd>folder</dd>", "<dd>catalog</dd>"));
        assertThat(fromManifest)
                .contains("rooms.colour", "matches [a-z]+", "at most 65535", "-Dvar.kind=", "into static", ">find<");
    }
}
