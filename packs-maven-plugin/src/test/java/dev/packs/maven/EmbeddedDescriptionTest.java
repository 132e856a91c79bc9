package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.description.PackTriples;
import dev.packs.description.StatementBytes;
import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackManifest;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.ManifestText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddedDescriptionTest {

    @Test
    void what_the_build_wrote_is_what_the_manifests_say() {
        EmbeddedSource source = EmbeddedSource.of(Wiring.class.getClassLoader(), "dev/packs/embedded/");
        List<PackManifest> manifests = source.packs().stream()
                .map(id -> {
                    ManifestText text = source.manifest(id).orElseThrow();
                    return ManifestReader.read(text.content(), text.file(), Optional.of(id))
                            .manifest();
                })
                .toList();

        assertThat(manifests).hasSizeGreaterThan(4);
        assertThat(StatementBytes.read(source.description().orElseThrow())).isEqualTo(PackTriples.of(manifests));
    }
}
