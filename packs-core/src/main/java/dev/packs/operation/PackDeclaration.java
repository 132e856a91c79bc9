package dev.packs.operation;

import dev.packs.pack.PackName;
import dev.packs.version.VersionConstraint;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pack that a project asks for, as it stands in the project's pom.
 *
 * @param id unique in the project; names the output folder
 * @param constraint an exact version or a Maven range; an exact one pins
 * @param variables text as it was written; an empty element is the empty string
 * @param answers a TOML file with lists and objects, absolute
 * @param graphs files of the project's graph, relative to the module; patterns too
 */
public record PackDeclaration(
        String id,
        PackName name,
        VersionConstraint constraint,
        SortedMap<String, String> variables,
        Optional<Path> answers,
        List<String> graphs) {

    public PackDeclaration {
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        graphs = List.copyOf(graphs);
    }
}
