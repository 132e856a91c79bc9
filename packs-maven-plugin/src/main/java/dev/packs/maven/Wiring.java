package dev.packs.maven;

import dev.packs.activity.Activity;
import dev.packs.catalog.Catalog;
import dev.packs.endpoint.SparqlEndpoint;
import dev.packs.engine.Engines;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.RemoteGraph;
import dev.packs.graph.WatchedRemoteGraph;
import dev.packs.knowledge.GraphAccess;
import dev.packs.operation.ArchetypeAccess;
import dev.packs.operation.ArchetypeCatalogs;
import dev.packs.operation.ArchetypeFinder;
import dev.packs.operation.AskGraph;
import dev.packs.operation.ExamineStore;
import dev.packs.operation.ExportArchetype;
import dev.packs.operation.ExportGraph;
import dev.packs.operation.InfoPack;
import dev.packs.operation.InstallPackages;
import dev.packs.operation.Interaction;
import dev.packs.operation.MakeSite;
import dev.packs.operation.PackAmongOthers;
import dev.packs.operation.PackGraph;
import dev.packs.operation.PacksAtHand;
import dev.packs.operation.PreparePacks;
import dev.packs.operation.PublishingRepository;
import dev.packs.operation.Requirements;
import dev.packs.operation.ShowPack;
import dev.packs.operation.StoreUse;
import dev.packs.operation.TreeLicenses;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.search.SearchIndex;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.source.PackOrigin;
import dev.packs.source.PackSource;
import dev.packs.source.TreeSource;
import dev.packs.source.maven.MavenDeployment;
import dev.packs.source.maven.MavenPackSource;
import dev.packs.source.maven.MavenPackageFetcher;
import dev.packs.source.maven.MavenRepositories;
import dev.packs.source.maven.PomLicenses;
import dev.packs.source.maven.Retries;
import dev.packs.store.Store;
import dev.packs.store.StoreSettings;
import dev.packs.terminal.PlainText;
import dev.packs.terminal.ShellText;
import dev.packs.version.Version;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/** The one place where everything is put together: Maven's side of a call and the engine. Parts are made when they are asked for. */
final class Wiring {

    private static final String EMBEDDED = "dev/packs/embedded/";
    private static final String LOCK = "packs.lock";

    private final MavenCall call;
    private final GoalRun run;
    private final Log log;
    private final Activity activity;
    private final Supplier<Store> store = new StoreAtHome();
    private final Supplier<MavenRepositories> reached = new Reached();
    private @Nullable MavenRepositories repositories;
    private @Nullable EmbeddedSource embedded;

    /** @param run who is told of work while it is done */
    Wiring(MavenCall call, GoalRun run) {
        this.call = call;
        this.run = run;
        this.log = run.log();
        this.activity = run.activity();
    }

    /** {@code packs.groups}. */
    List<String> groups() {
        List<String> groups = new ArrayList<>();
        String written = call.parameters().groups();
        if (written != null) {
            for (String group : written.split(",")) {
                if (!group.isBlank()) {
                    groups.add(group.strip());
                }
            }
        }
        return List.copyOf(groups);
    }

    /** As {@link MavenCall#home}. */
    Path home() {
        return call.home();
    }

    /** @param named packs that the user named by a folder or file; they come first */
    PackLibrary library(List<PackContent> named) {
        List<PackSource> others = new ArrayList<>();
        if (!named.isEmpty()) {
            others.add(new TreeSource("the folders that were named", named));
        }
        others.add(new MavenPackSource(repositories()));
        return new PackLibrary(embedded(), new TreeSource("the modules of this build", workspace()), others);
    }

    EmbeddedSource embedded() {
        EmbeddedSource known = embedded;
        if (known == null) {
            known = EmbeddedSource.of(Wiring.class.getClassLoader(), EMBEDDED);
            embedded = known;
        }
        return known;
    }

    PreparePacks prepare(PackLibrary library) {
        return new PreparePacks(library, packages(), machine(), activity);
    }

    private InstallPackages packages() {
        return new InstallPackages(new MavenPackages(new MavenPackageFetcher(repositories())), store);
    }

    PackAmongOthers packAmongOthers(PackLibrary library) {
        return new PackAmongOthers(
                library,
                prepare(library),
                graphs(),
                new PackAmongOthers.Circumstances(call.session().isOffline(), pluginVersion()));
    }

    AskGraph askGraph(PackLibrary library, Supplier<Optional<Catalog>> catalog) {
        return new AskGraph(packGraph(library, catalog), graphs()::engine);
    }

    /** Asks an endpoint in the place of what packs say here. */
    AskGraph askGraph(PackLibrary library, RemoteGraph endpoint) {
        return new AskGraph(packGraph(library, Optional::empty), graphs()::engine, Optional.of(endpoint));
    }

    /** Sends nothing until it is asked. */
    RemoteGraph endpoint(EndpointCall endpoint, GraphLimits limits) {
        return new WatchedRemoteGraph(
                new SparqlEndpoint(endpoint.address(), endpoint.access(), graphs()::engine, limits), activity);
    }

    ExportGraph exportGraph(PackLibrary library, Supplier<Optional<Catalog>> catalog) {
        return new ExportGraph(packGraph(library, catalog), graphs()::engine);
    }

    /** Loads the engine of archetypes when there is something to translate. */
    ExportArchetype exportArchetype(PackLibrary library) {
        BuildGraphs engines = new BuildGraphs(call, store, activity);
        return new ExportArchetype(library, prepare(library), engines, engines::archetypeTranslator);
    }

    private PackGraph packGraph(PackLibrary library, Supplier<Optional<Catalog>> catalog) {
        return new PackGraph(library, groups(), this::locks, catalog);
    }

    /** @param named {@code packs.catalog} */
    Supplier<Optional<Catalog>> catalog(@Nullable String named, GraphLimits limits) {
        return NamedCatalog.of(named, call, limits, store, this::repositories);
    }

    /** @param named {@code packs.catalog} */
    Supplier<Optional<SearchIndex>> searchedCatalog(@Nullable String named) {
        return NamedCatalog.searched(named, call, store, this::repositories);
    }

    InfoPack info(PackLibrary library, PacksAtHand packs) {
        return new InfoPack(
                library, groups(), packs, new TreeLicenses(library, packages(), new PomLicenses(repositories())::of));
    }

    /**
     * Loads the engine that reads Markdown when there is some.
     *
     * @param catalog {@code packs.catalog}
     */
    MakeSite site(PackLibrary library, PacksAtHand packs, @Nullable String catalog) {
        return new MakeSite(
                library,
                packs,
                catalog(catalog, BuildGraphs.read(call.session().getUserProperties())),
                () -> BuildGraphs.engines(call, store).markdown());
    }

    /** @param folder {@code packs.folder} */
    PacksAtHand packsAtHand(PackLibrary library, Optional<Path> folder) {
        return new PacksAtHand(library, this::locks, folder);
    }

    /** What used the store, and what lies beside the poms of this build and where the user stands. */
    private SortedSet<Path> locks() {
        SortedSet<Path> locks = new TreeSet<>();
        if (Files.isDirectory(home())) {
            locks.addAll(store.get().projects().lockFiles());
        }
        locks.add(call.folder().resolve(LOCK));
        for (MavenProject project : call.session().getProjects()) {
            if (project.getFile() != null) {
                locks.add(project.getBasedir().toPath().resolve(LOCK));
            }
        }
        return locks;
    }

    /** Opens no terminal until somebody is to be asked. */
    Interaction interaction(boolean asks, Interaction.Hooks hooks) {
        String command = TypedGoals.of(call).in("mvn packs:" + call.execution().getGoal());
        return new Interaction(
                asks,
                hooks,
                new BuildTerminal(call, store, run),
                command,
                new Interaction.Surroundings(System.getenv(), ShellText.here(), new Notices(log)));
    }

    Store store() {
        return store.get();
    }

    StoreUse storeUse() {
        return new StoreUse(store, call.parameters().storeLimit() * 1_000_000L);
    }

    /** Opens no store, as that would narrow its mode. */
    ExamineStore examineStore() {
        return new ExamineStore(
                home(),
                layout -> Engines.copies(Wiring.class.getClassLoader(), layout),
                StoreSettings.defaults().withNotices(new Notices(log)));
    }

    /** Loads nothing until it is asked. */
    GraphAccess graphs() {
        return new BuildGraphs(call, store, activity);
    }

    /**
     * Finds archetypes.
     *
     * @param catalogs {@code packs.archetypeCatalog}
     */
    ArchetypeFinder archetypes(@Nullable String catalogs) {
        MavenArchetypes repository = new MavenArchetypes(reached);
        return new ArchetypeFinder(
                repository,
                new ArchetypeCatalogs(repository, catalogs == null ? "" : catalogs, call.folder()),
                archetypeEngine(null),
                call.folder());
    }

    /**
     * Loads nothing until it is asked.
     *
     * @param allowScript {@code packs.allowScript}
     */
    ArchetypeAccess archetypeEngine(@Nullable String allowScript) {
        return new BuildArchetypes(call, store, reached, allowScript);
    }

    /** What this runs on. */
    Requirements machine() {
        return new Requirements(
                pluginVersion(),
                System.getProperty("java.version"),
                call.session().getSystemProperties().getProperty("maven.version"));
    }

    String pluginVersion() {
        return call.execution().getMojoDescriptor().getPluginDescriptor().getVersion();
    }

    /** The repositories, for those who may not need them. */
    private final class Reached implements Supplier<MavenRepositories> {

        @Override
        public MavenRepositories get() {
            return repositories();
        }
    }

    /** Opens the store when it is first asked for. */
    private final class StoreAtHome implements Supplier<Store> {

        private @Nullable Store store;

        @Override
        public synchronized Store get() {
            if (store == null) {
                store = Store.open(
                        home(),
                        StoreSettings.defaults().withNotices(new Notices(log)).watchedBy(activity));
            }
            return store;
        }
    }

    private record Notices(Log log) implements Consumer<String> {

        @Override
        public void accept(String notice) {
            log.info(PlainText.lines(notice));
        }
    }

    private synchronized MavenRepositories repositories() {
        if (repositories == null) {
            Duration timeout = Duration.ofSeconds(call.parameters().timeout());
            repositories = MavenRepositories.of(
                    call.repositorySystem(),
                    WagonPatience.limited(call.repositorySession(), call.repositories(), timeout),
                    call.repositories(),
                    new MavenRepositories.Access(timeout, Retries.standard(new Notices(log)), activity));
        }
        return repositories;
    }

    /** @param scratch a folder that goes afterwards */
    PublishingRepository deployment(RemoteRepository target, Path scratch) {
        Duration timeout = Duration.ofSeconds(call.parameters().timeout());
        MavenDeployment deployment = new MavenDeployment(
                call.repositorySystem(),
                WagonPatience.limited(call.repositorySession(), List.of(target), timeout),
                target,
                new MavenRepositories.Access(timeout, Retries.standard(new Notices(log))));
        return new MavenTarget(deployment, scratch);
    }

    private List<PackContent> workspace() {
        List<PackContent> packs = new ArrayList<>();
        for (MavenProject project : call.session().getProjects()) {
            if (project.getPackaging().equals("pack") && project.getFile() != null) {
                Optional<PackId> id = idOf(project);
                if (id.isPresent()) {
                    packs.add(content(id.get(), project));
                }
            }
        }
        return packs;
    }

    private static Optional<PackId> idOf(MavenProject project) {
        if (!PackName.isGroup(project.getGroupId()) || !PackName.isId(project.getArtifactId())) {
            return Optional.empty();
        }
        Optional<Version> version = Version.find(project.getVersion());
        return version.isPresent()
                ? Optional.of(new PackId(new PackName(project.getGroupId(), project.getArtifactId()), version.get()))
                : Optional.empty();
    }

    /** The jar if this build has made it already; otherwise what it would be made of, so that goals need no phase before them. */
    private static PackContent content(PackId id, MavenProject project) {
        File built = project.getArtifact().getFile();
        Path place = built != null && built.isFile()
                ? built.toPath()
                : project.getBasedir().toPath().resolve("src/main/pack");
        return new PackContent(id, PackOrigin.WORKSPACE, LocalPacks.files(place), Optional.empty(), Optional.of(place));
    }

    /** The sources of the packs that this build makes, or of the current module alone, each under the name that its POM gives it. */
    Map<PackId, Path> builtHere(boolean wholeBuild) {
        Map<PackId, Path> packs = new LinkedHashMap<>();
        for (MavenProject project : wholeBuild ? call.session().getProjects() : List.of(call.project())) {
            if (project.getPackaging().equals("pack") && project.getFile() != null) {
                packs.put(requireId(project), project.getBasedir().toPath().resolve("src/main/pack"));
            }
        }
        return packs;
    }

    /**
     * What a project of packaging {@code pack} calls its pack.
     *
     * @throws dev.packs.PacksException if its groupId, artifactId or version cannot be a pack's
     */
    static PackId requireId(MavenProject project) {
        return new PackId(
                new PackName(project.getGroupId(), project.getArtifactId()), Version.parse(project.getVersion()));
    }

    /** The version of a pack that a reference means where nothing has to be resolved. */
    PackId newest(PackLibrary library, PackRef.Named ref) {
        return new ShowPack(library, groups()).run(ref).manifest().id();
    }
}
