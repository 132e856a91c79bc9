package dev.packs.pack;

import dev.packs.version.Version;

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
}
