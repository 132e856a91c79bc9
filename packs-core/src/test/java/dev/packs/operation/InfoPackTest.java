package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.catalog.Catalog;
import dev.packs.catalog.CatalogCache;
import dev.packs.graph.GraphLimits;
import dev.packs.pack.PackRef;
import dev.packs.pack.PackageCoordinates;
import dev.packs.report.JsonReport;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackLibrary;
import dev.packs.source.TreeSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoPackTest {

    private static final String CSS = "[[packages]]\nname = \"org.example:css\"\nversion = \"^1.0\"\n";

    @TempDir
    private Path folder;

    private Bench bench;
    private Optional<Catalog> catalog = Optional.empty();
    private boolean licencesFail;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    private static PackRef.Named ref(String text) {
        return (PackRef.Named) PackRef.parse(text);
    }

    private static String needs(String id) {
        return "[[dependencies]]\npack = \"com.acme:" + id + "\"\nversion = \"^1.0\"\n";
    }

    private Optional<List<String>> licenses(PackageCoordinates coordinates) {
        if (licencesFail) {
            throw Problem.of(ProblemCode.FETCH_FAILED, "nobody answers").asException();
        }
        return Optional.of(List.of("MIT", "BSD-3-Clause"));
    }

    private InfoPack.Info info(PackLibrary library, String pack) {
        PacksAtHand packs = new PacksAtHand(library, () -> List.of(bench.lockFile()), Optional.empty());
        TreeLicenses licenses =
                new TreeLicenses(library, new InstallPackages(bench.packages, bench::store), this::licenses);
        return new InfoPack(library, List.of(), packs, licenses).run(ref(pack), () -> catalog);
    }

    private InfoPack.Info info(String pack) {
        return info(bench.library(), pack);
    }

    @Test
    void it_says_what_show_says_and_who_needs_it_and_under_which_licences() {
        bench.packs.pack("base", "1.0.0", "license = \"EPL-2.0\"\n" + CSS).with("README.md", "# Base");
        bench.packs.pack("web", "1.0.0", "license = \"Apache-2.0\"\n" + needs("base"));
        bench.packages.offer("css", "1.2.0");
        bench.install("web@*");
        bench.packs.pack("web", "1.1.0", "license = \"Apache-2.0\"\n" + needs("base"));

        InfoPack.Info base = info("com.acme:base");
        assertThat(base.lines())
                .startsWith("com.acme:base:1.0.0  base")
                .contains("Health", "  README     yes", "  com.acme:web:1.0.0  ^1.0", "Installed", "  1.0.0")
                .contains("  MIT           org.example:css:1.2.0")
                .endsWith("Use it: mvn packs:generate -Dpack=com.acme:base -Dname=my-project");

        InfoPack.Info web = info("com.acme:web");
        assertThat(web.lines()).contains("  1.0.0, outdated", "  nothing here", "  README     none");
        assertThat(web.licenses())
                .containsEntry("Apache-2.0", List.of("com.acme:web:1.1.0"))
                .containsEntry("EPL-2.0", List.of("com.acme:base:1.0.0"))
                .containsKey("BSD-3-Clause");
        assertThat(JsonReport.succeeded("info", web))
                .contains("\"health\"", "\"size\"", "\"dependants\"", "\"license\" : \"EPL-2.0\"");
    }

    @Test
    void what_cannot_be_known_is_said_and_stops_nothing() {
        bench.packs.pack("lost", "1.0.0", CSS + needs("nowhere"));
        bench.packages.offer("css", "1.2.0");
        licencesFail = true;

        InfoPack.Info info = info("com.acme:lost");

        assertThat(info.licenses())
                .containsEntry("not stated", List.of("com.acme:lost:1.0.0"))
                .containsEntry("not known", List.of("org.example:css:1.2.0"));
        assertThat(info.warnings())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.CONFLICT, ProblemCode.FETCH_FAILED);
    }

    @Test
    void of_the_sources_of_a_project_the_golden_cases_are_counted_and_variables_looked_at() {
        Path sources = folder.resolve("project/src/main/pack");
        Bench.write(sources.resolve("pack.toml"), """
                [pack]
                group = "com.acme"
                id = "mine"
                version = "1.0.0"
                name = "Mine"
                description = "Of a test"
                category = "web"

                [[variables]]
                name = "bare"
                type = "string"

                [metadata]
                health_score = 87
                """);
        Bench.write(folder.resolve("project/src/test/pack/one/answers.toml"), "");
        Bench.write(folder.resolve("project/src/test/pack/two/answers.toml"), "");
        Bench.write(folder.resolve("project/src/test/pack/.later/answers.toml"), "");
        Bench.write(folder.resolve("project/src/test/pack/notes/readme.txt"), "");
        Bench.write(sources.resolve("cases/two/answers.toml"), "");
        Bench.write(sources.resolve("cases/three/answers.toml"), "");
        PackLibrary library = new PackLibrary(
                bench.library().embedded(),
                bench.library().workspace(),
                List.of(new TreeSource("the folders that were named", List.of(LocalPacks.open(sources)))));

        InfoPack.Info info = info(library, "com.acme:mine");

        assertThat(info.health().cases()).contains(3);
        assertThat(info.lines())
                .contains(
                        "  tests      3 golden cases",
                        "  variables  1, without description: bare, without example or default: bare",
                        "  claims     production-ready: no, health score: 87");
    }

    @Test
    void of_a_jar_the_golden_cases_are_counted_that_it_carries() {
        bench.packs.pack("bare", "1.0.0", "");
        bench.packs
                .pack("careful", "1.0.0", "")
                .with("cases/plain/answers.toml", "")
                .with("cases/plain/expected/answers.toml", "")
                .with("cases/wrong/answers.toml", "")
                .with("cases/wrong/case.toml", "bulid = []\n")
                .with("cases/.later/answers.toml", "");

        assertThat(info("com.acme:careful").lines()).contains("  tests      1 golden case");
        assertThat(info("com.acme:bare").health().cases()).isEmpty();
    }

    @Test
    void a_catalogue_completes_names_and_knows_dependants() {
        Bench.write(folder.resolve("market/a/pack.toml"), manifest("com.acme", "base", ""));
        Bench.write(folder.resolve("market/b/pack.toml"), manifest("org.market", "mall", needs("base")));
        Path file = folder.resolve("market.packcatalog");
        var unused = new MakeCatalog(bench.library(), List.of())
                .run(new MakeCatalog.Request(
                        MakeCatalog.Asked.NOTHING, Optional.of(folder.resolve("market")), file, false));
        catalog = Optional.of(new CatalogCache(folder.resolve("cache")).open(file, "market", GraphLimits.standard()));
        bench.packs.pack("base", "1.0.0", "");

        assertThat(info("base").dependants())
                .extracting(each -> each.pack() + " " + each.constraint())
                .containsExactly("org.market:mall:1.0.0 ^1.0");
        assertThat(info("base@^1.0").lines()).last().asString().contains("-Dpack=com.acme:base@^1.0");
        assertThat(Bench.problems(() -> info("mal"))).singleElement().asString().contains("org.market:mall");
        assertThat(Bench.problems(() -> info("org.market:mall")))
                .singleElement()
                .asString()
                .contains("the catalogue lists it");
        assertThat(Bench.problems(() -> info("qwyjibo")))
                .singleElement()
                .asString()
                .contains("nothing that is near");
    }

    private static String manifest(String group, String id, String rest) {
        return "[pack]\ngroup = \"" + group + "\"\nid = \"" + id + "\"\nversion = \"1.0.0\"\nname = \"" + id
                + "\"\ndescription = \"Of a test\"\ncategory = \"web\"\n" + rest;
    }
}
