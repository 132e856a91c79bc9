package dev.packs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packs.PacksException;
import dev.packs.integrity.Digest;
import dev.packs.io.ArchiveWriter;
import dev.packs.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPacksTest {

    @TempDir
    private Path folder;

    @Test
    void a_folder_is_a_pack_without_a_digest() throws IOException {
        Files.writeString(folder.resolve("pack.toml"), MemorySource.manifest("web", "1.0.0", ""));

        PackContent pack = LocalPacks.open(folder);

        assertThat(pack.id()).isEqualTo(MemorySource.id("web", "1.0.0"));
        assertThat(pack.origin()).isEqualTo(PackOrigin.FOLDER);
        assertThat(pack.digest()).isEmpty();
        assertThat(pack.location()).contains(folder);
    }

    @Test
    void a_jar_is_a_pack_with_the_digest_of_its_bytes() throws IOException {
        byte[] jar = ArchiveWriter.withoutTime().jar(MemorySource.tree("web", "1.0.0", ""));
        Path file = Files.write(folder.resolve("web.jar"), jar);

        PackContent pack = LocalPacks.open(file);

        assertThat(pack.digest()).contains(Digest.of(jar));
        TreeSource source = new TreeSource("named", List.of(pack));
        assertThat(source.label()).isEqualTo("named");
        assertThat(source.known()).containsExactly(pack.id().name());
        assertThat(source.versions(pack.id().name())).containsExactly(Version.parse("1.0.0"));
        assertThat(source.manifest(pack.id()).orElseThrow().file()).contains("web.jar");
        assertThat(source.manifest(MemorySource.id("web", "2.0.0"))).isEmpty();
    }

    @Test
    void what_is_no_pack_is_told_with_what_would_be_one() throws IOException {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> LocalPacks.open(folder.resolve("gone")))
                .withMessageContaining("gone` is neither a folder nor a file")
                .withMessageContaining("name a folder that has a `pack.toml`");
        Files.createDirectories(folder.resolve("empty"));
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> LocalPacks.open(folder.resolve("empty")))
                .withMessageContaining("has no `pack.toml`");
    }
}
