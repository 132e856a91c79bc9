package dev.packs.description;

import dev.packs.PacksException;
import dev.packs.graph.Iri;
import dev.packs.version.VersionConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The constraints of a graph, each described once, and which of those on one thing leave nothing to choose. A query cannot find that out, so it is said. */
final class VersionSets {

    private final KnownConstraints known;
    private final Kind packs = new Kind("pack", VersionConstraint::parse, VersionConstraint::meets);
    private final Kind packages = new Kind("package", VersionConstraint::parsePackage, VersionConstraint::meetsPackage);

    /** @param known constraints that are described elsewhere and count too */
    VersionSets(KnownConstraints known) {
        this.known = known;
    }

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

    private final class Kind {

        private final String name;
        private final Function<String, VersionConstraint> parse;
        private final BiPredicate<VersionConstraint, VersionConstraint> meet;
        private final Map<String, VersionConstraint> constraints = new TreeMap<>();
        private final Map<String, SortedSet<String>> byTarget = new TreeMap<>();

        Kind(
                String name,
                Function<String, VersionConstraint> parse,
                BiPredicate<VersionConstraint, VersionConstraint> meet) {
            this.name = name;
            this.parse = parse;
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
            for (Map.Entry<String, SortedSet<String>> target : byTarget.entrySet()) {
                List<String> own = List.copyOf(target.getValue());
                List<String> all = new ArrayList<>(own);
                all.addAll(others(new Iri(target.getKey()), target.getValue()));
                for (int i = 0; i < own.size(); i++) {
                    for (String second : all.subList(i + 1, all.size())) {
                        compare(own.get(i), second, compared, disjoint);
                    }
                }
            }
            return disjoint;
        }

        private void compare(
                String first,
                String second,
                Map<String, SortedSet<String>> compared,
                Map<String, SortedSet<String>> disjoint) {
            if (compared.computeIfAbsent(first, text -> new TreeSet<>()).add(second)
                    && !meet.test(constraints.get(first), constraints.get(second))) {
                disjoint.computeIfAbsent(first, text -> new TreeSet<>()).add(second);
                disjoint.computeIfAbsent(second, text -> new TreeSet<>()).add(first);
            }
        }

        /** Those that are known elsewhere on the same thing; what is no constraint has nothing to be compared with. */
        private SortedSet<String> others(Iri target, SortedSet<String> own) {
            SortedSet<String> others = new TreeSet<>();
            for (String text : known.on(target)) {
                if (!own.contains(text) && isKnown(text)) {
                    others.add(text);
                }
            }
            return others;
        }

        private boolean isKnown(String text) {
            if (!constraints.containsKey(text)) {
                try {
                    constraints.put(text, parse.apply(text));
                } catch (PacksException none) {
                    return false;
                }
            }
            return true;
        }
    }
}
