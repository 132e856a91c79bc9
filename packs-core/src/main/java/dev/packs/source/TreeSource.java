package dev.packs.source;

import dev.packs.io.RelativePath;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        Set<PackName> names = new LinkedHashSet<>();
        for (PackContent pack : packs) {
            names.add(pack.id().name());
        }
        return List.copyOf(names);
    }

    @Override
    public List<Version> versions(PackName name) {
        List<Version> versions = new ArrayList<>();
        for (PackContent pack : packs) {
            if (pack.id().name().equals(name)) {
                versions.add(pack.id().version());
            }
        }
        return List.copyOf(versions);
    }

    @Override
    public Optional<ManifestText> manifest(PackId id) {
        Optional<PackContent> pack = content(id);
        if (pack.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> content = pack.get().files().read(MANIFEST);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> place = pack.get().location();
        String file = place.isPresent() && pack.get().origin() != PackOrigin.ARCHETYPE
                ? place.get().resolve("pack.toml").toString()
                : id.name().id() + "!/pack.toml";
        return Optional.of(new ManifestText(file, content.get()));
    }

    @Override
    public Optional<ParsedManifest> known(PackId id) {
        Optional<PackContent> pack = content(id);
        return pack.isEmpty() ? Optional.empty() : pack.get().manifest();
    }

    @Override
    public Optional<PackContent> content(PackId id) {
        for (PackContent pack : packs) {
            if (pack.id().equals(id)) {
                return Optional.of(pack);
            }
        }
        return Optional.empty();
    }
}
