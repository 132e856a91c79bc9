package dev.packs.description;

import dev.packs.graph.Iri;
import dev.packs.version.VersionConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** The constraints of a graph, each described once, and which of those on one thing leave nothing to choose. A query cannot find that out, so it is said. */
final class VersionSets {

    private final Kind packs = new Kind("pack", VersionConstraint::meets);
    private final Kind packages = new Kind("package", VersionConstraint::meetsPackage);

    /** A constraint on a pack or a tool. */
    Iri ofPack(Iri target, VersionConstraint constraint) {
        return packs.of(target, constraint);
    }

    /** A constraint on a package, whose versions are ordered otherwise. */
    Iri ofPackage(Iri target, VersionConstraint constraint) {
        return packages.of(target, constraint);
    }

    void describe(Triples triples) {
        packs.describe(triples);
        packages.describe(triples);
    }

    private static final class Kind {

        private final String name;
        private final BiPredicate<VersionConstraint, VersionConstraint> meet;
        private final Map<String, VersionConstraint> constraints = new TreeMap<>();
        private final Map<String, SortedSet<String>> byTarget = new TreeMap<>();

        Kind(String name, BiPredicate<VersionConstraint, VersionConstraint> meet) {
            this.name = name;
            this.meet = meet;
        }

        Iri of(Iri target, VersionConstraint constraint) {
            String text = constraint.text();
            constraints.put(text, constraint);
            byTarget.computeIfAbsent(target.value(), iri -> new TreeSet<>()).add(text);
            return PackIris.ofVersions(name, text);
        }

        void describe(Triples triples) {
            Map<String, SortedSet<String>> disjoint = disjoint();
            for (String text : constraints.keySet()) {
                Triples.Resource set = triples.of(PackIris.ofVersions(name, text), PacksTerms.VERSION_SET)
                        .with(SharedTerms.IDENTIFIER, text);
                for (String other : disjoint.getOrDefault(text, new TreeSet<>())) {
                    set.with(PacksTerms.DISJOINT_WITH, PackIris.ofVersions(name, other));
                }
            }
        }

        private Map<String, SortedSet<String>> disjoint() {
            Map<String, SortedSet<String>> compared = new TreeMap<>();
            Map<String, SortedSet<String>> disjoint = new TreeMap<>();
            for (SortedSet<String> texts : byTarget.values()) {
                List<String> sorted = new ArrayList<>(texts);
                for (int i = 0; i < sorted.size(); i++) {
                    for (String second : sorted.subList(i + 1, sorted.size())) {
                        String first = sorted.get(i);
                        if (compared.computeIfAbsent(first, text -> new TreeSet<>())
                                        .add(second)
                                && !meet.test(constraints.get(first), constraints.get(second))) {
                            disjoint.computeIfAbsent(first, text -> new TreeSet<>())
                                    .add(second);
                            disjoint.computeIfAbsent(second, text -> new TreeSet<>())
                                    .add(first);
                        }
                    }
                }
            }
            return disjoint;
        }
    }
}
