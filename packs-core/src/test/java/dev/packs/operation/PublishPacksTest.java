package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.ProblemCode;
import dev.packs.report.JsonReport;
import dev.packs.source.LocalPacks;
import dev.packs.source.MemorySource;
import dev.packs.source.PackContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishPacksTest {

    @TempDir
    private Path folder;

    private final PublishedItems items = new PublishedItems();
    private final Market market = new Market();
    private final List<PackContent> opened = new ArrayList<>();

    @AfterEach
    void close() {
        items.close();
    }

    /** A repository that remembers what it has. */
    private static final class Market implements PublishingRepository {

        private final List<String> files = new ArrayList<>();

        @Override
        public String label() {
            return "`market`";
        }

        @Override
        public boolean has(PublishedFile file) {
            return files.contains(file.toString());
        }

        @Override
        public void publish(List<PublishedFile> sent) {
            sent.forEach(file -> {
                assertThat(file.file()).isRegularFile();
                files.add(file.toString());
            });
        }
    }

    private Path pack(String id, String version, String rest) {
        Path place = folder.resolve(id);
        Bench.write(place.resolve("pack.toml"), MemorySource.manifest(id, version, rest));
        return place;
    }

    private PublishPacks.Published publish(boolean dryRun, PublishPacks.Item... all) {
        List<PublishPacks.Batch> batches = new ArrayList<>();
        for (PublishPacks.Item item : all) {
            batches.add(new PublishPacks.Batch(market, item));
        }
        Bench bench = new Bench(folder.resolve("bench"));
        bench.workspace.addAll(opened);
        PackAmongOthers others = new PackAmongOthers(
                bench.library(), bench.prepare(), bench.graphs, new PackAmongOthers.Circumstances(false, "9.9.9"));
        return new PublishPacks(bench.graphs, others).run(new PublishPacks.Request(batches, dryRun));
    }

    private PublishPacks.Item place(Path place) {
        PackContent content = LocalPacks.open(place);
        opened.add(content);
        return items.ofPlace(content);
    }

    @Test
    void a_folder_is_packed_and_goes_with_its_manifest_and_a_pom() throws Exception {
        PublishPacks.Item item = place(pack("shop", "1.0.0", "license = \"MIT\"\nauthor = { name = \"A & B\" }\n"));
        PublishPacks.Published published = publish(false, item);

        assertThat(market.files)
                .containsExactly("com.acme:shop:jar:1.0.0", "com.acme:shop:toml:1.0.0", "com.acme:shop:pom:1.0.0");
        assertThat(Files.readString(item.files().get(2).file()))
                .contains("<packaging>pack</packaging>", "<name>MIT</name>", "<name>A &amp; B</name>");
        assertThat(published.lines()).startsWith("Published com.acme:shop:1.0.0 to `market`", "  + shop-1.0.0.jar");
        assertThat(published.warnings()).as("no README").hasSize(1);
        assertThat(JsonReport.succeeded("publish", published)).contains("\"repository\" : \"`market`\"");
    }

    @Test
    void a_jar_is_published_as_it_is() throws Exception {
        PublishPacks.Item packed = place(pack("shop", "1.0.0", ""));
        Path jar = Files.copy(packed.files().get(0).file(), folder.resolve("shop.jar"));

        PublishPacks.Item item = place(jar);

        assertThat(item.files().get(0).file()).isEqualTo(jar);
        assertThat(item.files().get(1).file()).content().contains("shop");
    }

    @Test
    void a_release_that_is_there_is_refused_and_a_snapshot_is_not() {
        PublishPacks.Item release = place(pack("shop", "1.0.0", ""));
        PublishPacks.Item snapshot = place(pack("mall", "1.0.0-SNAPSHOT", ""));
        publish(false, release, snapshot);
        int before = market.files.size();

        assertThat(Bench.codes(() -> publish(false, snapshot, release))).containsExactly(ProblemCode.PUBLISHED_ALREADY);
        assertThat(market.files).as("nothing is sent before everything is new").hasSize(before);
        publish(false, snapshot);
        assertThat(market.files).hasSize(before + 3);
    }

    @Test
    void nothing_is_sent_where_one_is_wrong_or_the_run_is_dry() {
        PublishPacks.Item good = place(pack("good", "1.0.0", ""));
        String template = "[[templates]]\nname = \"main\"\nsource = \"main.txt\"\noutput = \"main.txt\"\n";
        Bench.write(folder.resolve("bad/main.txt"), "[(${nothing})]");
        PublishPacks.Item bad = place(pack("bad", "1.0.0", template));

        assertThat(Bench.codes(() -> publish(false, good, bad))).containsExactly(ProblemCode.VARIABLE_UNDEFINED);
        assertThat(publish(true, good).lines()).startsWith("Would publish com.acme:good:1.0.0 to `market`");
        assertThat(market.files).isEmpty();
    }

    @Test
    void what_a_pack_needs_has_to_be_there_and_what_it_writes_to_find_room() {
        PublishPacks.Item needy = place(pack("needy", "1.0.0", """
                [[dependencies]]
                pack = "com.acme:nobody"
                version = "^1.0"
                """));
        assertThat(Bench.codes(() -> publish(false, needy))).containsExactly(ProblemCode.CONFLICT);

        PublishPacks.Item unpacked = place(pack("unpacked", "1.0.0", """
                [[packages]]
                name = "org.acme:nothing"
                version = "1.0"
                """));
        assertThat(Bench.codes(() -> publish(false, unpacked))).containsExactly(ProblemCode.PACKAGE_NOT_FOUND);

        Bench.write(folder.resolve("twice/main.txt"), "main");
        PublishPacks.Item twice = place(pack("twice", "1.0.0", """
                [[templates]]
                name = "one"
                source = "main.txt"
                output = "out.txt"

                [[templates]]
                name = "two"
                source = "main.txt"
                output = "[(${'out'})].txt"
                """));
        assertThat(Bench.codes(() -> publish(false, twice))).containsExactly(ProblemCode.OUTPUT_COLLISION);
        assertThat(market.files).isEmpty();
    }

    @Test
    void packs_that_go_together_are_found_by_each_other() {
        PublishPacks.Item base = place(pack("base", "1.0.0", ""));
        PublishPacks.Item needy = place(pack("needy", "1.0.0", """
                [[dependencies]]
                pack = "com.acme:base"
                version = "^1.0"
                """));

        publish(false, base, needy);

        assertThat(market.files).hasSize(6);
    }

    @Test
    void a_project_goes_with_what_its_build_attached_and_is_packed_if_it_was_not_built() {
        Path sources = pack("shop", "1.0.0", "");
        opened.add(LocalPacks.open(sources));
        Path pom = Bench.write(folder.resolve("pom.xml"), "<project/>");
        PublishedFile ofPom = new PublishedFile("com.acme", "shop", "1.0.0", "", "pom", pom);

        publish(false, items.ofProject(MemorySource.id("shop", "1.0.0"), sources, List.of(ofPom), Optional.empty()));
        assertThat(market.files)
                .containsExactly("com.acme:shop:pom:1.0.0", "com.acme:shop:toml:1.0.0", "com.acme:shop:jar:1.0.0");
        assertThat(items.ofProject(MemorySource.id("shop", "1.0.0"), sources, List.of(ofPom), Optional.of(pom))
                        .files())
                .extracting(PublishedFile::name)
                .containsExactly("shop-1.0.0.pom", "shop-1.0.0.jar");
    }

    @Test
    void a_catalogue_has_coordinates_of_its_own() {
        Path file = Bench.write(folder.resolve("packs.packcatalog"), "a catalogue");
        publish(false, items.ofCatalog("com.acme", "all", "7", file));

        assertThat(market.files).containsExactly("com.acme:all:packcatalog:7", "com.acme:all:pom:7");
    }
}
