package dev.packs.source.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.deployment.DeployRequest;
import org.eclipse.aether.deployment.DeploymentException;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** One repository that artifacts are deployed to, by Maven's own means: the login and proxy of the settings count, mirrors do not. */
public final class MavenDeployment {

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final RemoteRepository target;
    private final MavenRepositories.Access access;

    /** @param target as it was written, without a login */
    public MavenDeployment(
            RepositorySystem system,
            RepositorySystemSession session,
            RemoteRepository target,
            MavenRepositories.Access access) {
        this.system = system;
        this.session = PatientSession.of(session, access.timeout());
        this.target = system.newDeploymentRepository(session, target);
        this.access = access;
    }

    /** {@code `releases` (address)}, without a user's name or password. */
    public String label() {
        return FailureReader.name(target);
    }

    /**
     * Whether the repository has exactly this artifact. Asked with an empty local repository, because the user's may have it from an installation, and without the modules of the build.
     *
     * @param scratch a folder that goes afterwards
     * @throws PacksException if it cannot be asked
     */
    public boolean has(Artifact artifact, Path scratch) {
        if (session.isOffline()) {
            throw Problem.of(ProblemCode.OFFLINE, "Maven is offline, and publishing needs " + label())
                    .help("run it without `-o`")
                    .asException();
        }
        DefaultRepositorySystemSession asking = new DefaultRepositorySystemSession(session);
        asking.setWorkspaceReader(null);
        asking.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
        asking.setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_IGNORE);
        asking.setLocalRepositoryManager(
                system.newLocalRepositoryManager(asking, new LocalRepository(scratch.toFile())));
        ArtifactRequest request = new ArtifactRequest(artifact, List.of(target), "packs");
        Outcome<Boolean> outcome = access.retries().run(artifact.toString(), () -> ask(asking, request));
        return outcome.value()
                .orElseThrow(() -> FetchProblem.of(
                        artifact.toString(),
                        outcome.failures(),
                        access.retries().attempts()));
    }

    private Outcome<Boolean> ask(RepositorySystemSession asking, ArtifactRequest request) {
        try {
            system.resolveArtifact(asking, request);
            return new Outcome<>(Optional.of(true), List.of());
        } catch (ArtifactResolutionException failed) {
            List<RepositoryFailure> failures =
                    FailureReader.readAll(failed.getResult().getExceptions());
            boolean isMissing = failures.stream().allMatch(failure -> failure.kind() == FailureKind.NOT_FOUND);
            return isMissing ? new Outcome<>(Optional.of(false), List.of()) : new Outcome<>(Optional.empty(), failures);
        }
    }

    /**
     * Deploys everything, once: what a repository has taken it may not take again.
     *
     * @param artifacts with their files
     * @throws PacksException {@link ProblemCode#ACCESS_DENIED}, {@link ProblemCode#PUBLISH_FAILED}
     */
    public void deploy(List<Artifact> artifacts) {
        DeployRequest request = new DeployRequest().setRepository(target);
        artifacts.forEach(request::addArtifact);
        try {
            system.deploy(session, request);
        } catch (DeploymentException failed) {
            throw failure(FailureReader.read(failed), artifacts);
        }
    }

    private PacksException failure(RepositoryFailure failure, List<Artifact> artifacts) {
        Artifact first = artifacts.get(0);
        String what = first.getGroupId() + ":" + first.getArtifactId() + ":" + first.getVersion();
        String reason = failure.repository().isEmpty() ? label() + " " + failure.reason() : failure.toString();
        boolean isDenied = failure.kind() == FailureKind.DENIED;
        return new PacksException(
                Problem.of(
                                isDenied ? ProblemCode.ACCESS_DENIED : ProblemCode.PUBLISH_FAILED,
                                "`" + what + "` could not be published: " + reason)
                        .help(
                                isDenied
                                        ? "give the credentials for the id `" + target.getId()
                                                + "` in the `<servers>` of your Maven `settings.xml`"
                                        : "look whether the repository has a part of it now, remove that, and run again"),
                failure.cause());
    }
}
