package dev.packs.archetype;

import dev.packs.integrity.Digest;
import java.nio.file.Path;
import java.util.List;

/**
 * A script that the user has allowed.
 *
 * @param digest which it has to have
 * @param classPath Groovy's jars; nothing where it does not run
 * @param runs whether it is run after the generation; not where it is only planned
 */
public record AllowedScript(Digest digest, List<Path> classPath, boolean runs) {

    public AllowedScript {
        classPath = List.copyOf(classPath);
    }

    /** One that is to run. */
    public static AllowedScript run(Digest digest, List<Path> classPath) {
        return new AllowedScript(digest, classPath, true);
    }

    /** One that would run, had the generation not only been planned. */
    public static AllowedScript planned(Digest digest) {
        return new AllowedScript(digest, List.of(), false);
    }
}
