package dev.packs.operation;

import dev.packs.resolution.Requirement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A module of a build that declares packs.
 *
 * @param name as the user knows it: its artifactId
 * @param folder where its pom lies
 * @param generated the folder that gets a folder for each declaration
 * @param managed versions of packages that it manages: {@code group:artifact[:type[:classifier]]} to version
 * @param outputTimestamp {@code project.build.outputTimestamp}
 */
public record Module(
        String name,
        Path folder,
        Path generated,
        List<PackDeclaration> declarations,
        Map<String, String> managed,
        Optional<Instant> outputTimestamp) {

    public Module {
        declarations = List.copyOf(declarations);
        managed = Map.copyOf(managed);
    }

    /** The ids of all declarations. */
    public Set<String> ids() {
        return declarations.stream().map(PackDeclaration::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The folder of one declaration's output. */
    public Path outputOf(String id) {
        return generated.resolve(id);
    }

    /** What its declarations ask for. */
    public List<Requirement> requirements() {
        return declarations.stream()
                .map(declaration -> new Requirement(
                        declaration.name(),
                        declaration.constraint(),
                        "the pom of " + name + " (<pack> `" + declaration.id() + "`)"))
                .toList();
    }

    /** {@code packs.lock} beside the pom. */
    public Path lockFile() {
        return folder.resolve("packs.lock");
    }
}
