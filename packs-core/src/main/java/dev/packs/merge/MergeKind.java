package dev.packs.merge;

import dev.packs.io.RelativePath;
import java.util.Locale;
import java.util.Optional;

/** The structures that can be merged, each known by the names of its files. */
public enum MergeKind {
    /** {@code pom.xml}, by what Maven takes for the same thing. */
    POM,
    /** {@code .yaml} and {@code .yml}: mappings by key, lists as unions. */
    YAML,
    /** {@code .json}: objects by key, arrays as unions. */
    JSON,
    /** {@code .properties}, by key. */
    PROPERTIES,
    /** {@code .gitignore} and {@code .dockerignore}: the union of the lines. */
    LINES,
    /** {@code .md}: sections by their headings. */
    MARKDOWN;

    /** The structure that a file of this name has; empty for all others. */
    public static Optional<MergeKind> of(RelativePath path) {
        String name = path.fileName().toLowerCase(Locale.ROOT);
        if (name.equals("pom.xml")) {
            return Optional.of(POM);
        }
        if (name.equals(".gitignore") || name.equals(".dockerignore")) {
            return Optional.of(LINES);
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "yaml", "yml" -> Optional.of(YAML);
            case "json" -> Optional.of(JSON);
            case "properties" -> Optional.of(PROPERTIES);
            case "md" -> Optional.of(MARKDOWN);
            default -> Optional.empty();
        };
    }
}
