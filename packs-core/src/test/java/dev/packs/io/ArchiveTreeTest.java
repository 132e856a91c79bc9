package dev.packs.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveTreeTest {

    private static final ArchiveLimits LIMITS = ArchiveLimits.ofPacks();

    @Test
    void descriptors_of_every_form_are_understood() {
        for (boolean isSigned : new boolean[] {true, false}) {
            for (boolean isLong : new boolean[] {true, false}) {
                ZipForge forge = new ZipForge();
                forge.add("a.txt", "hello").withDescriptor(isSigned, isLong);
                forge.add("b.txt", "world").withDescriptor(isSigned, isLong);
                assertThat(text(read(forge), "a.txt")).isEqualTo("hello");
                assertThat(text(read(forge), "b.txt")).isEqualTo("world");
            }
        }
    }

    @Test
    void what_the_jdk_streams_out_is_read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment("made by the JDK");
            zip.putNextEntry(new ZipEntry("META-INF/"));
            zip.putNextEntry(new ZipEntry("META-INF/ü.txt"));
            zip.write("grün".getBytes(StandardCharsets.UTF_8));
        }
        ArchiveTree tree = ArchiveTree.read("jdk.zip", out.toByteArray(), LIMITS);
        assertThat(tree.paths()).extracting(RelativePath::text).containsExactly("META-INF/ü.txt");
        assertThat(text(tree, "META-INF/ü.txt")).isEqualTo("grün");
    }

    @Test
    void executable_bits_count_where_a_unix_made_the_archive() {
        ZipForge forge = new ZipForge();
        forge.add("run.sh", "1").mode = 0100755;
        forge.add("plain.txt", "2").mode = 0100644;
        ZipForge.Entry dos = forge.add("dos.bat", "3");
        dos.madeBy = 20;
        dos.mode = 0777;
        ArchiveTree tree = read(forge);
        assertThat(tree.isExecutable(RelativePath.parse("run.sh"))).isTrue();
        assertThat(tree.isExecutable(RelativePath.parse("plain.txt"))).isFalse();
        assertThat(tree.isExecutable(RelativePath.parse("dos.bat"))).isFalse();
        assertThat(tree.isExecutable(RelativePath.parse("missing"))).isFalse();
    }

    @Test
    void a_folder_may_be_listed_twice_and_have_no_mode() {
        ZipForge forge = new ZipForge();
        forge.add("META-INF/", "").mode = 0xffff;
        forge.add("META-INF/", "").mode = 0040755;
        forge.add("META-INF/a", "x");
        assertThat(read(forge).paths()).hasSize(1);
    }

    @Test
    void an_empty_archive_has_no_files() {
        assertThat(read(new ZipForge()).paths()).isEmpty();
    }

    @Test
    void what_was_handed_out_can_be_changed_without_effect() {
        ZipForge forge = new ZipForge();
        forge.add("a.txt", "hello");
        ArchiveTree tree = read(forge);
        tree.read(RelativePath.parse("a.txt")).orElseThrow()[0] = 'J';
        assertThat(text(tree, "a.txt")).isEqualTo("hello");
        assertThat(tree.read(RelativePath.parse("missing"))).isEmpty();
    }

    @Test
    void a_large_archive_is_unpacked_again_as_it_is_read() {
        byte[] noise = new byte[9 << 20];
        new Random(1).nextBytes(noise);
        ZipForge forge = new ZipForge();
        forge.add(ZipForge.bytes("large"), noise);
        ArchiveTree tree = read(forge);
        assertThat(tree.size()).isEqualTo(noise.length);
        assertThat(tree.read(RelativePath.parse("large"))).hasValue(noise);
    }

    private static ArchiveTree read(ZipForge forge) {
        return ArchiveTree.read("test.jar", forge.bytes(), LIMITS);
    }

    private static String text(ArchiveTree tree, String path) {
        return new String(tree.read(RelativePath.parse(path)).orElseThrow(), StandardCharsets.UTF_8);
    }
}
