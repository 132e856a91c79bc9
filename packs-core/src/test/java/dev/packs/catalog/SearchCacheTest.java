package dev.packs.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.graph.GraphLimits;
import dev.packs.pack.PackName;
import dev.packs.search.PlainIndex;
import dev.packs.search.SearchEngine;
import dev.packs.search.SearchIndex;
import dev.packs.search.SearchedPack;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCacheTest {

    @TempDir
    private Path folder;

    private Path file;
    private int made;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(
                folder.resolve("market.packcatalog"),
                Shop.catalog(List.of(
                        Shop.pack("com.acme", "base", "2.0.0", ""),
                        Shop.pack("com.acme", "base", "1.0.0", ""),
                        Shop.pack("com.acme", "shop", "1.0.0", Shop.needs("com.acme:base", "^1.0")),
                        Shop.pack("com.acme", "shop", "1.1.0-rc.1", Shop.needs("com.acme:base", "^2.0")))));
    }

    /** Keeps packs one behind the other. */
    private final class PlainEngine implements SearchEngine {

        @Override
        public String format() {
            return "plain";
        }

        @Override
        public byte[] index(List<SearchedPack> packs) {
            made++;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                for (SearchedPack pack : packs) {
                    out.writeInt(pack.bytes().length);
                    out.write(pack.bytes());
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        }

        @Override
        public SearchIndex open(ByteBuffer index) {
            List<SearchedPack> packs = new ArrayList<>();
            while (index.hasRemaining()) {
                byte[] bytes = new byte[index.getInt()];
                index.get(bytes);
                packs.add(SearchedPack.read(bytes, 0, bytes.length));
            }
            return new PlainIndex(packs);
        }
    }

    private SearchIndex open() {
        return new SearchCache(folder.resolve("cache"), PlainEngine::new).open(file, "market", GraphLimits.standard());
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.toList();
        }
    }

    @Test
    void an_index_has_the_newest_release_of_each_pack_as_it_describes_itself_and_is_made_once() throws IOException {
        SearchedPack shop = open().named(new PackName("com.acme", "shop")).orElseThrow();
        assertThat(shop)
                .isEqualTo(SearchedPack.of(
                        Shop.pack("com.acme", "shop", "1.0.0", "").pack()));
        assertThat(open().named(new PackName("com.acme", "base"))
                        .orElseThrow()
                        .id()
                        .version())
                .hasToString("2.0.0");
        assertThat(made).isEqualTo(1);
        assertThat(kept()).singleElement().asString().endsWith("-plain.words");
        Files.setLastModifiedTime(kept().get(0), FileTime.from(Instant.EPOCH));
        open();
        assertThat(Files.getLastModifiedTime(kept().get(0)).toInstant())
                .isAfter(Instant.now().minusSeconds(600));
    }

    @Test
    void a_damaged_or_short_index_is_made_again_and_another_catalogue_has_another() throws IOException {
        open();
        Path index = kept().get(0);
        byte[] good = Files.readAllBytes(index);
        for (int at : new int[] {0, 5, good.length - 1}) {
            byte[] damaged = good.clone();
            damaged[at] ^= 1;
            Files.write(index, damaged);
            open();
            assertThat(index).hasBinaryContent(good);
        }
        Files.write(index, new byte[3]);
        open();
        assertThat(index).hasBinaryContent(good);
        assertThat(made).isEqualTo(5);

        Files.write(file, Shop.catalog(Shop.three()));
        open();
        assertThat(kept()).hasSize(2);
    }

    @Test
    void the_index_of_triples_is_used_where_it_is_and_no_folder_is_needed() throws IOException {
        new CatalogCache(folder.resolve("cache")).open(file, "market", GraphLimits.standard());
        open();
        assertThat(kept()).hasSize(2);

        Files.write(file, Shop.catalog(Shop.three()));
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where the folder should be");
        assertThat(new SearchCache(blocked, PlainEngine::new)
                        .open(file, "market", GraphLimits.standard())
                        .named(new PackName("com.acme", "mall")))
                .isPresent();
    }

    @Test
    void a_catalogue_knows_who_depends_on_a_pack() {
        Catalog catalog = Shop.read(Shop.catalog(Shop.three()));
        assertThat(catalog.dependants(new PackName("com.acme", "base")).toString())
                .isEqualTo("{com.acme:mall:1.0.0=^2.0, com.acme:shop:1.0.0-rc.1=^1.0}");
        assertThat(catalog.dependants(new PackName("com.acme", "mall"))).isEmpty();
    }
}
