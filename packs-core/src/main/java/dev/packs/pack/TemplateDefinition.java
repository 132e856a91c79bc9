package dev.packs.pack;

import dev.packs.io.RelativePath;
import java.util.Optional;

/**
 * A template and where its text goes.
 *
 * @param source inside the pack
 * @param output the path below the output folder; itself a one-line template
 * @param when an expression; where it is false, nothing is written
 * @param permissions octal, as in {@code 0755}; only the executable bits count where the file system has no others
 */
public record TemplateDefinition(
        String name,
        RelativePath source,
        String output,
        Optional<String> when,
        Optional<ForEach> forEach,
        Overwrite overwrite,
        Optional<String> permissions,
        TemplateEngine engine) {}
