package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackRequirements;
import dev.packs.version.MavenVersion;
import dev.packs.version.VersionConstraint;
import java.util.Collection;
import java.util.Optional;

/**
 * The versions of what Packs runs on, for what packs require.
 *
 * @param packs of Packs itself; {@code 0.1.0-SNAPSHOT} counts as what it will be
 */
public record Requirements(String packs, String java, String maven) {

    /** @throws dev.packs.PacksException with everything that any of the packs misses here */
    void check(Collection<PackManifest> manifests) {
        Problems problems = new Problems();
        for (PackManifest manifest : manifests) {
            PackRequirements needs = manifest.pack().requirements();
            check(manifest, "Packs", needs.packs(), packs, problems);
            check(manifest, "Java", needs.java(), java, problems);
            check(manifest, "Maven", needs.maven(), maven, problems);
        }
        problems.throwIfAny();
    }

    private static void check(
            PackManifest manifest, String what, Optional<VersionConstraint> wanted, String have, Problems problems) {
        String release = have.replaceFirst("-SNAPSHOT\\z", "");
        if (wanted.isPresent() && !wanted.get().containsPackage(MavenVersion.of(release))) {
            problems.add(Problem.of(
                            ProblemCode.REQUIREMENT_NOT_MET,
                            "the pack " + manifest.id() + " needs " + what + " `" + wanted.get() + "`, and this is "
                                    + have)
                    .help("run it with another " + what + ", or ask for a version of the pack that takes this one:"
                            + " mvn packs:show -Dpack=" + manifest.id().name()));
        }
    }
}
