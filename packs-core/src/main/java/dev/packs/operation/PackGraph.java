package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.description.PackTriples;
import dev.packs.description.StatementBytes;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.Statement;
import dev.packs.io.RelativePath;
import dev.packs.lock.LockedPack;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.source.PackOrigin;
import dev.packs.version.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Collects the packs of a scope, with what they say of themselves: their manifests as triples, and the {@code graph/*.ttl} that they ship. */
public final class PackGraph {

    private static final String FOLDER = "graph/";
    private static final String SUFFIX = ".ttl";

    private final PackLibrary library;
    private final List<String> groups;
    private final Supplier<? extends Collection<Path>> locks;

    /** @param locks the lock files whose packs count as installed */
    public PackGraph(PackLibrary library, List<String> groups, Supplier<? extends Collection<Path>> locks) {
        this.library = library;
        this.groups = List.copyOf(groups);
        this.locks = locks;
    }

    /**
     * What a graph is made of.
     *
     * @param packs sorted
     * @param warnings of packs that are left out
     */
    public record Collected(List<PackId> packs, GraphContent content, List<Problem> warnings) {

        public Collected {
            packs = List.copyOf(packs);
            warnings = List.copyOf(warnings);
        }
    }

    PackLibrary library() {
        return library;
    }

    /** @throws PacksException if there is no such pack, or no version that satisfies the constraint */
    PackId require(PackRef.Named ref) {
        return new ShowPack(library, groups).run(ref).manifest().id();
    }

    PackName name(PackRef.Named ref) {
        return library.require(ref, groups);
    }

    /** @param asked the packs that were named */
    Collected collect(GraphScope scope, Collection<PackId> asked) {
        SortedSet<PackId> ids = new TreeSet<>(asked);
        if (scope == GraphScope.AVAILABLE) {
            ids.addAll(newest());
        }
        List<Problem> warnings = new ArrayList<>();
        if (scope == GraphScope.INSTALLED) {
            ids.clear();
        }
        if (scope != GraphScope.PACK) {
            ids.addAll(installed(warnings));
        }
        return content(ids, warnings);
    }

    private List<PackId> newest() {
        List<PackId> ids = new ArrayList<>();
        for (PackName name : library.known()) {
            Optional<Version> version = Chosen.newest(library.versions(name), Optional.empty());
            if (version.isPresent()) {
                ids.add(new PackId(name, version.get()));
            }
        }
        return ids;
    }

    /** Without those that nobody has any more, as a folder that was named once. */
    private List<PackId> installed(List<Problem> warnings) {
        Set<PackId> locked = new TreeSet<>();
        for (Path lock : locks.get()) {
            for (LockedPack pack : LockFile.read(lock).before().packs()) {
                locked.add(pack.id());
            }
        }
        List<PackId> found = new ArrayList<>();
        for (PackId id : locked) {
            if (library.findManifest(id).isPresent()) {
                found.add(id);
            } else {
                warnings.add(Problem.of(
                                ProblemCode.VERSION_NOT_FOUND, "the installed pack " + id + " cannot be found any more")
                        .help("it is left out"));
            }
        }
        return found;
    }

    private Collected content(SortedSet<PackId> ids, List<Problem> warnings) {
        List<GraphSource> sources = new ArrayList<>();
        for (PackId id : ids) {
            sources.addAll(sources(library.content(id)));
        }
        return new Collected(List.copyOf(ids), new GraphContent(sources, statements(ids)), warnings);
    }

    /** The embedded packs were described by the build: to parse their manifests again would take a tenth of a second. */
    private List<Statement> statements(SortedSet<PackId> ids) {
        Optional<byte[]> description =
                List.copyOf(ids).equals(library.embedded().packs())
                        ? library.embedded().description()
                        : Optional.empty();
        if (description.isPresent()) {
            return StatementBytes.read(description.get());
        }
        List<PackManifest> manifests = new ArrayList<>();
        for (PackId id : ids) {
            manifests.add(library.manifest(id).manifest());
        }
        return PackTriples.of(manifests);
    }

    private static List<GraphSource> sources(PackContent pack) {
        List<GraphSource> sources = new ArrayList<>();
        for (RelativePath path : pack.files().paths()) {
            if (path.text().startsWith(FOLDER) && path.text().endsWith(SUFFIX)) {
                String name = pack.id().name().id() + "!/" + path;
                byte[] bytes = pack.files().read(path).orElseThrow();
                sources.add(
                        pack.origin() == PackOrigin.EMBEDDED
                                ? GraphSource.trusted(name, GraphSyntax.TURTLE, bytes)
                                : GraphSource.of(name, GraphSyntax.TURTLE, bytes));
            }
        }
        return sources;
    }
}
