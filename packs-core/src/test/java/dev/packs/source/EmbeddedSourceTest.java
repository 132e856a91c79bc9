package dev.packs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import org.junit.jupiter.api.Test;

class EmbeddedSourceTest {

    private static final PackId ALPHA = new PackId(new PackName("test.packs", "alpha"), Version.parse("1.0.0"));
    private static final PackId BETA = new PackId(new PackName("test.packs", "beta"), Version.parse("2.1.0"));

    private final EmbeddedSource source =
            EmbeddedSource.of(EmbeddedSourceTest.class.getClassLoader(), "dev/packs/source/packs/");

    @Test
    void the_index_names_packs_and_their_files() {
        assertThat(source.packs()).containsExactly(ALPHA, BETA);
        assertThat(source.known()).containsExactly(ALPHA.name(), BETA.name());
        assertThat(source.versions(BETA.name())).containsExactly(Version.parse("2.1.0"));
        assertThat(source.owns("test.packs")).isTrue();
        assertThat(source.owns("test")).isFalse();
    }

    @Test
    void contents_are_read_by_exact_name_only() {
        FileTree files = source.content(ALPHA).orElseThrow().files();

        assertThat(files.paths()).extracting(RelativePath::text).containsExactly("files/a.txt", "pack.toml");
        assertThat(files.read(RelativePath.parse("files/a.txt")))
                .hasValue("hello\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(files.read(RelativePath.parse("index"))).isEmpty();
        assertThat(files.isExecutable(RelativePath.parse("files/a.txt"))).isFalse();
        assertThat(source.manifest(ALPHA).orElseThrow().file()).isEqualTo("alpha!/pack.toml");
    }

    @Test
    void a_damaged_plugin_is_reported() {
        FileTree files = source.content(BETA).orElseThrow().files();

        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> files.read(RelativePath.parse("files/missing.txt")))
                .satisfies(
                        failure -> assertThat(failure.problems().get(0).code()).isEqualTo(ProblemCode.READ_FAILED));
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> EmbeddedSource.of(EmbeddedSourceTest.class.getClassLoader(), "nowhere/"));
    }
}
