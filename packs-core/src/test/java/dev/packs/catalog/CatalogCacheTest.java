package dev.packs.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.PacksException;
import dev.packs.graph.GraphLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCacheTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(folder.resolve("market.packcatalog"), Shop.catalog(Shop.three()));
    }

    private Catalog open() {
        return new CatalogCache(folder.resolve("cache")).open(file, "market", GraphLimits.standard());
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.sorted().toList();
        }
    }

    private static void assertSame(Catalog left, Catalog right) {
        assertThat(Shop.statements(left)).isEqualTo(Shop.statements(right));
        assertThat(left.entries()).isEqualTo(right.entries());
    }

    @Test
    void an_index_says_what_the_file_says() throws IOException {
        Catalog first = open();
        assertThat(indexes()).hasSize(1);
        Files.setLastModifiedTime(indexes().get(0), FileTime.from(Instant.EPOCH));
        Catalog second = open();
        assertSame(first, second);
        assertThat(second.terms().text().isDirect())
                .as("it comes from the index")
                .isTrue();
        assertThat(Files.getLastModifiedTime(indexes().get(0)).toInstant())
                .isAfter(Instant.now().minusSeconds(600));
    }

    @Test
    void another_file_has_another_index() throws IOException {
        open();
        Files.write(file, Shop.catalog(Shop.three().subList(0, 2)));
        assertThat(open().entries()).hasSize(2);
        assertThat(indexes()).hasSize(2);
    }

    @Test
    void a_damaged_index_is_made_again() throws IOException {
        Catalog good = open();
        Path index = indexes().get(0);
        byte[] bytes = Files.readAllBytes(index);
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            byte[] damaged =
                    round % 3 == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
            if (round % 3 != 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(index, damaged);
            assertSame(open(), good);
            assertThat(Files.readAllBytes(index)).isEqualTo(bytes);
        }
    }

    @Test
    void many_at_once_make_one_index() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Catalog>> opened = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                opened.add(threads.submit(this::open));
            }
            Catalog expected = open();
            for (Future<Catalog> each : opened) {
                assertSame(each.get(), expected);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(indexes()).hasSize(1);
    }

    @Test
    void without_a_place_for_an_index_there_is_none() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file where the folder should be");
        assertThat(open().entries()).hasSize(3);
    }

    @Test
    void a_wrong_catalogue_leaves_no_index() throws IOException {
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(this::open).isInstanceOf(PacksException.class).hasMessageContaining("PACKS-125");
        assertThat(folder.resolve("cache")).doesNotExist();
    }
}
