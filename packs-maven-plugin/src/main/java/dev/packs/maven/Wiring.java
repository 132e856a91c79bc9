package dev.packs.maven;

import dev.packs.knowledge.GraphAccess;
import dev.packs.operation.InstallPackages;
import dev.packs.operation.PreparePacks;
import dev.packs.operation.Requirements;
import dev.packs.operation.ShowPack;
import dev.packs.operation.StoreUse;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.source.PackOrigin;
import dev.packs.source.PackSource;
import dev.packs.source.TreeSource;
import dev.packs.source.maven.MavenPackSource;
import dev.packs.source.maven.MavenPackageFetcher;
import dev.packs.source.maven.MavenRepositories;
import dev.packs.source.maven.Retries;
import dev.packs.store.Store;
import dev.packs.store.StoreSettings;
import dev.packs.version.Version;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The one place where everything is put together: Maven's side of a call and the engine. Parts are made when they are asked for. */
final class Wiring {

    private static final String EMBEDDED = "dev/packs/embedded/";

    private final MavenCall call;
    private final Log log;
    private @Nullable Store store;
    private @Nullable MavenRepositories repositories;

    Wiring(MavenCall call, Log log) {
        this.call = call;
        this.log = log;
    }

    /** {@code packs.groups}. */
    List<String> groups() {
        String groups = call.parameters().groups();
        return groups == null
                ? List.of()
                : Arrays.stream(groups.split(","))
                        .map(String::strip)
                        .filter(group -> !group.isEmpty())
                        .toList();
    }

    /** {@code packs.home}, {@code PACKS_HOME} or {@code ~/.packs}. */
    Path home() {
        File home = call.parameters().home();
        if (home != null) {
            return call.folder().resolve(home.toPath());
        }
        String variable = System.getenv("PACKS_HOME");
        return variable != null && !variable.isBlank()
                ? Path.of(variable)
                : Path.of(System.getProperty("user.home"), ".packs");
    }

    /** @param named packs that the user named by a folder or file; they come first */
    PackLibrary library(List<PackContent> named) {
        List<PackSource> others = new ArrayList<>();
        if (!named.isEmpty()) {
            others.add(new TreeSource("the folders that were named", named));
        }
        others.add(new MavenPackSource(repositories()));
        return new PackLibrary(
                EmbeddedSource.of(Wiring.class.getClassLoader(), EMBEDDED),
                new TreeSource("the modules of this build", workspace()),
                others);
    }

    PreparePacks prepare(PackLibrary library) {
        InstallPackages packages =
                new InstallPackages(new MavenPackages(new MavenPackageFetcher(repositories())), this::store);
        return new PreparePacks(library, packages, machine());
    }

    StoreUse storeUse() {
        return new StoreUse(this::store, call.parameters().storeLimit() * 1_000_000L);
    }

    /** Loads nothing until it is asked. */
    GraphAccess graphs() {
        return new BuildGraphs(call, this::store);
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

    private synchronized Store store() {
        if (store == null) {
            store = Store.open(home(), StoreSettings.defaults().withNotices(log::info));
        }
        return store;
    }

    private synchronized MavenRepositories repositories() {
        if (repositories == null) {
            Duration timeout = Duration.ofSeconds(call.parameters().timeout());
            repositories = MavenRepositories.of(
                    call.repositorySystem(),
                    WagonPatience.limited(call.repositorySession(), call.repositories(), timeout),
                    call.repositories(),
                    new MavenRepositories.Access(timeout, Retries.standard(log::info)));
        }
        return repositories;
    }

    private List<PackContent> workspace() {
        List<PackContent> packs = new ArrayList<>();
        for (MavenProject project : call.session().getProjects()) {
            if (project.getPackaging().equals("pack") && project.getFile() != null) {
                idOf(project).ifPresent(id -> packs.add(content(id, project)));
            }
        }
        return packs;
    }

    private static Optional<PackId> idOf(MavenProject project) {
        return PackName.isGroup(project.getGroupId()) && PackName.isId(project.getArtifactId())
                ? Version.find(project.getVersion())
                        .map(version ->
                                new PackId(new PackName(project.getGroupId(), project.getArtifactId()), version))
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
