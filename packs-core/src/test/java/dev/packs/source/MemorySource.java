package dev.packs.source;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.io.ArchiveWriter;
import dev.packs.io.MemoryTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A repository of packs that a test writes down. It remembers who asked for a list of versions, and can be offline, when it refuses to give one. */
public final class MemorySource implements PackSource {

    private final Map<PackId, MemoryTree> packs = new TreeMap<>();
    public final List<PackName> listed = new ArrayList<>();
    public boolean offline;

    /**
     * Publishes a pack of the group {@code com.acme}, again if it was there.
     *
     * @param manifest what follows the description, whose table is still open
     */
    public MemoryTree pack(String id, String version, String manifest) {
        MemoryTree files = tree(id, version, manifest);
        packs.put(id(id, version), files);
        return files;
    }

    public static PackId id(String id, String version) {
        return new PackId(new PackName("com.acme", id), Version.parse(version));
    }

    public static MemoryTree tree(String id, String version, String manifest) {
        return new MemoryTree().with("pack.toml", manifest(id, version, manifest));
    }

    public static String manifest(String id, String version, String rest) {
        return """
                [pack]
                group = "com.acme"
                id = "%s"
                version = "%s"
                name = "%s"
                description = "A pack of a test"
                category = "library"
                """.formatted(id, version, id) + rest;
    }

    @Override
    public String label() {
        return "the repository of this test";
    }

    @Override
    public List<Version> versions(PackName name) {
        listed.add(name);
        if (offline) {
            throw Problem.of(ProblemCode.OFFLINE, "the versions of " + name + " cannot be listed offline")
                    .asException();
        }
        return packs.keySet().stream()
                .filter(id -> id.name().equals(name))
                .map(PackId::version)
                .toList();
    }

    @Override
    public Optional<ManifestText> manifest(PackId id) {
        return Optional.ofNullable(packs.get(id))
                .flatMap(files -> files.read(RelativePath.parse("pack.toml")))
                .map(text -> new ManifestText(id.name().id() + ".toml", text));
    }

    @Override
    public Optional<PackContent> content(PackId id) {
        return Optional.ofNullable(packs.get(id))
                .map(files -> new PackContent(
                        id,
                        id.version().isSnapshot() ? PackOrigin.SNAPSHOT : PackOrigin.REPOSITORY,
                        files,
                        Optional.of(Digest.of(ArchiveWriter.withoutTime().jar(files))),
                        Optional.empty()));
    }

    /** A module of the same build. */
    public static PackContent module(String id, String version, String manifest) {
        return new PackContent(
                id(id, version),
                PackOrigin.WORKSPACE,
                new MemoryTree()
                        .with("pack.toml", manifest(id, version, manifest).getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Optional.empty());
    }
}
