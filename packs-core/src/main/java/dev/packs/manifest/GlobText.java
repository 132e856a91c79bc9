package dev.packs.manifest;

import dev.packs.io.Glob;
import dev.packs.io.RelativePath;
import java.util.Optional;

/** A path with wildcards, or without, as {@link Glob} takes it. */
final class GlobText {

    private GlobText() {}

    static Optional<Fault> fault(String text) {
        String sample = text.replace('*', 'x').replace('?', 'x');
        Optional<Fault> outside = RelativePath.fault(sample).flatMap(reason -> TextKind.path(sample, text));
        if (outside.isPresent()) {
            return outside;
        }
        return Glob.fault(text)
                .map(reason -> Fault.of(
                        "`" + text + "` is not a pattern for paths: " + reason,
                        "as in `files/**`, `*.{png,jpg}` or `images/icon-[0-9].svg`"));
    }
}
