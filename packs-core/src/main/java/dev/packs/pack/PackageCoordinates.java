package dev.packs.pack;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One version of one package, as Maven names it. Every part is also a name of a folder or a file.
 *
 * @param type the artifact's extension, {@code jar} or {@code zip}
 * @param classifier empty for none
 */
public record PackageCoordinates(String groupId, String artifactId, String version, String type, String classifier)
        implements Comparable<PackageCoordinates> {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.+-]{1,200}");

    public PackageCoordinates {
        require("groupId", groupId);
        require("artifactId", artifactId);
        require("version", version);
        require("type", type);
        if (!classifier.isEmpty()) {
            require("classifier", classifier);
        }
    }

    /** A jar without classifier. */
    public static PackageCoordinates jar(String groupId, String artifactId, String version) {
        return new PackageCoordinates(groupId, artifactId, version, "jar", "");
    }

    private static void require(String part, String value) {
        if (!PART.matcher(value).matches() || RelativePath.fault(value).isPresent()) {
            throw Problem.of(ProblemCode.REFERENCE_INVALID, "`" + value + "` is not the " + part + " of a package")
                    .help("letters, digits, `.`, `_`, `+` and `-`, as in `org.webjars:bootstrap:5.3.3`")
                    .asException();
        }
    }

    /** Written out: what a record makes of itself costs a cold JVM some thirty classes, and this is a key of many maps. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageCoordinates its
                && groupId.equals(its.groupId)
                && artifactId.equals(its.artifactId)
                && version.equals(its.version)
                && type.equals(its.type)
                && classifier.equals(its.classifier);
    }

    @Override
    public int hashCode() {
        int hash = 31 * groupId.hashCode() + artifactId.hashCode();
        return 31 * (31 * (31 * hash + version.hashCode()) + type.hashCode()) + classifier.hashCode();
    }

    /** {@code groupId:artifactId}, the key of {@code packages[…]} in templates. */
    public String name() {
        return groupId + ":" + artifactId;
    }

    /** As it lies in a repository: {@code artifactId-version[-classifier].type}. */
    public String fileName() {
        return artifactId + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + "." + type;
    }

    /** Whether other content may appear under the same version. */
    public boolean isSnapshot() {
        return version.endsWith("SNAPSHOT");
    }

    @Override
    public int compareTo(PackageCoordinates other) {
        return toString().compareTo(other.toString());
    }

    /** {@code groupId:artifactId:version}, or {@code groupId:artifactId:type[:classifier]:version} where it is not a plain jar. */
    @Override
    public String toString() {
        if (type.equals("jar") && classifier.isEmpty()) {
            return name() + ":" + version;
        }
        return name() + ":" + type + (classifier.isEmpty() ? "" : ":" + classifier) + ":" + version;
    }

    /** Reads what {@link #toString} writes. */
    public static PackageCoordinates parse(String text) {
        String[] parts = text.split(":", -1);
        return switch (parts.length) {
            case 3 -> jar(parts[0], parts[1], parts[2]);
            case 4 -> new PackageCoordinates(parts[0], parts[1], parts[3], parts[2], "");
            case 5 -> new PackageCoordinates(parts[0], parts[1], parts[4], parts[2], parts[3]);
            default ->
                throw Problem.of(ProblemCode.REFERENCE_INVALID, "`" + text + "` does not name a version of a package")
                        .help("as in `org.webjars:bootstrap:5.3.3`")
                        .asException();
        };
    }
}
