package dev.packs.pack;

import dev.packs.io.RelativePath;
import java.util.Optional;

/**
 * Files that are copied as they are.
 *
 * @param source a path or a glob inside the pack; what stands before the first wildcard segment (or the folder of a single file) is cut from the output path
 * @param output a folder below the output folder, itself a one-line template; for a single file without wildcard, the file's own path
 */
public record FileSet(
        String source,
        Optional<String> output,
        Optional<String> when,
        Overwrite overwrite,
        Optional<String> permissions) {

    /** What a manifest without {@code [[files]]} means: {@code files/**} keep their paths. */
    public static FileSet standard() {
        return new FileSet("files/**", Optional.empty(), Optional.empty(), Overwrite.NEVER, Optional.empty());
    }

    /** Whether this is the standard set, which may be empty. */
    public boolean isStandard() {
        return source.equals("files/**")
                && output.isEmpty()
                && when.isEmpty()
                && overwrite == Overwrite.NEVER
                && permissions.isEmpty();
    }

    /** The part of {@link #source} before the first wildcard, without the slash; empty if the source starts with one. */
    public Optional<RelativePath> literalFolder() {
        int wildcard = wildcard(source);
        int slash = source.lastIndexOf('/', wildcard < 0 ? source.length() : wildcard);
        return slash <= 0 ? Optional.empty() : Optional.of(RelativePath.parse(source.substring(0, slash)));
    }

    public boolean isGlob() {
        return wildcard(source) >= 0;
    }

    private static int wildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[{".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
