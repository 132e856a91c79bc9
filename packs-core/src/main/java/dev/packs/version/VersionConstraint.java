package dev.packs.version;

/**
 * What may be asked of a version: {@code ^1.2}, {@code >=1.0 <2.0}, {@code [1.0,2.0)} and the other forms of the contract.
 *
 * @param text as it was written
 */
public record VersionConstraint(String text) {

    /** @throws dev.packs.PacksException {@link dev.packs.ProblemCode#CONSTRAINT_INVALID} */
    public static VersionConstraint parse(String text) {
        return new VersionConstraint(text);
    }

    /** Whether the version satisfies this. */
    public boolean contains(Version version) {
        return version.toString().equals(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
