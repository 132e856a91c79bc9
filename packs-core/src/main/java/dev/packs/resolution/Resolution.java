package dev.packs.resolution;

import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The graph of chosen versions, one of each pack.
 *
 * @param requirements as they were asked
 * @param edges sorted by the depending pack; those of one pack in its manifest's order
 * @param levels packs of level 0 depend on nothing, of level n on at least one of level n - 1; each level is sorted
 */
public record Resolution(List<Requirement> requirements, List<Edge> edges, List<List<PackId>> levels)
        implements Outcome {

    public Resolution {
        requirements = List.copyOf(requirements);
        edges = List.copyOf(edges);
        levels = levels.stream().map(List::copyOf).toList();
    }

    /** All packs, sorted. */
    public List<PackId> packs() {
        return levels.stream().flatMap(List::stream).sorted().toList();
    }

    public Optional<PackId> find(PackName name) {
        for (List<PackId> level : levels) {
            for (PackId id : level) {
                if (id.name().equals(name)) {
                    return Optional.of(id);
                }
            }
        }
        return Optional.empty();
    }

    public Optional<Version> version(PackName name) {
        return find(name).map(PackId::version);
    }

    /** Every pack behind all that it depends on. */
    public List<PackId> dependenciesFirst() {
        return levels.stream().flatMap(List::stream).toList();
    }

    /** Every pack before all that it depends on. */
    public List<PackId> dependentsFirst() {
        List<PackId> order = new ArrayList<>(dependenciesFirst());
        Collections.reverse(order);
        return List.copyOf(order);
    }

    public List<Edge> dependenciesOf(PackId id) {
        return edges.stream().filter(edge -> edge.from().equals(id)).toList();
    }

    public List<Edge> dependentsOf(PackId id) {
        return edges.stream().filter(edge -> edge.to().equals(id)).toList();
    }
}
