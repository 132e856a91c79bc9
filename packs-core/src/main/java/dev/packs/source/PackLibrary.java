package dev.packs.source;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.manifest.ManifestReader;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every source together, asked in the order of the contract: a group that is embedded is served by the plugin and by nobody else; then the workspace; then the others.
 *
 * A workspace pack has the version of its POM; what constraints mean for a {@code -SNAPSHOT} there is the resolver's business. Each manifest is read
 * once. Safe for use by several threads.
 */
public final class PackLibrary {

    private final EmbeddedSource embedded;
    private final TreeSource workspace;
    private final List<PackSource> others;
    private final Map<PackId, ParsedManifest> manifests = new ConcurrentHashMap<>();
    private final Map<PackId, PackContent> contents = new ConcurrentHashMap<>();

    public PackLibrary(EmbeddedSource embedded, TreeSource workspace, List<PackSource> others) {
        this.embedded = embedded;
        this.workspace = workspace;
        this.others = List.copyOf(others);
    }

    public EmbeddedSource embedded() {
        return embedded;
    }

    /** The packs of the same build. */
    public TreeSource workspace() {
        return workspace;
    }

    /**
     * The pack that a reference means. A short name is looked up in the groups, in their order, then among the packs of the same build, then among the embedded ones.
     *
     * @throws PacksException {@link ProblemCode#PACK_NOT_FOUND}
     */
    public PackName require(PackRef.Named ref, List<String> groups) {
        Optional<PackName> found = find(ref, groups);
        if (found.isEmpty()) {
            throw notFound(ref.text(), groups);
        }
        return found.get();
    }

    /** The same, or nothing. Who writes a group is believed. */
    public Optional<PackName> find(PackRef.Named ref, List<String> groups) {
        if (ref.group().isPresent()) {
            return Optional.of(new PackName(ref.group().get(), ref.id()));
        }
        for (String group : groups) {
            PackName name = new PackName(group, ref.id());
            if (!versions(name).isEmpty()) {
                return Optional.of(name);
            }
        }
        for (PackSource source : List.of(workspace, embedded)) {
            for (PackName name : source.known()) {
                if (name.id().equals(ref.id())) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /** The versions of a pack, in no order; empty when nobody knows it. */
    public List<Version> versions(PackName name) {
        if (embedded.owns(name.group())) {
            return embedded.versions(name);
        }
        List<Version> versions = new ArrayList<>(workspace.versions(name));
        for (PackSource source : others) {
            for (Version version : source.versions(name)) {
                if (!versions.contains(version)) {
                    versions.add(version);
                }
            }
        }
        return List.copyOf(versions);
    }

    /** The versions that the sources have which name this pack among {@link PackSource#known()}: the workspace, or else folders that were named. No repository is asked. */
    public List<Version> versionsAtHand(PackName name) {
        if (workspace.known().contains(name)) {
            return workspace.versions(name);
        }
        List<Version> versions = new ArrayList<>();
        for (PackSource source : others) {
            if (source.known().contains(name)) {
                versions.addAll(source.versions(name));
            }
        }
        return List.copyOf(versions);
    }

    /** Whether this is a module of the same build. */
    public boolean isWorkspace(PackId id) {
        return workspace.content(id).isPresent();
    }

    /** The manifest of exactly this version, if it is anywhere. */
    public Optional<ParsedManifest> findManifest(PackId id) {
        ParsedManifest known = manifests.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ParsedManifest> manifest = read(id);
        if (manifest.isPresent()) {
            manifests.put(id, manifest.get());
        }
        return manifest;
    }

    private Optional<ParsedManifest> read(PackId id) {
        for (PackSource source : sourcesOf(id)) {
            Optional<ParsedManifest> made = source.known(id);
            if (made.isPresent()) {
                return made;
            }
            Optional<ManifestText> text = source.manifest(id);
            if (text.isPresent()) {
                return Optional.of(read(text.get(), id));
            }
        }
        return Optional.empty();
    }

    /** The manifest of exactly this version as it lies in its source, if it is anywhere. */
    public Optional<ManifestText> findText(PackId id) {
        for (PackSource source : sourcesOf(id)) {
            Optional<ManifestText> text = source.manifest(id);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** @throws PacksException if there is none, or what it says is wrong */
    public ParsedManifest manifest(PackId id) {
        Optional<ParsedManifest> manifest = findManifest(id);
        if (manifest.isEmpty()) {
            throw gone(id);
        }
        return manifest.get();
    }

    /** @throws PacksException if nobody has it */
    public PackContent content(PackId id) {
        PackContent known = contents.get(id);
        if (known != null) {
            return known;
        }
        for (PackSource source : sourcesOf(id)) {
            Optional<PackContent> content = source.content(id);
            if (content.isPresent()) {
                contents.put(id, content.get());
                return content.get();
            }
        }
        throw gone(id);
    }

    /** Every pack that can be named without asking a repository. */
    public List<PackName> known() {
        Set<PackName> sorted = new TreeSet<>(embedded.known());
        sorted.addAll(workspace.known());
        for (PackSource source : others) {
            sorted.addAll(source.known());
        }
        return List.copyOf(sorted);
    }

    /** Says that a pack is nowhere, where it was looked for, and what might have been meant. */
    public PacksException notFound(String asked, List<String> groups) {
        return notFound(asked, groups, List.of());
    }

    /** @param others that may have been meant, beside those that can be named without asking a repository */
    public PacksException notFound(String asked, List<String> groups, Collection<PackName> others) {
        Set<PackName> names = new TreeSet<>(known());
        names.addAll(others);
        String wanted = asked.contains("@") ? asked.substring(0, asked.indexOf('@')) : asked;
        String near = meant(wanted, names).map(question -> question + "\n").orElse("");
        // Who writes a group wants none of the embedded packs, unless the name is nearly one's.
        String help = wanted.contains(":")
                ? near
                        + "look at the spelling; the repository that has it is to be in the pom, or in settings.xml; with"
                        + " -o, run once without it; if it was published just now, add -U"
                        + "\nif it is an archetype: -Dpack=archetype:" + wanted
                : near + "embedded packs: "
                        + String.join(
                                ", ",
                                embedded.known().stream().map(PackName::id).toList())
                        + "\nany Maven repository can offer packs: write `group:name`, or name the group in -Dpacks.groups";
        String where = groups.isEmpty() ? "" : "the groups " + String.join(", ", groups) + ", ";
        return Problem.of(
                        ProblemCode.PACK_NOT_FOUND,
                        "there is no pack `" + asked + "` in " + where + labels(wanted.contains(":")))
                .help(help)
                .asException();
    }

    /** Who writes a group may have mistaken that one alone. */
    private static Optional<String> meant(String wanted, Set<PackName> names) {
        String id = wanted.substring(wanted.lastIndexOf(':') + 1);
        List<String> ids = names.stream().map(PackName::id).toList();
        if (!wanted.contains(":")) {
            return Nearest.question(id, ids);
        }
        return Nearest.question(wanted, names.stream().map(PackName::toString).toList())
                .or(() -> names.stream()
                        .filter(name -> name.id().equals(id))
                        .findFirst()
                        .map(name -> "did you mean `" + name + "`?"))
                .or(() -> Nearest.question(id, ids));
    }

    private String labels(boolean everywhere) {
        Stream<PackSource> asked = everywhere
                ? Stream.concat(Stream.of(embedded, workspace), others.stream())
                : Stream.of(embedded, workspace);
        return asked.map(PackSource::label).collect(Collectors.joining(", "));
    }

    private List<? extends PackSource> sourcesOf(PackId id) {
        if (embedded.owns(id.name().group())) {
            return List.of(embedded);
        }
        return isWorkspace(id) ? List.of(workspace) : others;
    }

    private static ParsedManifest read(ManifestText text, PackId asked) {
        ParsedManifest parsed = ManifestReader.read(text.content(), text.file(), Optional.of(asked));
        if (!parsed.manifest().id().equals(asked)) {
            throw Problem.of(
                            ProblemCode.IDENTITY_MISMATCH,
                            "`" + text.file() + "` says that it is "
                                    + parsed.manifest().id() + ", but it was published as " + asked)
                    .help("the pack was built wrongly; ask its author, or use another version")
                    .asException();
        }
        return parsed;
    }

    private static PacksException gone(PackId id) {
        return Problem.of(ProblemCode.VERSION_NOT_FOUND, "the version " + id + " cannot be had")
                .help("see what there is: mvn packs:show -Dpack=" + id.name())
                .asException();
    }
}
