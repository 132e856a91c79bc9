package dev.packs.maven;

import dev.packs.description.PackTriples;
import dev.packs.description.StatementBytes;
import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.ManifestText;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what the embedded packs say of themselves, so that a query over them need not parse their manifests. Run by the build after {@link EmbeddedIndexWriter}; not part of the jar. */
final class EmbeddedDescriptionWriter {

    private EmbeddedDescriptionWriter() {}

    /** @param arguments the folder of classes, and in it the folder that holds the packs, with its final slash */
    public static void main(String... arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            EmbeddedSource source = EmbeddedSource.of(loader, arguments[1]);
            List<PackManifest> manifests = new ArrayList<>();
            for (PackId id : source.packs()) {
                ManifestText text = source.manifest(id).orElseThrow();
                manifests.add(ManifestReader.read(text.content(), text.file(), Optional.of(id))
                        .manifest());
            }
            Files.write(
                    classes.resolve(arguments[1]).resolve(EmbeddedSource.DESCRIPTION),
                    StatementBytes.write(PackTriples.of(manifests)));
        }
    }
}
