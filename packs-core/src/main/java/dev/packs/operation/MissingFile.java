package dev.packs.operation;

import dev.packs.Nearest;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;

/** Says that a manifest names a file that its pack does not have, and which one might have been meant. */
final class MissingFile {

    private MissingFile() {}

    static Problem problem(RelativePath source, Place place, FileTree files) {
        return Problem.at(ProblemCode.TEMPLATE_MISSING, place, "the pack has no file `" + source + "`")
                .help(Nearest.question(
                                source.text(),
                                files.paths().stream().map(RelativePath::text).toList())
                        .orElse("paths are relative to the folder of `pack.toml`"));
    }
}
