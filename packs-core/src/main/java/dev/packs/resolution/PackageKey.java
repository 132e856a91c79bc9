package dev.packs.resolution;

import dev.packs.pack.PackageRequest;

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

    /** {@code group:artifact[:type[:classifier]]}, without the type where it is {@code jar} and no classifier follows. */
    @Override
    public String toString() {
        if (!classifier.isEmpty()) {
            return name + ":" + type + ":" + classifier;
        }
        return type.equals("jar") ? name : name + ":" + type;
    }
}
