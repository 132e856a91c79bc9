package dev.packs.resolution;

import dev.packs.pack.PackageRequest;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a package whatever its version.
 *
 * @param type the artifact's extension
 * @param classifier empty for none
 */
public record PackageKey(String name, String type, String classifier) implements Comparable<PackageKey> {

    public static PackageKey of(PackageRequest request) {
        return new PackageKey(request.name(), request.type(), request.classifier());
    }

    @Override
    public int compareTo(PackageKey other) {
        int order = name.compareTo(other.name);
        order = order != 0 ? order : type.compareTo(other.type);
        return order != 0 ? order : classifier.compareTo(other.classifier);
    }

    /** Written out: what a record makes of itself costs a cold JVM some thirty classes, and this is a key of many maps. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageKey key
                && name.equals(key.name)
                && type.equals(key.type)
                && classifier.equals(key.classifier);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + type.hashCode()) + classifier.hashCode();
    }

    /** {@code group:artifact[:type[:classifier]]}, without the type where it is {@code jar} and no classifier follows. */
    @Override
    public String toString() {
        if (!classifier.isEmpty()) {
            return name + ":" + type + ":" + classifier;
        }
        return type.equals("jar") ? name : name + ":" + type;
    }
}
