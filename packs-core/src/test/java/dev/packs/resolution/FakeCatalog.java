package dev.packs.resolution;

import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import dev.packs.version.VersionConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A catalog in memory. Packs are named by their id alone, in group {@code t}. */
final class FakeCatalog implements PackCatalog {

    private final Map<PackName, List<Version>> versions = new HashMap<>();
    private final Map<PackId, List<PackDependency>> dependencies = new HashMap<>();
    private final Set<PackId> workspace = new HashSet<>();

    static PackName name(String id) {
        return new PackName("t", id);
    }

    static PackId id(String id, String version) {
        return new PackId(name(id), Version.parse(version));
    }

    static Requirement ask(String id, String constraint) {
        return new Requirement(name(id), VersionConstraint.parse(constraint), "the pom");
    }

    /** @param needs each {@code name constraint}; {@code ?name constraint} is optional */
    FakeCatalog pack(String id, String version, String... needs) {
        List<PackDependency> list = new ArrayList<>();
        for (String need : needs) {
            boolean optional = need.startsWith("?");
            int space = need.indexOf(' ');
            list.add(new PackDependency(
                    name(need.substring(optional ? 1 : 0, space)),
                    VersionConstraint.parse(need.substring(space + 1)),
                    optional,
                    Optional.empty()));
        }
        return pack(id(id, version), list);
    }

    FakeCatalog pack(PackId id, List<PackDependency> needs) {
        versions.computeIfAbsent(id.name(), name -> new ArrayList<>()).add(id.version());
        dependencies.put(id, needs);
        return this;
    }

    FakeCatalog workspace(String id, String version, String... needs) {
        workspace.add(id(id, version));
        return pack(id, version, needs);
    }

    @Override
    public List<Version> versions(PackName name) {
        return versions.getOrDefault(name, List.of());
    }

    @Override
    public List<PackDependency> dependencies(PackId id) {
        return dependencies.getOrDefault(id, List.of());
    }

    @Override
    public List<PackName> known() {
        return versions.keySet().stream().sorted().toList();
    }

    @Override
    public boolean isWorkspace(PackId id) {
        return workspace.contains(id);
    }
}
