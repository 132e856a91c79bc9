package dev.packs.version;

import java.util.List;
import java.util.Optional;

/**
 * What may be asked of a version: {@code ^1.2}, {@code >=1.0 <2.0}, {@code [1.0,2.0)} and the other forms of {@code docs/resolution.md}.
 *
 * <p>Grammar and rules are node-semver's, Maven's ranges come on top. Two constraints are equal if they are written alike.
 */
public final class VersionConstraint {

    private final String text;
    private final List<VersionRange> alternatives;

    VersionConstraint(String text, List<VersionRange> alternatives) {
        this.text = text;
        this.alternatives = List.copyOf(alternatives);
    }

    /**
     * @param text at most 256 characters
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#CONSTRAINT_INVALID}
     */
    public static VersionConstraint parse(String text) {
        return new VersionConstraint(text, new ConstraintParser(text, Dialect.PACKS).parse());
    }

    /**
     * A constraint on a package: also names versions that are none by SemVer, as in {@code 5.3.8.Final}, {@code >=31.1-jre} and {@code [4.1.0.RELEASE,5)}. Such
     * a version contains no {@link Version}.
     *
     * @param text at most 256 characters
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#CONSTRAINT_INVALID}
     */
    public static VersionConstraint parsePackage(String text) {
        return new VersionConstraint(text, new ConstraintParser(text, Dialect.PACKAGES).parse());
    }

    /** Nothing but this version. */
    public static VersionConstraint exactly(Version version) {
        return new VersionConstraint(
                version.toString(), List.of(new VersionRange(List.of(Comparison.of(Relation.EXACTLY, version)))));
    }

    /** Any release. */
    public static VersionConstraint any() {
        return new VersionConstraint("*", List.of(new VersionRange(List.of())));
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** Whether the version satisfies this. A pre-release does so only where a pre-release with the same three numbers is named. */
    public boolean contains(Version version) {
        for (VersionRange range : alternatives) {
            if (range.contains(version)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a package's version satisfies this, by Maven's order. A Maven range is read as Maven reads it, so {@code [1.0,2.0)} contains 2.0-rc-1. All other
     * forms let a pre-release (alpha, beta, milestone, rc, snapshot) in only where one with the same numbers is named, and {@code 1.2.3} is what Maven takes for
     * equal: {@code 1.2.3.Final} too.
     */
    public boolean containsPackage(MavenVersion version) {
        boolean mavenForm = isMavenForm();
        for (VersionRange range : alternatives) {
            if (mavenForm ? range.spans(version) : range.containsPackage(version)) {
                return true;
            }
        }
        return false;
    }

    /** The one version that this names, if it is of the form {@code 1.2.3}, {@code =1.2.3} or {@code [1.2.3]}. */
    public Optional<Version> exact() {
        return alternatives.size() == 1 ? alternatives.get(0).exact() : Optional.empty();
    }

    /** The same for a package: the version as it was written, which need not be one by SemVer. */
    public Optional<MavenVersion> exactPackage() {
        return alternatives.size() == 1 ? alternatives.get(0).exactPackage() : Optional.empty();
    }

    /** Whether this contains the snapshot and also names it, as {@code 1.2.0-SNAPSHOT}, {@code >=1.2.0-SNAPSHOT} and {@code ^1.2.0-SNAPSHOT} do. */
    public boolean allowsSnapshot(Version snapshot) {
        for (VersionRange range : alternatives) {
            if (range.contains(snapshot) && range.names(snapshot)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a version of a pack can satisfy both. */
    public boolean meets(VersionConstraint other) {
        return Meeting.ofVersions(this, other);
    }

    /** Whether every version that satisfies the other satisfies this, too. */
    public boolean includes(VersionConstraint other) {
        return Meeting.includes(this, other);
    }

    /** Whether a version of a package can satisfy both. */
    public boolean meetsPackage(VersionConstraint other) {
        return Meeting.ofPackages(this, other);
    }

    /** Every condition of every alternative. */
    List<Comparison> comparisons() {
        return alternatives.stream()
                .flatMap(range -> range.comparisons().stream())
                .toList();
    }

    /** Whether this is written as a Maven range, with brackets. */
    public boolean isMavenForm() {
        return ConstraintParser.isMavenForm(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionConstraint constraint && text.equals(constraint.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
