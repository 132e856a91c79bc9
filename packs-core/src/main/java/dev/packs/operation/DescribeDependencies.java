package dev.packs.operation;

import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.resolution.Edge;
import dev.packs.resolution.Requirement;
import dev.packs.resolution.Resolution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows which packs are needed, by whom, and in which versions. Installs and writes nothing. */
public final class DescribeDependencies {

    private final PreparePacks prepare;

    public DescribeDependencies(PreparePacks prepare) {
        this.prepare = prepare;
    }

    /** A tree for each pack that was asked for; a pack that was shown already is shown again without what it needs. */
    public record Tree(String name, Resolution resolution, Map<PackName, Integer> packages) implements Report {

        public Tree {
            packages = Map.copyOf(packages);
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(name);
            Set<PackId> shown = new HashSet<>();
            List<Requirement> roots = resolution.requirements();
            for (int i = 0; i < roots.size(); i++) {
                Requirement root = roots.get(i);
                PackId id = resolution.find(root.name()).orElseThrow();
                add(
                        lines,
                        new Branch("", i + 1 == roots.size()),
                        id,
                        root.constraint().text(),
                        shown);
            }
            lines.add(Count.of(resolution.packs().size(), "pack") + " in "
                    + Count.of(resolution.levels().size(), "level"));
            return lines;
        }

        private record Branch(String prefix, boolean last) {}

        private void add(List<String> lines, Branch branch, PackId id, String constraint, Set<PackId> shown) {
            List<Edge> needed = resolution.dependenciesOf(id);
            boolean again = !shown.add(id) && !needed.isEmpty();
            int own = packages.getOrDefault(id.name(), 0);
            lines.add(branch.prefix() + (branch.last() ? "\\- " : "+- ") + id + " (" + constraint + ")"
                    + (own == 0 ? "" : ", " + Count.of(own, "package"))
                    + (again ? ", as above" : ""));
            if (again) {
                return;
            }
            String prefix = branch.prefix() + (branch.last() ? "   " : "|  ");
            for (int i = 0; i < needed.size(); i++) {
                Edge edge = needed.get(i);
                String asked = edge.constraint().text() + (edge.optional() ? ", optional" : "");
                add(lines, new Branch(prefix, i + 1 == needed.size()), edge.to(), asked, shown);
            }
        }

        @Override
        public Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("name", name);
            document.put(
                    "requirements",
                    resolution.requirements().stream().map(Tree::describe).toList());
            document.put(
                    "levels",
                    resolution.levels().stream()
                            .map(level -> level.stream().map(PackId::toString).toList())
                            .toList());
            document.put(
                    "edges", resolution.edges().stream().map(Tree::describe).toList());
            return document;
        }

        private static Map<String, Object> describe(Requirement root) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("pack", root.name().toString());
            fields.put("constraint", root.constraint().text());
            return fields;
        }

        private static Map<String, Object> describe(Edge edge) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("from", edge.from().toString());
            fields.put("to", edge.to().toString());
            fields.put("constraint", edge.constraint().text());
            fields.put("optional", edge.optional());
            return fields;
        }
    }

    /**
     * Resolves and describes.
     *
     * @param name of the module, or what the user typed
     * @throws dev.packs.PacksException with the derivation if there is no solution
     */
    public Tree run(String name, PreparePacks.Request request) {
        Resolution resolution = prepare.resolve(request);
        Map<PackName, Integer> packages = new LinkedHashMap<>();
        for (PackId id : resolution.packs()) {
            packages.put(id.name(), prepare.manifest(id).packages().size());
        }
        return new Tree(name, resolution, packages);
    }
}
