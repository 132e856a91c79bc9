package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.catalog.Catalog;
import dev.packs.catalog.CatalogCache;
import dev.packs.catalog.SearchCache;
import dev.packs.graph.GraphLimits;
import dev.packs.io.Neighbours;
import dev.packs.search.SearchIndex;
import dev.packs.source.maven.MavenRepositories;
import dev.packs.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.jspecify.annotations.Nullable;

/** The catalogue of {@code -Dpacks.catalog}, a file or the coordinates of an artifact, opened when it is first asked for. */
final class NamedCatalog implements Supplier<Optional<Catalog>> {

    /** Of the artifact, and of files. */
    static final String EXTENSION = "packcatalog";

    /** Group, artifact and version of a published one. */
    static final Pattern COORDINATES = Pattern.compile("([^:/\\\\]+):([^:/\\\\]+):([^:/\\\\]+)");

    private final String text;
    private final Path folder;
    private final GraphLimits limits;
    private final Supplier<Store> store;
    private final Supplier<MavenRepositories> repositories;
    private @Nullable Catalog opened;

    private NamedCatalog(
            String text,
            MavenCall call,
            GraphLimits limits,
            Supplier<Store> store,
            Supplier<MavenRepositories> repositories) {
        this.text = text;
        this.folder = call.folder();
        this.limits = limits;
        this.store = store;
        this.repositories = repositories;
    }

    /** @param text as it was typed; null for no catalogue */
    static Supplier<Optional<Catalog>> of(
            @Nullable String text,
            MavenCall call,
            GraphLimits limits,
            Supplier<Store> store,
            Supplier<MavenRepositories> repositories) {
        return text == null || text.isBlank()
                ? Optional::empty
                : new NamedCatalog(text.strip(), call, limits, store, repositories);
    }

    /**
     * The same, to be searched; {@code packs.limits.…} count.
     *
     * @param text as it was typed; null for no catalogue
     */
    static Supplier<Optional<SearchIndex>> searched(
            @Nullable String text, MavenCall call, Supplier<Store> store, Supplier<MavenRepositories> repositories) {
        if (text == null || text.isBlank()) {
            return Optional::empty;
        }
        GraphLimits limits = BuildGraphs.read(call.session().getUserProperties());
        NamedCatalog named = new NamedCatalog(text.strip(), call, limits, store, repositories);
        return () -> Optional.of(new SearchCache(named.indexes(), BuildGraphs.engines(call, store)::search)
                .open(named.file(), named.text, limits));
    }

    private Path indexes() {
        Store at = store.get();
        return at.layout().requireNoLinks(at.layout().catalogs());
    }

    /** An endpoint has what was written there, and nothing else. */
    static void refuseBesideEndpoint(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "-Dpacks.catalog=" + text + " adds to the packs here, and an endpoint is asked")
                    .help("leave it out; `packs:export` with both writes the catalogue's packs to the endpoint")
                    .asException();
        }
    }

    /** @throws PacksException if there is none, or it is wrong */
    @Override
    public synchronized Optional<Catalog> get() {
        Catalog known = opened;
        if (known == null) {
            known = new CatalogCache(indexes()).open(file(), text, limits);
            opened = known;
        }
        return Optional.of(known);
    }

    private Path file() {
        Matcher coordinates = COORDINATES.matcher(text);
        if (coordinates.matches()) {
            return repositories
                    .get()
                    .require(new DefaultArtifact(
                            coordinates.group(1), coordinates.group(2), "", EXTENSION, coordinates.group(3)))
                    .file();
        }
        return requireFile(folder, text);
    }

    /** @throws PacksException if there is no such file */
    static Path requireFile(Path folder, String text) {
        Path file = folder.resolve(text);
        if (!Files.isRegularFile(file)) {
            throw Problem.of(ProblemCode.PARAMETER_INVALID, "-Dpacks.catalog=" + text + " names no file")
                    .help(
                            Neighbours.question(file, Files::isRegularFile)
                                    + "name a catalogue that `mvn packs:catalog` made, or the coordinates of a published one, group:artifact:version")
                    .asException();
        }
        return file;
    }
}
