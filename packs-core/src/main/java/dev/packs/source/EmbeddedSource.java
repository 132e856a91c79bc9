package dev.packs.source;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The packs inside the plugin's own jar. The build writes an index beside them: a line {@code group:id:version} for each pack, then a line with a tab and a path for
 * each of its files; the files lie in a folder named by the pack's id.
 */
public final class EmbeddedSource implements PackSource {

    /** Beside the index: what all of these packs together say of themselves, in a form that is nobody's business here. */
    public static final String DESCRIPTION = "description";

    private static final RelativePath MANIFEST = RelativePath.parse("pack.toml");

    private final ClassLoader loader;
    private final String folder;
    private final SortedMap<PackId, ResourceTree> packs;

    private EmbeddedSource(ClassLoader loader, String folder, SortedMap<PackId, ResourceTree> packs) {
        this.loader = loader;
        this.folder = folder;
        this.packs = packs;
    }

    /**
     * Reads the index.
     *
     * @param folder the resource folder that holds {@code index} and the packs, with its final slash
     */
    public static EmbeddedSource of(ClassLoader loader, String folder) {
        SortedMap<PackId, List<RelativePath>> files = readIndex(loader, folder);
        SortedMap<PackId, ResourceTree> packs = new TreeMap<>();
        for (Map.Entry<PackId, List<RelativePath>> pack : files.entrySet()) {
            PackId id = pack.getKey();
            packs.put(id, new ResourceTree(loader, folder + id.name().id() + "/", pack.getValue()));
        }
        return new EmbeddedSource(loader, folder, packs);
    }

    private static SortedMap<PackId, List<RelativePath>> readIndex(ClassLoader loader, String folder) {
        SortedMap<PackId, List<RelativePath>> files = new TreeMap<>();
        try (InputStream resource = loader.getResourceAsStream(folder + "index")) {
            if (resource == null) {
                throw new PacksException(
                        Problem.of(ProblemCode.READ_FAILED, "the plugin's jar has no index of its embedded packs"));
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            List<RelativePath> current = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("\t")) {
                    current.add(RelativePath.parse(line.substring(1)));
                } else {
                    current = new ArrayList<>();
                    files.put(parseId(line), current);
                }
            }
            return files;
        } catch (IOException failed) {
            throw new PacksException(
                    Problem.of(ProblemCode.READ_FAILED, "the plugin's jar cannot be read: " + failed.getMessage()),
                    failed);
        }
    }

    private static PackId parseId(String line) {
        int first = line.indexOf(':');
        int second = line.indexOf(':', first + 1);
        return new PackId(
                new PackName(line.substring(0, first), line.substring(first + 1, second)),
                Version.parse(line.substring(second + 1)));
    }

    @Override
    public String label() {
        return "the embedded packs";
    }

    /** Whether the group is served here, and so nowhere else. */
    public boolean owns(String group) {
        for (PackId id : packs.keySet()) {
            if (id.name().group().equals(group)) {
                return true;
            }
        }
        return false;
    }

    /** The groups that are served here, and so nowhere else. */
    public Set<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        for (PackId id : packs.keySet()) {
            groups.add(id.name().group());
        }
        return groups;
    }

    /** Every embedded pack, sorted. */
    public List<PackId> packs() {
        return List.copyOf(packs.keySet());
    }

    /** {@link #DESCRIPTION}, if the build wrote one. */
    public Optional<byte[]> description() {
        try (InputStream resource = loader.getResourceAsStream(folder + DESCRIPTION)) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        } catch (IOException failed) {
            throw new PacksException(
                    Problem.of(ProblemCode.READ_FAILED, "the plugin's jar cannot be read: " + failed.getMessage()),
                    failed);
        }
    }

    @Override
    public List<PackName> known() {
        Set<PackName> names = new LinkedHashSet<>();
        for (PackId id : packs.keySet()) {
            names.add(id.name());
        }
        return List.copyOf(names);
    }

    @Override
    public List<Version> versions(PackName name) {
        List<Version> versions = new ArrayList<>();
        for (PackId id : packs.keySet()) {
            if (id.name().equals(name)) {
                versions.add(id.version());
            }
        }
        return List.copyOf(versions);
    }

    @Override
    public Optional<ManifestText> manifest(PackId id) {
        FileTree files = packs.get(id);
        Optional<byte[]> content = files == null ? Optional.empty() : files.read(MANIFEST);
        return content.isPresent()
                ? Optional.of(new ManifestText(id.name().id() + "!/pack.toml", content.get()))
                : Optional.empty();
    }

    @Override
    public Optional<PackContent> content(PackId id) {
        FileTree files = packs.get(id);
        return files == null
                ? Optional.empty()
                : Optional.of(new PackContent(id, PackOrigin.EMBEDDED, files, Optional.empty(), Optional.empty()));
    }
}
