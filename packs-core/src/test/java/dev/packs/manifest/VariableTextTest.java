package dev.packs.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.pack.PackManifest;
import dev.packs.pack.VariableDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariableTextTest {

    @Test
    void the_variables_of_all_embedded_packs_read_back_as_they_were() throws IOException {
        List<Path> manifests;
        try (Stream<Path> folders = Files.list(Path.of("../packs-maven-plugin/src/main/packs"))) {
            manifests = folders.map(folder -> folder.resolve("pack.toml")).toList();
        }
        assertThat(manifests).isNotEmpty();
        for (Path file : manifests) {
            PackManifest manifest = ManifestReader.read(Files.readAllBytes(file), file.toString())
                    .manifest();
            StringBuilder text =
                    new StringBuilder("[pack]\ngroup = \"g\"\nid = \"i\"\nversion = \"1.0.0\"\ndescription = \"d\"\n");
            for (VariableDefinition variable : manifest.variables()) {
                text.append('\n').append(VariableText.write(variable));
            }
            assertThat(ManifestReader.read(text.toString().getBytes(StandardCharsets.UTF_8), "again")
                            .manifest()
                            .variables())
                    .isEqualTo(manifest.variables());
        }
    }
}
