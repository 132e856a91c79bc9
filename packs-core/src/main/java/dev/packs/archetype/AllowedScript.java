package dev.packs.archetype;

import dev.packs.integrity.Digest;
import java.nio.file.Path;
import java.util.List;

/**
 * A script that the user has allowed to run.
 *
 * @param digest which it has to have
 * @param classPath Groovy's jars
 */
public record AllowedScript(Digest digest, List<Path> classPath) {

    public AllowedScript {
        classPath = List.copyOf(classPath);
    }
}
