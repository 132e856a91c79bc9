package dev.packs.pack;

import dev.packs.io.RelativePath;
import dev.packs.version.VersionConstraint;
import java.util.List;
import java.util.Optional;

/**
 * A Maven artifact that a pack installs.
 *
 * @param name {@code groupId:artifactId}, also the key of {@code packages[…]} in templates
 * @param type the artifact's extension, {@code jar} or {@code zip}
 * @param classifier empty for none
 * @param optional where it cannot be had, the pack goes on without it
 * @param transitive also its own dependencies
 * @param installPath the folder below the output into which its files are copied
 * @param root the folder inside the package that is copied; without it a WebJar's own folder, or else everything but {@code META-INF}
 * @param include globs below {@code root}; empty means everything
 */
public record PackageRequest(
        String name,
        VersionConstraint constraint,
        String type,
        String classifier,
        boolean optional,
        boolean transitive,
        Optional<RelativePath> installPath,
        Optional<RelativePath> root,
        List<String> include) {

    public PackageRequest {
        include = List.copyOf(include);
    }

    public String groupId() {
        return name.substring(0, name.indexOf(':'));
    }

    public String artifactId() {
        return name.substring(name.indexOf(':') + 1);
    }
}
