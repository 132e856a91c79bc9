package dev.packs.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a {@code pack.toml} says.
 *
 * @param queries name to the path of a query inside the pack, sorted by name
 * @param postGenerate hooks after a generation, in order
 * @param metadata plain values that the author claims; nothing is decided by them
 * @param archetype what makes the files instead of templates
 * @param composition what becomes of files that several of its dependencies give; empty: that is an error
 */
public record PackManifest(
        PackDescription pack,
        List<PackageRequest> packages,
        List<PackDependency> dependencies,
        List<VariableDefinition> variables,
        List<TemplateDefinition> templates,
        List<FileSet> files,
        SortedMap<String, String> queries,
        List<Hook> postGenerate,
        Map<String, Object> metadata,
        Optional<PackArchetype> archetype,
        Optional<PackComposition> composition) {

    public PackManifest {
        packages = List.copyOf(packages);
        dependencies = List.copyOf(dependencies);
        variables = List.copyOf(variables);
        templates = List.copyOf(templates);
        files = List.copyOf(files);
        queries = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(queries));
        postGenerate = List.copyOf(postGenerate);
        metadata = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    public PackId id() {
        return pack.id();
    }
}
