package dev.packs.source.maven;

import java.time.Duration;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ResolutionErrorPolicy;
import org.eclipse.aether.resolution.ResolutionErrorPolicyRequest;

/** Copies Maven's session, with the user's settings in it, so that it fails soon, checks what it gets, and can be asked again. */
final class PatientSession {

    /** The names of 1.x, and those of 2.x. */
    private static final String[] PREFIXES = {"aether.connector.", "aether.transport.http."};

    private PatientSession() {}

    /** @param timeout for a connection, and for each wait for an answer; Maven's own is 30 minutes */
    static DefaultRepositorySystemSession of(RepositorySystemSession session, Duration timeout) {
        DefaultRepositorySystemSession copy = new DefaultRepositorySystemSession(session);
        int milliseconds = Math.toIntExact(Math.min(timeout.toMillis(), Integer.MAX_VALUE));
        for (String prefix : PREFIXES) {
            copy.setConfigProperty(prefix + "connectTimeout", milliseconds);
            copy.setConfigProperty(prefix + "requestTimeout", milliseconds);
        }
        // We count the attempts; a transport that repeats by itself would multiply them, and its pauses are longer.
        copy.setConfigProperty("aether.connector.http.retryHandler.count", 0);
        copy.setConfigProperty("aether.transport.http.retryHandler.count", 0);
        // Otherwise the second attempt gets the first one's error, remembered for the session.
        copy.setConfigProperty("aether.updateCheckManager.sessionState", "disabled");
        copy.setResolutionErrorPolicy(new TransferErrorsPass(session.getResolutionErrorPolicy()));
        if (session.getChecksumPolicy() == null) {
            copy.setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_FAIL);
        }
        return copy;
    }

    /** The same without a demand for checksums, for a repository that has none. */
    static RepositorySystemSession withoutChecksums(RepositorySystemSession session) {
        DefaultRepositorySystemSession copy = new DefaultRepositorySystemSession(session);
        copy.setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_WARN);
        return copy;
    }

    /** What was missing stays missing for as long as the user's policy says; a transfer that failed is tried anew. */
    private record TransferErrorsPass(
            @org.jspecify.annotations.Nullable ResolutionErrorPolicy original) implements ResolutionErrorPolicy {

        @Override
        public int getArtifactPolicy(
                RepositorySystemSession session,
                ResolutionErrorPolicyRequest<org.eclipse.aether.artifact.Artifact> request) {
            return original == null ? CACHE_DISABLED : original.getArtifactPolicy(session, request) & CACHE_NOT_FOUND;
        }

        @Override
        public int getMetadataPolicy(
                RepositorySystemSession session,
                ResolutionErrorPolicyRequest<org.eclipse.aether.metadata.Metadata> request) {
            return original == null ? CACHE_DISABLED : original.getMetadataPolicy(session, request) & CACHE_NOT_FOUND;
        }
    }
}
