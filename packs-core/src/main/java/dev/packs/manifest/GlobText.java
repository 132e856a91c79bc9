package dev.packs.manifest;

import dev.packs.io.RelativePath;
import java.nio.file.FileSystems;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** A path with wildcards ({@code *}, {@code **}, {@code ?}, {@code [abc]}, {@code {a,b}}), or without. */
final class GlobText {

    private GlobText() {}

    static Optional<Fault> fault(String text) {
        Optional<Fault> outside =
                RelativePath.fault(literal(text)).flatMap(reason -> TextKind.path(literal(text), text));
        if (outside.isPresent()) {
            return outside;
        }
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + text);
            return Optional.empty();
        } catch (PatternSyntaxException invalid) {
            return Optional.of(Fault.of(
                    "`" + text + "` is not a glob: " + invalid.getDescription(),
                    "`*` stands for a part of a name, `**` for any folders, `{a,b}` for one or the other"));
        }
    }

    private static String literal(String text) {
        return text.replace('*', 'x').replace('?', 'x');
    }
}
