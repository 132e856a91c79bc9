package dev.packs.pack;

import dev.packs.version.Version;
import org.jspecify.annotations.Nullable;

/** One version of one pack. */
public record PackId(PackName name, Version version) implements Comparable<PackId> {

    @Override
    public int compareTo(PackId other) {
        int order = name.compareTo(other.name);
        return order != 0 ? order : version.compareTo(other.version);
    }

    /** {@code group:id:version}. */
    @Override
    public String toString() {
        return name + ":" + version;
    }

    /** Written out: what a record makes of itself costs a cold JVM some thirty classes, and this is a key of many maps. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackId pack && name.equals(pack.name) && version.equals(pack.version);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + version.hashCode();
    }
}
