package dev.packs.source;

import dev.packs.io.RelativePath;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.util.List;
import java.util.Optional;

/** Packs that are in hand already: modules of the same build, or a folder that the user named. */
public final class TreeSource implements PackSource {

    private static final RelativePath MANIFEST = RelativePath.parse("pack.toml");

    private final String label;
    private final List<PackContent> packs;

    /** @param packs with ids as their POMs or manifests have them */
    public TreeSource(String label, List<PackContent> packs) {
        this.label = label;
        this.packs = List.copyOf(packs);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<PackName> known() {
        return packs.stream().map(pack -> pack.id().name()).distinct().toList();
    }

    @Override
    public List<Version> versions(PackName name) {
        return packs.stream()
                .map(PackContent::id)
                .filter(id -> id.name().equals(name))
                .map(PackId::version)
                .toList();
    }

    @Override
    public Optional<ManifestText> manifest(PackId id) {
        return content(id)
                .flatMap(pack -> pack.files()
                        .read(MANIFEST)
                        .map(content -> new ManifestText(
                                pack.location()
                                        .map(place -> place.resolve("pack.toml").toString())
                                        .orElse(id.name().id() + "!/pack.toml"),
                                content)));
    }

    @Override
    public Optional<PackContent> content(PackId id) {
        return packs.stream().filter(pack -> pack.id().equals(id)).findFirst();
    }
}
