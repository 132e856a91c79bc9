package dev.packs.maven;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeEngine;
import dev.packs.integrity.Digest;
import dev.packs.operation.ArchetypeAccess;
import dev.packs.source.maven.MavenRepositories;
import dev.packs.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.jspecify.annotations.Nullable;

/** The engine of archetypes as a build reaches it, and the one script that {@code packs.allowScript} lets run. */
final class BuildArchetypes implements ArchetypeAccess {

    /** The version that archetype-common 3.4.1 comes with, and the parts of it. */
    private static final String GROOVY = "4.0.28";

    private static final List<String> GROOVY_PARTS =
            List.of("groovy", "groovy-json", "groovy-templates", "groovy-xml", "groovy-yaml");

    private final MavenCall call;
    private final Supplier<Store> store;
    private final Supplier<MavenRepositories> repositories;
    private final Optional<Digest> allowed;

    /**
     * Opens nothing yet.
     *
     * @param allowScript as it was typed: the digest in hexadecimal digits, with or without {@code sha256:}
     * @throws dev.packs.PacksException {@link ProblemCode#PARAMETER_INVALID} if that is no digest
     */
    BuildArchetypes(
            MavenCall call,
            Supplier<Store> store,
            Supplier<MavenRepositories> repositories,
            @Nullable String allowScript) {
        this.call = call;
        this.store = store;
        this.repositories = repositories;
        this.allowed =
                allowScript == null || allowScript.isBlank() ? Optional.empty() : Optional.of(digest(allowScript));
    }

    private static Digest digest(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return Digest.find(lower.startsWith("sha256:") ? lower : "sha256:" + lower)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.PARAMETER_INVALID,
                                "-Dpacks.allowScript=" + text + " is not the digest of a script")
                        .help(
                                "a digest has 64 hexadecimal digits; without the property the goal says the script's digest")
                        .asException());
    }

    @Override
    public ArchetypeEngine engine() {
        return BuildGraphs.engines(call, store).archetypes();
    }

    @Override
    public Optional<Digest> allowedScript() {
        return allowed;
    }

    @Override
    public List<Path> groovy() {
        List<Path> jars = new ArrayList<>();
        for (String part : GROOVY_PARTS) {
            Artifact artifact = new DefaultArtifact("org.apache.groovy", part, "", "jar", GROOVY);
            jars.add(repositories.get().require(artifact).file());
        }
        return jars;
    }
}
