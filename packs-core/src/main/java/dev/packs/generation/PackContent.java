package dev.packs.generation;

import dev.packs.io.FileTree;
import dev.packs.pack.PackManifest;
import dev.packs.rendering.QueryRows;
import dev.packs.variables.ResolvedVariables;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pack with everything that its templates may see.
 *
 * @param packages {@code groupId:artifactId} to what is installed; an optional package that could not be had is not in it
 * @param queries that its templates may ask
 */
public record PackContent(
        PackManifest manifest,
        FileTree files,
        ResolvedVariables variables,
        Map<String, PackageContent> packages,
        QueryRows queries) {

    public PackContent {
        packages = Collections.unmodifiableMap(new TreeMap<>(packages));
    }
}
