package dev.packs.manifest;

import dev.packs.io.Glob;
import java.util.Optional;

/** A path with wildcards, or without, as {@link Glob} takes it. */
final class GlobText {

    private GlobText() {}

    static Optional<Fault> fault(String text) {
        String sample = text.replace('*', 'x').replace('?', 'x');
        Optional<Fault> outside = TextKind.path(sample, text);
        if (outside.isPresent()) {
            return outside;
        }
        Optional<String> reason = Glob.fault(text);
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(Fault.of(
                        "`" + text + "` is not a pattern for paths: " + reason.get(),
                        "as in `files/**`, `*.{png,jpg}` or `images/icon-[0-9].svg`"));
    }
}
