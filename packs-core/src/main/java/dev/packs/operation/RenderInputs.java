package dev.packs.operation;

import dev.packs.Place;
import dev.packs.Problems;
import dev.packs.generation.PackContent;
import dev.packs.generation.PackRendering;
import dev.packs.generation.PackTemplates;
import dev.packs.generation.PackageContent;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackageRequest;
import dev.packs.store.InstalledPackage;
import dev.packs.variables.GivenValues;
import dev.packs.variables.PackExpressions;
import dev.packs.variables.PackVariables;
import dev.packs.variables.ResolvedVariables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pack and all that it needs, ready to be rendered into one folder.
 *
 * @param packs dependencies first
 * @param variables of each pack, in the same order
 */
record RenderInputs(List<PackId> packs, Map<PackName, ResolvedVariables> variables, PackRendering rendering) {

    /** The packs whose files end up together with those of {@code root}. */
    static List<PackManifest> manifests(PreparedPacks prepared, PackName root) {
        return prepared.closure(root).stream()
                .map(id -> prepared.manifest(id.name()))
                .toList();
    }

    /** @throws dev.packs.PacksException with everything that is wrong with any variable */
    static RenderInputs of(PreparedPacks prepared, PackName root, GivenValues given) {
        List<PackManifest> manifests = manifests(prepared, root);
        Map<PackName, ResolvedVariables> variables =
                new PackVariables(manifests, given, new PackExpressions(Place.of("pack.toml"))).resolve();
        List<PackContent> contents = new ArrayList<>();
        for (PackManifest manifest : manifests) {
            PackName name = manifest.id().name();
            Map<String, PackageContent> packages = new HashMap<>();
            for (PackageRequest request : manifest.packages()) {
                InstalledPackage installed = prepared.packageOf(request);
                if (installed != null) {
                    packages.put(
                            request.name(),
                            new PackageContent(installed.coordinates().version(), installed));
                }
            }
            contents.add(new PackContent(
                    manifest,
                    prepared.content(name).files(),
                    variables.getOrDefault(name, ResolvedVariables.none()),
                    packages));
        }
        return new RenderInputs(prepared.closure(root), variables, new PackRendering(contents, PackTemplates::new));
    }

    /** The names of the variables of a pack and all that it needs, for each id under which a value may be addressed to one of them. */
    static void addNames(PreparedPacks prepared, String id, PackName root, Map<String, Set<String>> names) {
        List<PackManifest> manifests = manifests(prepared, root);
        for (PackManifest manifest : manifests) {
            manifest.variables().forEach(variable -> {
                names.computeIfAbsent(manifest.id().name().id(), any -> new TreeSet<>())
                        .add(variable.name());
                if (manifest.id().name().equals(root)) {
                    names.computeIfAbsent(id, any -> new TreeSet<>()).add(variable.name());
                }
            });
            names.computeIfAbsent(manifest.id().name().id(), any -> new TreeSet<>());
        }
        names.computeIfAbsent(id, any -> new TreeSet<>());
    }

    /** @throws dev.packs.PacksException for each {@code -Dvar.…} that nobody asks for */
    static void requireKnown(GivenValues given, Map<String, Set<String>> names) {
        Problems problems = new Problems();
        problems.addAll(given.commandLine().unknown(names));
        problems.throwIfAny();
    }
}
