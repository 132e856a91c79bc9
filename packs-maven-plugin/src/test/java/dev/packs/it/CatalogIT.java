package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes catalogues and asks them, as {@code docs/catalog.md} does. */
class CatalogIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void packs() throws IOException {
        pack("base", "1.0.0", "tags = [\"stone\"]\n");
        pack("house", "1.0.0", "tags = [\"stone\"]\n" + needs("^2.0"));
        pack("tower", "1.0.0", needs("^1.0"));
    }

    private static String needs(String constraint) {
        return "[[dependencies]]\npack = \"com.acme.packs:base\"\nversion = \"" + constraint + "\"\n";
    }

    private void pack(String id, String version, String rest) throws IOException {
        Path file = folder.resolve("work/packs/" + id + "/pack.toml");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(
                file,
                "[pack]\ngroup = \"com.acme.packs\"\nid = \"" + id + "\"\nversion = \"" + version
                        + "\"\ndescription = \"Of a test\"\ncategory = \"library\"\n" + rest);
    }

    private MavenRun maven() {
        return MavenRun.in(folder.resolve("work")).offline();
    }

    private void make() {
        maven().run("packs:catalog", "-Dpacks.folder=packs").succeeds().shows("Wrote 3 packs, ", "packs.packcatalog");
    }

    private String ask(String... arguments) throws IOException {
        Path file = folder.resolve("answer.csv");
        List<String> all = new java.util.ArrayList<>(List.of(
                "packs:sparql",
                "-Dpacks.catalog=packs.packcatalog",
                "-Dpacks.format=csv",
                "-Dpacks.outputFile=" + file));
        all.addAll(Arrays.asList(arguments));
        maven().run(all.toArray(new String[0])).succeeds();
        return Files.readString(file);
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> files = Files.list(maven().packsHome().resolve("cache/catalogs"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void a_folder_becomes_a_catalogue_that_answers_and_follows_its_packs() throws IOException {
        make();
        byte[] first = Files.readAllBytes(folder.resolve("work/packs.packcatalog"));
        make();
        assertThat(folder.resolve("work/packs.packcatalog")).hasBinaryContent(first);

        assertThat(ask("-Dquery=find_dependents", "-Dpack=base"))
                .contains("com.acme.packs:house,1.0.0,^2.0", "com.acme.packs:tower,1.0.0,^1.0");
        assertThat(ask("-Dquery=find_incompatible_constraints"))
                .contains("com.acme.packs:base,com.acme.packs:house:1.0.0,^2.0,com.acme.packs:tower:1.0.0,^1.0");
        assertThat(ask("-Dquery=find_related_packs", "-Dpack=com.acme.packs:base"))
                .contains("com.acme.packs:house,has the same tag,stone");
        assertThat(ask("-Dquery=find_packs_by_category"))
                .contains("com.acme.packs:tower", "dev.packs.starters:cli-app");
        assertThat(indexes()).hasSize(1);

        pack("tower", "1.1.0", needs("^2.0"));
        make();
        assertThat(ask("-Dquery=find_dependents", "-Dpack=base")).contains("com.acme.packs:tower,1.1.0,^2.0");
        assertThat(ask("-Dquery=find_incompatible_constraints")).doesNotContain("base");
        assertThat(indexes()).hasSize(2);
    }

    @Test
    void a_damaged_index_heals_and_an_unused_one_is_cleaned_away() throws IOException {
        make();
        String answer = ask("-Dquery=find_dependents", "-Dpack=base");
        Path index = indexes().get(0);
        byte[] good = Files.readAllBytes(index);
        byte[] damaged = good.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(index, damaged);

        assertThat(ask("-Dquery=find_dependents", "-Dpack=base")).isEqualTo(answer);
        assertThat(index).hasBinaryContent(good);

        maven().run("packs:clean").succeeds().doesNotShow("Cleared");
        Files.setLastModifiedTime(index, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path engine = maven().packsHome().resolve("cache/engines/" + "0".repeat(64));
        Files.createDirectories(engine);
        Files.setLastModifiedTime(engine, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        maven().run("packs:clean").succeeds().shows("Cleared 2 caches");
        assertThat(index).doesNotExist();
        assertThat(engine).doesNotExist();
        assertThat(ask("-Dquery=find_dependents", "-Dpack=base")).isEqualTo(answer);
    }

    @Test
    void two_builds_may_ask_for_the_first_time_at_once() throws IOException {
        make();
        String[] question = {
            "packs:sparql", "-Dpacks.catalog=packs.packcatalog", "-Dquery=find_dependents", "-Dpack=base"
        };
        try (RunningMaven one = maven().start(question);
                RunningMaven two = maven().start(question)) {
            one.await().succeeds().shows("com.acme.packs:tower", "2 rows");
            two.await().succeeds().shows("com.acme.packs:tower", "2 rows");
        }
        assertThat(indexes()).hasSize(1);
    }

    @Test
    void what_is_no_catalogue_is_refused_with_its_line() throws IOException {
        make();
        Path file = folder.resolve("work/packs.packcatalog");
        maven().run("packs:sparql", "-Dquery=find_shared_packages", "-Dpacks.catalog=nothing.packcatalog")
                .fails()
                .shows("PACKS-117", "names no file");
        maven().run("packs:export", "-Dpacks.catalog=packs.packcatalog", "-Dpacks.limits.catalogBytes=100")
                .fails()
                .shows("PACKS-537", "-Dpacks.limits.catalogBytes=200");
        maven().run(
                        "packs:sparql",
                        "-Dquery=find_shared_packages",
                        "-Dpacks.catalog=packs.packcatalog",
                        "-Dpacks.sparqlEndpoint=http://127.0.0.1:9/ds")
                .fails()
                .shows("PACKS-117", "an endpoint is asked");
        Files.write(file, "packs".getBytes(StandardCharsets.UTF_8));
        maven().run("packs:sparql", "-Dquery=find_shared_packages", "-Dpacks.catalog=packs.packcatalog")
                .fails()
                .shows("PACKS-125", "packs.packcatalog");
    }

    @Test
    void packs_that_are_wrong_are_told_or_left_out() throws IOException {
        pack("tower", "1.0.0", "colour = \"red\"\n");
        maven().run("packs:catalog", "-Dpacks.folder=packs").fails().shows("PACKS-104", "tower");
        maven().run("packs:catalog", "-Dpacks.folder=packs", "-Dpacks.lenient")
                .succeeds()
                .shows("PACKS-104", "Wrote 2 packs");
        maven().run("packs:catalog").fails().shows("PACKS-116", "-Dpacks.folder");

        Files.writeString(folder.resolve("work/list.txt"), "# packs\na--b\ncli-app\nweb-api-startr\n");
        maven().run("packs:catalog", "-Dpacks.list=list.txt", "-Dpack=file:none")
                .fails()
                .shows("PACKS-101", "list.txt:2:1: ", "list.txt:4:1: ", "web-api-starter");
        maven().run("packs:catalog", "-Dpacks.list=list.txt", "-Dpacks.lenient")
                .succeeds()
                .shows("list.txt:2:1: ", "list.txt:4:1: ", "Wrote 1 pack");
    }

    @Test
    void a_list_becomes_a_catalogue_that_is_published_and_asked_by_its_coordinates() throws IOException {
        Path market = folder.resolve("market");
        new PackRepositoryBuilder(market)
                .add(TestPack.of("com.acme.listed", "starter", "1.0.0").with("tags = [\"listed\"]"))
                .add(TestPack.of("com.acme.listed", "extra", "1.2.0"));
        String url = market.toUri().toString();
        Files.writeString(
                folder.resolve("work/list.txt"),
                "# two packs\ncom.acme.listed:starter\n\ncom.acme.listed:extra@^1.0 # and why\n");
        Path artifact = market.resolve("com/acme/listed/all/7/all-7.packcatalog");
        Files.createDirectories(Objects.requireNonNull(artifact.getParent()));
        MavenRun.in(folder.resolve("work"))
                .onlyRepository("market", url)
                .run("packs:catalog", "-Dpacks.list=list.txt", "-Dpacks.output=" + artifact)
                .succeeds()
                .shows("Wrote 2 packs");

        MavenRun.in(folder.resolve("work"))
                .onlyRepository("market", url)
                .run("packs:sparql", "-Dquery=find_packs_by_category", "-Dpacks.catalog=com.acme.listed:all:7")
                .succeeds()
                .shows("com.acme.listed:extra", "com.acme.listed:starter");
        maven().run("packs:catalog", "-Dpacks.folder=" + market, "-Dpacks.output=repository.packcatalog")
                .succeeds()
                .shows("Wrote 2 packs");
    }

    @Test
    void show_and_export_know_the_catalogue() throws IOException {
        pack("roof", "1.0.0", "[[dependencies]]\npack = \"dev.packs.starters:base-java\"\nversion = \"^1.0\"\n");
        maven().run("packs:catalog", "-Dpacks.folder=packs").succeeds().shows("Wrote 4 packs");
        maven().run("packs:show", "-Dpack=base-java", "-Dpacks.related", "-Dpacks.catalog=packs.packcatalog")
                .succeeds()
                .shows("com.acme.packs:roof", "needs it");
        maven().run("packs:export", "-Dpacks.catalog=packs.packcatalog", "-Dpacks.output=all.nt")
                .succeeds()
                .shows("triples of 16 packs");
        assertThat(folder.resolve("work/all.nt"))
                .content()
                .contains(
                        "<https://packs.dev/pack/com.acme.packs/roof/1.0.0> <https://packs.dev/ns#dependsOn> <https://packs.dev/pack/dev.packs.starters/base-java>",
                        "<https://packs.dev/versions/pack/%5E1.0> <https://packs.dev/ns#disjointWith> <https://packs.dev/versions/pack/%5E2.0>");
    }
}
