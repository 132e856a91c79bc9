package dev.packs.operation;

import dev.packs.io.AtomicFiles;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackId;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of packs and catalogues what is published of them, in a folder that goes when it is closed. */
public final class PublishedItems implements AutoCloseable {

    private static final RelativePath MANIFEST = RelativePath.parse("pack.toml");
    private static final String CATALOG = "packcatalog";

    private final TemporaryFolder work = TemporaryFolder.open();

    /** For whoever needs room meanwhile. */
    public Path folder() {
        return work.path();
    }

    /** A pack in a folder, which is packed first, or in a jar, which is published as it is. */
    public PublishPacks.Item ofPlace(PackContent content) {
        Path place = content.location().orElseThrow();
        PackId id = content.id();
        ParsedManifest manifest = LocalPacks.manifest(place, Optional.of(id));
        Path toml = work.path().resolve(id.name().id() + ".toml");
        Path pom = work.path().resolve(id.name().id() + ".pom");
        Path jar = Files.isDirectory(place) ? work.path().resolve(id.name().id() + ".jar") : place;
        if (Files.isDirectory(place)) {
            new PackagePack().run(new PackagePack.Request(place, id, jar, toml));
        } else {
            AtomicFiles.fast().write(toml, content.files().read(MANIFEST).orElseThrow());
        }
        write(pom, PackPom.of(manifest.manifest().pack()));
        List<PublishedFile> files = new ArrayList<>();
        files.add(file(id, "jar", jar));
        files.add(file(id, "toml", toml));
        files.add(file(id, "pom", pom));
        return item(id, manifest, content.files(), files);
    }

    /**
     * A pack that a project builds.
     *
     * @param sources what it is built of
     * @param files of the project: its POM, and what the build attached
     * @param jar what the build made of it; without one, it is made now, and its manifest with it
     */
    public PublishPacks.Item ofProject(PackId id, Path sources, List<PublishedFile> files, Optional<Path> jar) {
        ParsedManifest manifest = LocalPacks.manifest(sources, Optional.of(id));
        List<PublishedFile> all = new ArrayList<>(files);
        Path made = jar.orElseGet(() -> work.path().resolve(id.name().id() + ".jar"));
        if (jar.isEmpty()) {
            Path toml = work.path().resolve(id.name().id() + ".toml");
            new PackagePack().run(new PackagePack.Request(sources, id, made, toml));
            all.add(file(id, "toml", toml));
        }
        all.add(file(id, "jar", made));
        return item(id, manifest, LocalPacks.files(sources), all);
    }

    /** A catalogue, which was read before. */
    public PublishPacks.Item ofCatalog(String group, String artifact, String version, Path catalog) {
        Path pom = work.path().resolve(artifact + ".pom");
        write(pom, PackPom.ofCatalog(group, artifact, version, CATALOG));
        return new PublishPacks.Item(
                group + ":" + artifact + ":" + version,
                version.endsWith("-SNAPSHOT"),
                Optional.empty(),
                List.of(
                        new PublishedFile(group, artifact, version, "", CATALOG, catalog),
                        new PublishedFile(group, artifact, version, "", "pom", pom)));
    }

    private static PublishPacks.Item item(
            PackId id, ParsedManifest manifest, FileTree tree, List<PublishedFile> files) {
        return new PublishPacks.Item(
                id.toString(), id.version().isSnapshot(), Optional.of(new PublishPacks.Pack(manifest, tree)), files);
    }

    private static PublishedFile file(PackId id, String extension, Path file) {
        return new PublishedFile(id.name().group(), id.name().id(), id.version().toString(), "", extension, file);
    }

    private static void write(Path file, String text) {
        AtomicFiles.fast().write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        work.close();
    }
}
