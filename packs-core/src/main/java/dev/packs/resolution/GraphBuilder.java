package dev.packs.resolution;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a graph with levels of the chosen packs, or tells of a cycle. */
final class GraphBuilder {

    private final SortedMap<PackId, List<Edge>> edges = new TreeMap<>();

    private GraphBuilder(Map<PackId, List<PackDependency>> chosen) {
        Map<PackName, PackId> byName = new HashMap<>();
        for (PackId id : chosen.keySet()) {
            byName.put(id.name(), id);
        }
        for (Map.Entry<PackId, List<PackDependency>> entry : chosen.entrySet()) {
            List<Edge> outgoing = new ArrayList<>();
            for (PackDependency dependency : entry.getValue()) {
                PackId to = byName.get(dependency.name());
                if (to != null) {
                    outgoing.add(new Edge(entry.getKey(), to, dependency.constraint(), dependency.optional()));
                }
            }
            edges.put(entry.getKey(), outgoing);
        }
    }

    static Resolution build(List<Requirement> requirements, Map<PackId, List<PackDependency>> chosen) {
        GraphBuilder builder = new GraphBuilder(chosen);
        List<List<PackId>> levels = builder.levels();
        List<Edge> all = new ArrayList<>();
        for (List<Edge> outgoing : builder.edges.values()) {
            all.addAll(outgoing);
        }
        return new Resolution(requirements, all, levels);
    }

    /** Kahn's algorithm: again and again, what depends only on what is done. */
    private List<List<PackId>> levels() {
        Map<PackId, Integer> open = new HashMap<>();
        Map<PackId, List<PackId>> dependents = new HashMap<>();
        List<PackId> ready = new ArrayList<>();
        for (PackId id : edges.keySet()) {
            int count = 0;
            for (Edge edge : edges.getOrDefault(id, List.of())) {
                if (!edge.optional()) {
                    count++;
                    List<PackId> known = dependents.get(edge.to());
                    if (known == null) {
                        known = new ArrayList<>();
                        dependents.put(edge.to(), known);
                    }
                    known.add(id);
                }
            }
            open.put(id, count);
            if (count == 0) {
                ready.add(id);
            }
        }
        List<List<PackId>> levels = new ArrayList<>();
        int done = 0;
        while (!ready.isEmpty()) {
            ready.sort(null);
            levels.add(List.copyOf(ready));
            done += ready.size();
            List<PackId> next = new ArrayList<>();
            for (PackId id : ready) {
                for (PackId dependent : dependents.getOrDefault(id, List.of())) {
                    int left = open.getOrDefault(dependent, 0) - 1;
                    open.put(dependent, left);
                    if (left == 0) {
                        next.add(dependent);
                    }
                }
            }
            ready = next;
        }
        if (done < edges.size()) {
            throw cycle(open);
        }
        return levels;
    }

    /** @param open what never became ready: those on a cycle, and those that depend on one */
    private PacksException cycle(Map<PackId, Integer> open) {
        PackId at = edges.keySet().stream()
                .filter(id -> open.getOrDefault(id, 0) > 0)
                .findFirst()
                .orElseThrow();
        LinkedHashSet<PackId> seen = new LinkedHashSet<>();
        Map<PackId, Edge> taken = new HashMap<>();
        while (seen.add(at)) {
            Edge edge = edges.getOrDefault(at, List.of()).stream()
                    .filter(each -> !each.optional() && open.getOrDefault(each.to(), 0) > 0)
                    .findFirst()
                    .orElseThrow();
            taken.put(at, edge);
            at = edge.to();
        }
        List<PackId> path = new ArrayList<>(seen).subList(new ArrayList<>(seen).indexOf(at), seen.size());
        int least = path.indexOf(path.stream().sorted().findFirst().orElseThrow());
        StringBuilder text = new StringBuilder(path.get(least).toString());
        for (int i = 0; i < path.size(); i++) {
            Edge edge = taken.get(path.get((least + i) % path.size()));
            if (edge != null) {
                text.append(" -> ")
                        .append(edge.to())
                        .append(" (")
                        .append(edge.constraint())
                        .append(')');
            }
        }
        return Problem.of(ProblemCode.CYCLE, "packs depend on each other in a circle: `" + text + "`")
                .help(
                        "one of these packs must drop its dependency, or make it `optional = true`; or choose versions without the circle")
                .asException();
    }
}
