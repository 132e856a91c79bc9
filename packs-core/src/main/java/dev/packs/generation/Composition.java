package dev.packs.generation;

import dev.packs.io.RelativePath;
import dev.packs.merge.MergeKind;
import dev.packs.pack.CollisionRule;
import dev.packs.pack.CollisionStrategy;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the packs with a {@code [compose]} table say of files that several of their dependencies give. The outermost of them comes first. */
final class Composition {

    private final Map<PackName, PackManifest> packs;
    private final Map<PackName, Set<PackName>> dependencies;

    /**
     * @param packs dependencies first
     * @param dependencies all that each pack needs, directly or not
     */
    Composition(Map<PackName, PackManifest> packs, Map<PackName, Set<PackName>> dependencies) {
        this.packs = packs;
        this.dependencies = dependencies;
    }

    /** Whether some composition has to do with all of these packs. */
    boolean settles(Collection<PackName> givers) {
        return !composing(givers).isEmpty();
    }

    /** What becomes of a file that these packs give. */
    CollisionStrategy strategy(RelativePath path, Collection<PackName> givers) {
        for (PackManifest composing : composing(givers)) {
            for (CollisionRule rule : composing.composition().orElseThrow().collisions()) {
                if (rule.files().matches(path)) {
                    return rule.strategy();
                }
            }
        }
        return MergeKind.of(path).isPresent() ? CollisionStrategy.MERGE : CollisionStrategy.FAIL;
    }

    /** In the order in which the outermost composition names them, what a pack needs before the pack itself. */
    List<PackName> order(Collection<PackName> givers) {
        List<PackName> order = new ArrayList<>();
        visit(composing(givers).get(0), order, new HashSet<>());
        return order;
    }

    private void visit(PackManifest pack, List<PackName> order, Set<PackName> seen) {
        if (!seen.add(pack.id().name())) {
            return;
        }
        for (PackDependency dependency : pack.dependencies()) {
            Optional.ofNullable(packs.get(dependency.name())).ifPresent(next -> visit(next, order, seen));
        }
        order.add(pack.id().name());
    }

    private List<PackManifest> composing(Collection<PackName> givers) {
        List<PackManifest> found = new ArrayList<>();
        for (PackManifest pack : packs.values()) {
            if (pack.composition().isPresent()
                    && dependencies.getOrDefault(pack.id().name(), Set.of()).containsAll(givers)) {
                found.add(0, pack);
            }
        }
        return found;
    }
}
