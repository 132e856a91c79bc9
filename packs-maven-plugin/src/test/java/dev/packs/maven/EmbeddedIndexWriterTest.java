package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.io.RelativePath;
import dev.packs.source.EmbeddedSource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIndexWriterTest {

    @TempDir
    Path folder;

    @Test
    void the_source_reads_what_the_writer_wrote() throws IOException {
        write(
                "embedded/two/pack.toml",
                "[other]\nid = \"no\"\n[pack]\nid=\"two\" # said\ngroup = \"g.h\"\nversion = \"2.0.0\"\n");
        write(
                "embedded/one/pack.toml",
                "[pack]\ngroup = \"g\"\nid = \"one\"\nversion = \"1.0.0\"\n[x]\nversion = \"9\"\n");
        write("embedded/one/templates/.gitignore", "target/\n");

        EmbeddedIndexWriter.main(folder.resolve("embedded").toString());

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            EmbeddedSource source = EmbeddedSource.of(loader, "embedded/");
            assertThat(source.packs()).extracting(Object::toString).containsExactly("g:one:1.0.0", "g.h:two:2.0.0");
            assertThat(source.content(source.packs().get(0))
                            .orElseThrow()
                            .files()
                            .paths())
                    .extracting(RelativePath::toString)
                    .containsExactly("pack.toml", "templates/.gitignore");
        }
    }

    @Test
    void a_folder_whose_name_is_not_the_id_stops_the_build() throws IOException {
        write("embedded/one/pack.toml", "[pack]\ngroup = \"g\"\nid = \"eins\"\nversion = \"1.0.0\"\n");

        assertThatThrownBy(() ->
                        EmbeddedIndexWriter.main(folder.resolve("embedded").toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the id `one`");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
