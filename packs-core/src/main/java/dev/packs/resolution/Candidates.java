package dev.packs.resolution;

import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import dev.packs.version.VersionConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The versions of one pack that there are, and what constraints mean over them. */
final class Candidates {

    private final PackName name;
    private final List<Version> versions;
    private final PackCatalog catalog;
    private final Map<String, VersionSet> allowed = new HashMap<>();

    Candidates(PackName name, PackCatalog catalog) {
        this.name = name;
        this.catalog = catalog;
        List<Version> sorted = new ArrayList<>(catalog.versions(name));
        sorted.sort(new VersionOrder());
        this.versions = new ArrayList<>();
        for (Version version : sorted) {
            if (versions.isEmpty() || !versions.get(versions.size() - 1).equals(version)) {
                versions.add(version);
            }
        }
    }

    /** By precedence; equal versions, which differ in their build alone, by that. */
    private static final class VersionOrder implements Comparator<Version> {

        @Override
        public int compare(Version one, Version other) {
            int order = one.compareTo(other);
            return order != 0 ? order : one.build().compareTo(other.build());
        }
    }

    PackName name() {
        return name;
    }

    /** In ascending order. */
    List<Version> versions() {
        return versions;
    }

    PackId id(int index) {
        return new PackId(name, versions.get(index));
    }

    /** The state of not being chosen. */
    int absent() {
        return versions.size();
    }

    VersionSet everything() {
        return VersionSet.all(versions.size() + 1);
    }

    VersionSet one(int index) {
        return VersionSet.of(versions.size() + 1, index);
    }

    /** The versions that the constraint allows; never absence. */
    VersionSet allowed(VersionConstraint constraint) {
        VersionSet known = allowed.get(constraint.text());
        if (known == null) {
            known = VersionSet.none(versions.size() + 1);
            for (int i = 0; i < versions.size(); i++) {
                if (satisfies(versions.get(i), constraint)) {
                    known = known.with(i);
                }
            }
            allowed.put(constraint.text(), known);
        }
        return known;
    }

    private boolean satisfies(Version version, VersionConstraint constraint) {
        if (!version.isSnapshot()) {
            return constraint.contains(version);
        }
        return constraint.allowsSnapshot(version)
                || (catalog.isWorkspace(new PackId(name, version)) && constraint.contains(version.withoutSnapshot()));
    }
}
