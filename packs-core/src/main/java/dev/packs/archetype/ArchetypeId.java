package dev.packs.archetype;

/** One version of one archetype, as Maven names it. */
public record ArchetypeId(String group, String artifact, String version) {

    /** {@code artifact-version.jar}, as it lies in a repository. */
    public String jarName() {
        return artifact + "-" + version + ".jar";
    }

    /** {@code group:artifact:version}. */
    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version;
    }
}
