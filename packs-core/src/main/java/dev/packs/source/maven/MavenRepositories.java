package dev.packs.source.maven;

import dev.packs.PacksException;
import dev.packs.activity.Activity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.metadata.DefaultMetadata;
import org.eclipse.aether.metadata.Metadata;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.MetadataRequest;
import org.eclipse.aether.resolution.MetadataResult;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;

/**
 * What the user's Maven can reach: the repositories of the project, the local repository, the modules of the build, with mirrors, proxies, credentials, {@code -o}
 * and {@code -U} as everywhere in Maven. Safe for use by several threads.
 */
public final class MavenRepositories {

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;
    private final Access access;
    private final Retries retries;

    private MavenRepositories(
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> repositories,
            Access access) {
        this.system = system;
        this.session = session;
        this.repositories = List.copyOf(repositories);
        this.access = access;
        this.retries = access.retries();
    }

    /** @param repositories with mirrors and credentials applied, as a Maven project has them */
    public static MavenRepositories of(
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> repositories,
            Access access) {
        return new MavenRepositories(
                system,
                WatchedTransfers.in(PatientSession.of(session, access.timeout()), access.activity()),
                repositories,
                access);
    }

    /**
     * How patiently the repositories are asked.
     *
     * @param timeout for a connection, and for each wait for an answer
     * @param activity told of each transfer
     */
    public record Access(Duration timeout, Retries retries, Activity activity) {

        /** Which nobody watches. */
        public Access(Duration timeout, Retries retries) {
            this(timeout, retries, Activity.none());
        }
    }

    Activity activity() {
        return access.activity();
    }

    public boolean isOffline() {
        return session.isOffline();
    }

    /** For "where it looked": {@code the Maven repositories `central`, `acme`}. */
    public String label() {
        if (repositories.isEmpty()) {
            return "Maven's local repository";
        }
        List<String> ids = new ArrayList<>();
        for (RemoteRepository repository : repositories) {
            ids.add("`" + repository.getId() + "`");
        }
        return (repositories.size() == 1 ? "the Maven repository " : "the Maven repositories ")
                + String.join(", ", ids)
                + (isOffline() ? " (offline: only what was fetched before)" : "");
    }

    /**
     * Every version that can be had, lowest first in Maven's order; none if nobody knows the artifact.
     *
     * @throws PacksException if nothing is known and a repository failed
     */
    public List<String> versions(Artifact artifact) {
        String what = artifact.getGroupId() + ":" + artifact.getArtifactId();
        Outcome<List<String>> outcome = retries.run(what, new VersionList(this, artifact));
        List<String> versions = outcome.value().orElse(List.of());
        List<RepositoryFailure> grave = new ArrayList<>();
        for (RepositoryFailure failure : outcome.failures()) {
            if (failure.kind() != FailureKind.NOT_FOUND && failure.kind() != FailureKind.OFFLINE) {
                grave.add(failure);
            }
        }
        if (versions.isEmpty() && isOffline()) {
            return new OfflineVersions(session, repositories).of(artifact);
        }
        if (versions.isEmpty() && !grave.isEmpty()) {
            throw FetchProblem.of("the versions of " + what, grave, retries.attempts());
        }
        for (RepositoryFailure failure : grave) {
            retries.warn("the versions of `" + what + "` are not all known: " + failure);
        }
        return versions;
    }

    private record VersionList(MavenRepositories asked, Artifact artifact) implements Supplier<Outcome<List<String>>> {

        @Override
        public Outcome<List<String>> get() {
            VersionRangeRequest request =
                    new VersionRangeRequest(artifact.setVersion("(,)"), asked.repositories, "packs");
            Outcome<List<String>> strict = asked.listVersions(asked.session, request);
            return hasNoChecksum(strict)
                    ? asked.listVersions(PatientSession.withoutChecksums(asked.session), request)
                    : strict;
        }
    }

    private static boolean hasNoChecksum(Outcome<?> outcome) {
        for (RepositoryFailure failure : outcome.failures()) {
            if (failure.kind() == FailureKind.NO_CHECKSUM) {
                return true;
            }
        }
        return false;
    }

    private Outcome<List<String>> listVersions(RepositorySystemSession asking, VersionRangeRequest request) {
        try {
            VersionRangeResult result = system.resolveVersionRange(asking, request);
            List<String> versions = new ArrayList<>();
            for (org.eclipse.aether.version.Version version : result.getVersions()) {
                versions.add(version.toString());
            }
            return new Outcome<>(Optional.of(versions), FailureReader.readAll(result.getExceptions()));
        } catch (VersionRangeResolutionException failed) {
            return new Outcome<>(Optional.empty(), List.of(FailureReader.read(failed)));
        }
    }

    /**
     * The file of exactly this artifact, or nothing if every repository said that it has none.
     *
     * @throws PacksException if a repository failed, or Maven is offline and has it not
     */
    public Optional<FetchedArtifact> find(Artifact artifact) {
        Outcome<FetchedArtifact> outcome = fetch(artifact);
        if (outcome.value().isEmpty() && !isMissing(outcome)) {
            throw FetchProblem.of(artifact.toString(), outcome.failures(), retries.attempts());
        }
        return outcome.value();
    }

    /**
     * The file of exactly this artifact, or nothing if nobody has it as far as one can tell: an offline Maven asks nobody.
     *
     * @throws PacksException if a repository failed
     */
    public Optional<FetchedArtifact> findIfInReach(Artifact artifact) {
        return isOffline() ? fetch(artifact).value() : find(artifact);
    }

    /** The folder of the local repository. */
    public Path localRepository() {
        return session.getLocalRepository().getBasedir().toPath();
    }

    /**
     * A file at the root of a repository that tells of all that is in it, as Maven keeps it; nothing if the repository has none, or is not among those that are asked.
     *
     * @param ids of the repository, or of one that a mirror stands for; the first repository with one of them is asked
     * @throws PacksException if the repository failed
     */
    public Optional<Path> findAtRoot(String name, Collection<String> ids) {
        Optional<RemoteRepository> repository = repositories.stream()
                .filter(each -> ids.contains(each.getId())
                        || each.getMirroredRepositories().stream().anyMatch(mirrored -> ids.contains(mirrored.getId())))
                .findFirst();
        if (repository.isEmpty()) {
            return Optional.empty();
        }
        String what = name + " of the repository " + repository.get().getId();
        MetadataRequest request =
                new MetadataRequest(new DefaultMetadata(name, Metadata.Nature.RELEASE), repository.get(), "packs");
        Outcome<Path> outcome = retries.run(what, new FileAtRoot(this, request));
        if (outcome.value().isEmpty() && !isMissing(outcome) && !isOffline()) {
            throw FetchProblem.of(what, outcome.failures(), retries.attempts());
        }
        return outcome.value();
    }

    private record FileAtRoot(MavenRepositories asked, MetadataRequest request) implements Supplier<Outcome<Path>> {

        @Override
        public Outcome<Path> get() {
            Outcome<Path> strict = asked.resolve(asked.session, request);
            return hasNoChecksum(strict)
                    ? asked.resolve(PatientSession.withoutChecksums(asked.session), request)
                    : strict;
        }
    }

    private Outcome<Path> resolve(RepositorySystemSession asking, MetadataRequest request) {
        MetadataResult result = system.resolveMetadata(asking, List.of(request)).get(0);
        if (result.isResolved() && result.getMetadata().getFile() != null) {
            return new Outcome<>(Optional.of(result.getMetadata().getFile().toPath()), List.of());
        }
        return new Outcome<>(
                Optional.empty(),
                result.getException() == null ? List.of() : List.of(FailureReader.read(result.getException())));
    }

    /**
     * The file of exactly this artifact.
     *
     * @throws PacksException if it cannot be had, for whatever reason
     */
    public FetchedArtifact require(Artifact artifact) {
        Outcome<FetchedArtifact> outcome = fetch(artifact);
        if (outcome.value().isEmpty()) {
            throw FetchProblem.of(artifact.toString(), outcome.failures(), retries.attempts());
        }
        return outcome.value().get();
    }

    private static boolean isMissing(Outcome<?> outcome) {
        for (RepositoryFailure failure : outcome.failures()) {
            if (failure.kind() != FailureKind.NOT_FOUND) {
                return false;
            }
        }
        return true;
    }

    private Outcome<FetchedArtifact> fetch(Artifact artifact) {
        ArtifactRequest request = new ArtifactRequest(artifact, repositories, "packs");
        return retries.run(artifact.toString(), new FileOfArtifact(this, request));
    }

    private record FileOfArtifact(MavenRepositories asked, ArtifactRequest request)
            implements Supplier<Outcome<FetchedArtifact>> {

        @Override
        public Outcome<FetchedArtifact> get() {
            Outcome<FetchedArtifact> strict = asked.fetch(asked.session, request);
            return hasNoChecksum(strict)
                    ? asked.fetch(PatientSession.withoutChecksums(asked.session), request)
                    : strict;
        }
    }

    private Outcome<FetchedArtifact> fetch(RepositorySystemSession asking, ArtifactRequest request) {
        try {
            ArtifactResult result = system.resolveArtifact(asking, request);
            return new Outcome<>(
                    Optional.of(new FetchedArtifact(
                            result.getArtifact(),
                            result.getArtifact().getFile().toPath(),
                            result.getRepository() instanceof WorkspaceRepository)),
                    List.of());
        } catch (ArtifactResolutionException failed) {
            List<Exception> reasons =
                    failed.getResult() == null ? List.of() : failed.getResult().getExceptions();
            return new Outcome<>(
                    Optional.empty(), FailureReader.readAll(reasons.isEmpty() ? List.of(failed) : reasons));
        }
    }

    /**
     * Everything that the artifact needs at run time, itself left out, mediated by Maven (nearest wins), in the order of the graph.
     *
     * @param managed versions that win over those in the graph, as {@code dependencyManagement} does
     * @throws PacksException if a POM cannot be had
     */
    public List<Artifact> dependencies(Artifact artifact, List<Dependency> managed) {
        CollectRequest request = new CollectRequest(new Dependency(artifact, "compile"), repositories);
        request.setManagedDependencies(managed);
        request.setRequestContext("packs");
        Supplier<Outcome<List<Artifact>>> collect = () -> {
            try {
                List<Artifact> found = new ArrayList<>();
                addChildren(system.collectDependencies(session, request).getRoot(), found);
                return new Outcome<>(Optional.of(found), List.of());
            } catch (DependencyCollectionException failed) {
                return new Outcome<>(Optional.empty(), List.of(FailureReader.read(failed)));
            }
        };
        Outcome<List<Artifact>> outcome = retries.run("the dependencies of " + artifact, collect);
        return outcome.value()
                .orElseThrow(() ->
                        FetchProblem.of("the dependencies of " + artifact, outcome.failures(), retries.attempts()));
    }

    private static void addChildren(DependencyNode node, List<Artifact> found) {
        for (DependencyNode child : node.getChildren()) {
            if (child.getArtifact() != null && !found.contains(child.getArtifact())) {
                found.add(child.getArtifact());
            }
            addChildren(child, found);
        }
    }
}
