package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.version.Version;
import dev.packs.version.VersionConstraint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses one version where only one pack is asked about, so that nothing has to be resolved. */
final class Chosen {

    private Chosen() {}

    /** The newest that satisfies the constraint; without one, the newest release, or else the newest of all. */
    static Optional<Version> newest(List<Version> versions, Optional<VersionConstraint> constraint) {
        if (constraint.isPresent()) {
            return versions.stream().filter(constraint.get()::contains).max(Comparator.naturalOrder());
        }
        Optional<Version> release =
                versions.stream().filter(version -> !version.isPreRelease()).max(Comparator.naturalOrder());
        return release.isPresent() ? release : versions.stream().max(Comparator.naturalOrder());
    }

    /** For the case that {@link #newest} finds none. */
    static PacksException none(String asked, List<Version> versions) {
        return Problem.of(ProblemCode.VERSION_NOT_FOUND, "no version satisfies `" + asked + "`")
                .help("available: "
                        + versions.stream()
                                .sorted(Comparator.reverseOrder())
                                .limit(10)
                                .map(Version::toString)
                                .collect(Collectors.joining(", ")))
                .asException();
    }
}
