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
        List<List<PackId>> copies = new ArrayList<>();
        for (List<PackId> level : levels) {
            copies.add(List.copyOf(level));
        }
        levels = List.copyOf(copies);
    }

    /** All packs, sorted. */
    public List<PackId> packs() {
        List<PackId> sorted = new ArrayList<>(dependenciesFirst());
        sorted.sort(null);
        return List.copyOf(sorted);
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
        Optional<PackId> id = find(name);
        return id.isPresent() ? Optional.of(id.get().version()) : Optional.empty();
    }

    /** Every pack behind all that it depends on. */
    public List<PackId> dependenciesFirst() {
        List<PackId> all = new ArrayList<>();
        for (List<PackId> level : levels) {
            all.addAll(level);
        }
        return List.copyOf(all);
    }

    /** Every pack before all that it depends on. */
    public List<PackId> dependentsFirst() {
        List<PackId> order = new ArrayList<>(dependenciesFirst());
        Collections.reverse(order);
        return List.copyOf(order);
    }

    public List<Edge> dependenciesOf(PackId id) {
        List<Edge> found = new ArrayList<>();
        for (Edge edge : edges) {
            if (edge.from().equals(id)) {
                found.add(edge);
            }
        }
        return List.copyOf(found);
    }

    public List<Edge> dependentsOf(PackId id) {
        List<Edge> found = new ArrayList<>();
        for (Edge edge : edges) {
            if (edge.to().equals(id)) {
                found.add(edge);
            }
        }
        return List.copyOf(found);
    }
}
