package dev.packs.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ArchiveWriterTest {

    private static final MemoryTree FILES = new MemoryTree()
            .with("A.txt", "first by name")
            .with("META-INF/LICENSE", "free")
            .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nCreated-By: test\r\n\r\n")
            .with("ü/empty", "")
            .withExecutable("bin/run", "#!/bin/sh\necho run run run run run run run\n");

    @Test
    void what_is_written_is_read_back() {
        ArchiveTree tree = ArchiveTree.read("x.jar", ArchiveWriter.withoutTime().jar(FILES), ArchiveLimits.ofPacks());
        assertThat(tree.paths()).isEqualTo(FILES.paths());
        for (RelativePath path : FILES.paths()) {
            assertThat(tree.read(path).orElseThrow()).isEqualTo(FILES.read(path).orElseThrow());
            assertThat(tree.isExecutable(path)).isEqualTo(FILES.isExecutable(path));
        }
    }

    @Test
    void any_tree_comes_back_as_it_was() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            MemoryTree files = new MemoryTree();
            for (int i = random.nextInt(30); i > 0; i--) {
                byte[] content = new byte[random.nextInt(5000)];
                if (random.nextBoolean()) {
                    random.nextBytes(content);
                }
                files.with("d" + random.nextInt(4) + "/f" + i, content);
            }
            ArchiveTree tree =
                    ArchiveTree.read("seed " + seed, ArchiveWriter.withoutTime().zip(files), ArchiveLimits.ofPacks());
            assertThat(tree.paths()).as("seed %d", seed).isEqualTo(files.paths());
            for (RelativePath path : files.paths()) {
                assertThat(tree.read(path).orElseThrow())
                        .as("seed %d", seed)
                        .isEqualTo(files.read(path).orElseThrow());
            }
        }
    }

    @Test
    void the_manifest_stands_first_and_the_jdk_finds_it() throws IOException {
        byte[] jar = ArchiveWriter.withoutTime().jar(FILES);
        assertThat(names(jar))
                .containsExactly(
                        "META-INF/", "META-INF/MANIFEST.MF", "A.txt", "META-INF/LICENSE", "bin/run", "ü/empty");
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            assertThat(in.getManifest().getMainAttributes().getValue("Created-By"))
                    .isEqualTo("test");
        }
    }

    @Test
    void equal_files_give_equal_bytes_in_any_time_zone() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            byte[] inTokyo =
                    ArchiveWriter.at(Instant.parse("2026-01-01T00:00:00Z")).zip(FILES);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(ArchiveWriter.at(Instant.parse("2026-01-01T00:00:00Z")).zip(FILES))
                    .isEqualTo(inTokyo)
                    .isNotEqualTo(ArchiveWriter.withoutTime().zip(FILES));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void times_are_stamped_and_kept_within_what_the_format_knows() throws IOException {
        assertThat(timeOf(ArchiveWriter.withoutTime())).isEqualTo("1980-02-01T00:00");
        assertThat(timeOf(ArchiveWriter.at(Instant.parse("2026-03-04T05:06:08Z"))))
                .isEqualTo("2026-03-04T05:06:08");
        assertThat(timeOf(ArchiveWriter.at(Instant.EPOCH))).isEqualTo("1980-01-01T00:00");
        assertThat(timeOf(ArchiveWriter.at(Instant.parse("2300-01-01T00:00:00Z"))))
                .isEqualTo("2107-12-31T23:59:58");
    }

    @Test
    void a_zip_has_files_only() throws IOException {
        assertThat(names(ArchiveWriter.withoutTime().zip(FILES)))
                .containsExactly("A.txt", "META-INF/LICENSE", "META-INF/MANIFEST.MF", "bin/run", "ü/empty");
    }

    private static LocalDateTime first(byte[] archive) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            return in.getNextEntry().getTimeLocal();
        }
    }

    private static String timeOf(ArchiveWriter writer) throws IOException {
        return first(writer.zip(FILES)).toString();
    }

    private static List<String> names(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
