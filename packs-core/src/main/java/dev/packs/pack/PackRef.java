package dev.packs.pack;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.version.VersionConstraint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a user names a pack: {@code [group:]name[@constraint]}, or with a scheme. */
public sealed interface PackRef {

    /** The schemes; none of them is ever a group. */
    List<String> SCHEMES = List.of("archetype", "git+https", "git+ssh", "git+file", "github", "file");

    /** What a groupId, an artifactId and a version are made of. */
    Pattern ARCHETYPE_PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}");

    /** As the user wrote it. */
    String text();

    /**
     * A pack by its name.
     *
     * @param group empty for a short name
     * @param constraint empty for whatever is newest
     */
    record Named(String text, Optional<String> group, String id, Optional<VersionConstraint> constraint)
            implements PackRef {}

    /** A folder that has a {@code pack.toml}, or a pack's jar; relative to where the user stands. */
    record Local(String text, String path) implements PackRef {}

    /**
     * An archetype in a Maven repository.
     *
     * @param version by Maven's rules; empty for the newest release
     */
    record Archetype(String text, String group, String artifact, Optional<String> version) implements PackRef {}

    /** An archetype's jar, or a folder that one would be made of; relative to where the user stands. */
    record LocalArchetype(String text, String path) implements PackRef {}

    /**
     * A reference whose source is not built yet: a Git repository.
     *
     * @param scheme one of {@link #SCHEMES}
     */
    record Foreign(String text, String scheme) implements PackRef {}

    /** @throws PacksException {@link ProblemCode#REFERENCE_INVALID} or {@link ProblemCode#CONSTRAINT_INVALID} */
    static PackRef parse(String text) {
        for (String scheme : SCHEMES) {
            if (text.startsWith(scheme + ":")) {
                String rest = text.substring(scheme.length() + 1);
                if (rest.isBlank()) {
                    throw invalid(text, "nothing stands after `" + scheme + ":`");
                }
                return switch (scheme) {
                    case "file" -> new Local(text, rest);
                    case "archetype" -> archetype(text, rest);
                    default -> new Foreign(text, scheme);
                };
            }
        }
        return named(text);
    }

    /**
     * Several references, separated by commas; a comma inside a constraint's brackets separates nothing.
     *
     * @throws PacksException with every reference that is wrong
     */
    static List<PackRef> parseAll(String text) {
        dev.packs.Problems problems = new dev.packs.Problems();
        java.util.ArrayList<PackRef> references = new java.util.ArrayList<>();
        for (String each : split(text)) {
            try {
                references.add(parse(each));
            } catch (PacksException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        problems.throwIfAny();
        return List.copyOf(references);
    }

    /** The texts of several references, which may be wrong. */
    static List<String> split(String text) {
        java.util.ArrayList<String> texts = new java.util.ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (c == ',' && (depth <= 0 || i == text.length())) {
                texts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        return texts;
    }

    private static PackRef archetype(String text, String rest) {
        if (rest.startsWith("file:")) {
            String path = rest.substring("file:".length());
            if (path.isBlank()) {
                throw noArchetype(text, "nothing stands after `file:`");
            }
            return new LocalArchetype(text, path);
        }
        String[] parts = rest.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw noArchetype(text, "it has " + parts.length + " parts after `archetype:`, and not two or three");
        }
        for (String part : parts) {
            if (!ARCHETYPE_PART.matcher(part).matches()) {
                throw noArchetype(
                        text, "`" + part + "` is no part of an archetype's name (letters, digits, `.`, `_`, `-`)");
            }
        }
        return new Archetype(text, parts[0], parts[1], parts.length == 3 ? Optional.of(parts[2]) : Optional.empty());
    }

    private static PacksException noArchetype(String text, String reason) {
        return Problem.of(ProblemCode.REFERENCE_INVALID, "`" + text + "` is not a reference to an archetype: " + reason)
                .help(
                        "write `archetype:groupId:artifactId:version`, `archetype:groupId:artifactId` for its newest release,"
                                + " or `archetype:file:` and a jar or a folder, as in"
                                + " `-Dpack=archetype:org.apache.maven.archetypes:maven-archetype-quickstart:1.5`")
                .asException();
    }

    private static PackRef named(String text) {
        int at = text.indexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        int colon = name.lastIndexOf(':');
        String id = name.substring(colon + 1);
        if (!PackName.isId(id)) {
            throw invalid(text, "`" + id + "` is not a pack's name (letters, digits and single hyphens, at most 100)");
        }
        if (colon >= 0 && !PackName.isGroup(name.substring(0, colon))) {
            if (name.chars().filter(c -> c == ':').count() == 2) {
                throw Problem.of(
                                ProblemCode.REFERENCE_INVALID,
                                "`" + text + "` is not a pack reference: it has three parts")
                        .help("of an archetype: -Dpack=archetype:" + text
                                + "\nof a pack, the version stands behind `@`: -Dpack=" + name.substring(0, colon) + "@"
                                + id)
                        .asException();
            }
            throw invalid(text, "`" + name.substring(0, colon) + "` is not a group");
        }
        if (at >= 0 && text.substring(at + 1).isBlank()) {
            throw invalid(text, "nothing stands after `@`");
        }
        return new Named(
                text,
                colon < 0 ? Optional.empty() : Optional.of(name.substring(0, colon)),
                id,
                at < 0
                        ? Optional.empty()
                        : Optional.of(
                                VersionConstraint.parse(text.substring(at + 1).strip())));
    }

    private static PacksException invalid(String text, String reason) {
        return Problem.of(ProblemCode.REFERENCE_INVALID, "`" + text + "` is not a pack reference: " + reason)
                .help("write `name`, `group:name` or `group:name@constraint`, as in `-Dpack=web-api-starter@^1.2`")
                .asException();
    }
}
