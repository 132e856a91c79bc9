package dev.packs.site;

import dev.packs.pack.PackName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which packs a site has, and what each of them needs. */
public final class SiteNeeds {

    private final SortedMap<String, PackName> listed = new TreeMap<>();
    private final Map<PackName, List<SiteNeed>> needs = new HashMap<>();
    private final Map<PackName, List<Dependant>> dependants = new HashMap<>();

    /** A pack that needs another one. */
    record Dependant(PackName name, String constraint, boolean optional) {}

    /** @param packs each with the packs that it needs */
    public SiteNeeds(SortedMap<PackName, List<SiteNeed>> packs) {
        for (PackName name : packs.keySet()) {
            listed.put(name.toString(), name);
        }
        packs.forEach((name, all) -> {
            needs.put(name, List.copyOf(all));
            for (SiteNeed need : all) {
                find(need.name())
                        .ifPresent(needed -> dependants
                                .computeIfAbsent(needed, none -> new ArrayList<>())
                                .add(new Dependant(name, need.constraint(), need.optional())));
            }
        });
    }

    /** The pack of the site that is called so. */
    Optional<PackName> find(String name) {
        return Optional.ofNullable(listed.get(name));
    }

    /** What a pack needs; nothing of one that the site does not have. */
    List<SiteNeed> of(String name) {
        return find(name).map(needs::get).orElse(List.of());
    }

    /** By group and id. */
    List<Dependant> dependants(PackName name) {
        return Collections.unmodifiableList(dependants.getOrDefault(name, List.of()));
    }
}
