package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody looks for packs, reads about one and installs it, as {@code docs/finding.md} does: the first part of the first workflow. */
class FindingIT {

    private static final String GROUP = "com.acme.found";

    @TempDir
    private Path folder;

    @Test
    void somebody_finds_a_starter_reads_about_it_and_installs_it() {
        MavenRun maven = MavenRun.in(folder.resolve("work"));

        maven.run("packs:list", "-Dcategory=web")
                .succeeds()
                .shows("web-api-starter ", " 1.0.0  web")
                .doesNotShow("cli-app");
        maven.run("packs:list", "-Dcategory=wbe").fails().shows("PACKS-117", "did you mean `web`?");
        maven.run("packs:list", "-Dtag=resd").succeeds().shows("No pack matches", "Did you mean `rest`?");

        maven.run("packs:search", "-Dquery=rest api")
                .succeeds()
                .shows("web-api-starter ", " 1.0.0  web", "More about one: mvn packs:info -Dpack=web-api-starter");
        maven.run("packs:search", "-Dquery=grapqhl", "-Dtag=rest")
                .succeeds()
                .shows("No pack has `grapqhl`; this comes close:", "web-api-starter");
        maven.run("packs:search", "-Dquery=qwyjibo").succeeds().shows("No pack matches `qwyjibo`.", "-Dpacks.catalog=");
        maven.run("packs:search").fails().shows("PACKS-116", "there is nothing to search for");

        maven.run("packs:info", "-Dpack=web-api-startr").fails().shows("PACKS-101", "did you mean `web-api-starter`?");
        maven.run("packs:info", "-Dpack=base-java")
                .succeeds()
                .shows(
                        "Variables",
                        "Health",
                        "README",
                        "Size",
                        "Needed by",
                        "dev.packs.starters:web-api-starter:1.0.0",
                        "Licences",
                        "Apache-2.0",
                        "Use it: mvn packs:generate -Dpack=base-java");

        maven.run(
                        "packs:dependencies",
                        "-q",
                        "-Dpack=web-api-starter",
                        "-Dpacks.format=mermaid",
                        "-Dpacks.outputFile=tree.mmd")
                .succeeds();
        assertThat(folder.resolve("work/tree.mmd"))
                .content()
                .startsWith("flowchart TD\n")
                .contains("[\"dev.packs.starters:web-api-starter:1.0.0\"]", "-->|\"^1.0\"| ");

        maven.run("packs:install", "-Dpack=web-api-starter").succeeds().shows("web-api-starter: 2 packs in 2 levels");
        maven.run("packs:search", "-Dquery=web").succeeds().shows("web-api-starter ", " 1.0.0  web", "installed");
    }

    @Test
    void a_market_is_searched_by_its_catalogue_and_what_is_installed_is_told_to_be_outdated() throws IOException {
        try (Workbench bench = Workbench.in(folder)) {
            PackRepositoryBuilder market = bench.publish()
                    .addPackage(GROUP + ":css:1.0.0", java.util.Map.of("a.css", "a"))
                    .add(TestPack.of(GROUP, "base", "1.0.0").file("README.md", "# Base"))
                    .add(TestPack.of(GROUP, "house", "1.0.0")
                            .dependsOn(GROUP + ":base", "^1.0")
                            .installs(GROUP + ":css", "^1.0"));
            bench.maven().run(goal("install"), "-Dpack=" + GROUP + ":house").succeeds();
            bench.maven("elsewhere")
                    .run(goal("list"))
                    .succeeds()
                    .shows(GROUP + ":house      1.0.0", "installed", "web-api-starter");

            market.add(TestPack.of(GROUP, "house", "1.1.0").dependsOn(GROUP + ":base", "^1.0"))
                    .add(TestPack.of(GROUP, "tower", "1.0.0").with("tags = [\"stone-age\"]"));
            bench.maven()
                    .run(goal("catalog"), "-Dpacks.folder=" + folder.resolve("market"))
                    .succeeds()
                    .shows("Wrote 4 packs");
            bench.maven()
                    .run(goal("search"), "-Dquery=house", "-Dpacks.catalog=packs.packcatalog")
                    .succeeds()
                    .shows(GROUP + ":house  1.1.0  other  1.0.0 is installed: outdated");
            Path index = words(bench).get(0);
            byte[] good = Files.readAllBytes(index);
            byte[] damaged = good.clone();
            damaged[damaged.length / 2] ^= 1;
            Files.write(index, damaged);
            bench.maven()
                    .run(goal("search"), "-Dquery=tow", "-Dtag=stone-age", "-Dpacks.catalog=packs.packcatalog")
                    .succeeds()
                    .shows(GROUP + ":tower  1.0.0");
            assertThat(words(bench)).containsExactly(index);
            assertThat(Files.size(index)).isEqualTo(good.length);
            bench.maven()
                    .run(
                            goal("search"),
                            "-Dquery=towre",
                            "-Dpacks.catalog=packs.packcatalog",
                            "-Dpacks.format=json",
                            "-Dpacks.outputFile=found.json")
                    .succeeds();
            assertThat(bench.work().resolve("found.json"))
                    .content()
                    .contains("\"matched\" : \"close\"", "\"source\" : \"catalog\"", "\"outdated\" : false");
            bench.maven()
                    .run(goal("list"), "-Dtag=stone-aeg", "-Dpacks.catalog=packs.packcatalog")
                    .succeeds()
                    .shows("Did you mean `stone-age`?");

            bench.maven()
                    .run(goal("info"), "-Dpack=base", "-Dpacks.catalog=packs.packcatalog")
                    .succeeds()
                    .shows(
                            GROUP + ":base:1.0.0",
                            "jar",
                            "Installed",
                            GROUP + ":house:1.1.0  ^1.0",
                            "-Dpack=" + GROUP + ":base -Dname=my-project");
            bench.maven()
                    .run(goal("info"), "-Dpack=" + GROUP + ":towr", "-Dpacks.catalog=packs.packcatalog")
                    .fails()
                    .shows("PACKS-101", "in the catalogue there is " + GROUP + ":tower");
            bench.maven()
                    .run(goal("search"), "-Dquery=house", "-Dpacks.catalog=packs.packcatalgo")
                    .fails()
                    .shows("PACKS-117", "did you mean `packs.packcatalog`?");

            Files.setLastModifiedTime(index, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
            bench.maven().run(goal("clean")).succeeds().shows("Cleared");
            assertThat(index).doesNotExist();
        }
    }

    /** In full: an empty local repository knows no prefix. */
    private static String goal(String name) {
        return Harness.plugin() + ":" + name;
    }

    private static List<Path> words(Workbench bench) throws IOException {
        try (Stream<Path> files = Files.list(bench.store().resolve("cache/catalogs"))) {
            return files.filter(file -> file.toString().endsWith(".words")).toList();
        }
    }
}
