package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.catalog.Catalog;
import dev.packs.description.KnownConstraints;
import dev.packs.description.PackIris;
import dev.packs.description.PackTriples;
import dev.packs.description.StatementBytes;
import dev.packs.graph.GraphBase;
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
import java.util.SortedMap;
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
    private final Supplier<Optional<Catalog>> catalog;

    /** @param locks the lock files whose packs count as installed */
    public PackGraph(PackLibrary library, List<String> groups, Supplier<? extends Collection<Path>> locks) {
        this(library, groups, locks, Optional::empty);
    }

    /** @param catalog whose packs are available too */
    public PackGraph(
            PackLibrary library,
            List<String> groups,
            Supplier<? extends Collection<Path>> locks,
            Supplier<Optional<Catalog>> catalog) {
        this.library = library;
        this.groups = List.copyOf(groups);
        this.locks = locks;
        this.catalog = catalog;
    }

    /**
     * What a graph is made of.
     *
     * @param packs sorted; without those of the catalogue
     * @param catalog what the content begins with
     * @param warnings of packs that are left out
     */
    public record Collected(
            List<PackId> packs, Optional<Catalog> catalog, GraphContent content, List<Problem> warnings) {

        public Collected {
            packs = List.copyOf(packs);
            warnings = List.copyOf(warnings);
        }

        /** Every pack of the graph, sorted. */
        List<PackId> all() {
            SortedSet<PackId> all = new TreeSet<>(packs);
            catalog.ifPresent(opened -> opened.entries().forEach(entry -> {
                if (isVisible(opened, entry.id())) {
                    all.add(entry.id());
                }
            }));
            return List.copyOf(all);
        }

        private boolean isVisible(Catalog opened, PackId id) {
            return content.base().isEmpty()
                    || !content.base().get().hidden().get(opened.terms().find(PackIris.of(id)));
        }
    }

    PackLibrary library() {
        return library;
    }

    /** @throws PacksException if there is no such pack, or no version that satisfies the constraint */
    PackId require(PackRef.Named ref) {
        return listed(ref)
                .orElseGet(() -> new CatalogNames(library, groups, catalog)
                        .show(ref)
                        .manifest()
                        .id());
    }

    PackName name(PackRef.Named ref) {
        return listed(ref).map(PackId::name).orElseGet(() -> library.require(ref, groups));
    }

    /** A pack's own queries: each name, and where its file lies inside the pack. */
    SortedMap<String, String> queries(PackId id) {
        return isListed(id)
                ? catalog.get().orElseThrow().queries(id)
                : library.manifest(id).manifest().queries();
    }

    /** Whether a pack comes out of the catalogue, because nothing closer at hand has its name. */
    private boolean isListed(PackId id) {
        return !library.known().contains(id.name())
                && catalog.get().map(opened -> opened.contains(id)).orElse(false);
    }

    /** The newest version in the catalogue of what a reference means, unless something closer at hand is meant. */
    private Optional<PackId> listed(PackRef.Named ref) {
        Optional<Catalog> opened = catalog.get();
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        for (PackName name : candidates(ref, opened.get())) {
            if (library.known().contains(name)) {
                return Optional.empty();
            }
            Optional<Version> newest = Chosen.newest(opened.get().versions(name), ref.constraint());
            if (newest.isPresent()) {
                return Optional.of(new PackId(name, newest.get()));
            }
        }
        return Optional.empty();
    }

    /** In the order of the contract: the groups, then what is known by this id, and last what the catalogue has under it. */
    private List<PackName> candidates(PackRef.Named ref, Catalog opened) {
        if (ref.group().isPresent()) {
            return List.of(new PackName(ref.group().get(), ref.id()));
        }
        List<PackName> candidates = new ArrayList<>();
        groups.forEach(group -> candidates.add(new PackName(group, ref.id())));
        library.known().stream().filter(name -> name.id().equals(ref.id())).forEach(candidates::add);
        if (candidates.size() > groups.size()) {
            return candidates;
        }
        List<PackName> named = opened.named(ref.id());
        if (named.size() > 1) {
            throw CatalogNames.ambiguous(ref, named);
        }
        candidates.addAll(named);
        return candidates;
    }

    /** @param asked the packs that were named */
    Collected collect(GraphScope scope, Collection<PackId> asked) {
        SortedSet<PackId> ids = new TreeSet<>(asked);
        Optional<Catalog> opened = Optional.empty();
        if (scope == GraphScope.AVAILABLE) {
            opened = catalog.get();
            ids.removeIf(this::isListed);
            ids.addAll(newest());
        }
        List<Problem> warnings = new ArrayList<>();
        if (scope == GraphScope.INSTALLED) {
            ids.clear();
        }
        if (scope != GraphScope.PACK) {
            ids.addAll(installed(warnings));
        }
        return content(ids, opened, warnings);
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

    private Collected content(SortedSet<PackId> ids, Optional<Catalog> opened, List<Problem> warnings) {
        List<GraphSource> sources = new ArrayList<>();
        for (PackId id : ids) {
            sources.addAll(sources(library.content(id)));
        }
        if (opened.isEmpty()) {
            GraphContent content = new GraphContent(sources, statements(ids, KnownConstraints.NONE));
            return new Collected(List.copyOf(ids), opened, content, warnings);
        }
        GraphBase base = opened.get().base(ids, library.embedded().groups());
        GraphContent content =
                new GraphContent(sources, statements(ids, opened.get().constraints(base)), Optional.of(base));
        return new Collected(List.copyOf(ids), opened, content, warnings);
    }

    /** The embedded packs were described by the build: to parse their manifests again would take a tenth of a second. */
    private List<Statement> statements(SortedSet<PackId> ids, KnownConstraints known) {
        Optional<byte[]> description =
                List.copyOf(ids).equals(library.embedded().packs())
                        ? library.embedded().description()
                        : Optional.empty();
        if (description.isPresent()) {
            List<Statement> statements = new ArrayList<>(StatementBytes.read(description.get()));
            statements.addAll(PackTriples.exclusions(statements, known));
            return statements;
        }
        List<PackManifest> manifests = new ArrayList<>();
        for (PackId id : ids) {
            manifests.add(library.manifest(id).manifest());
        }
        return PackTriples.of(manifests, known);
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
