package dev.packs.merge.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the items of a later list: those with the {@code name} or {@code id} of an earlier item are merged with it, those that are there already are not added, all others are.
 *
 * @param partners for each later item the index of the earlier one that it is merged with, {@link #THERE} or {@link #ADDED}
 */
record ListMatch(List<Integer> partners) {

    static final int THERE = -1;
    static final int ADDED = -2;

    ListMatch {
        partners = List.copyOf(partners);
    }

    static ListMatch of(List<Node> earlier, List<Node> later) {
        Map<String, Integer> known = unique(earlier);
        Map<String, Integer> asked = unique(later);
        Set<Object> there = new HashSet<>();
        for (Node item : earlier) {
            there.add(Node.data(item));
        }
        List<Integer> partners = new ArrayList<>();
        for (Node item : later) {
            Optional<String> name = nameOf(item);
            Integer partner = name.map(known::get).orElse(null);
            if (partner != null && partner >= 0 && asked.getOrDefault(name.get(), THERE) >= 0) {
                partners.add(partner);
            } else {
                partners.add(there.add(Node.data(item)) ? ADDED : THERE);
            }
        }
        return new ListMatch(partners);
    }

    static Optional<String> nameOf(Node item) {
        return item instanceof Node.Mapping mapping ? mapping.name() : Optional.empty();
    }

    /** Names to places; negative for those that more than one item has, which tell nothing apart. */
    private static Map<String, Integer> unique(List<Node> items) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            int place = i;
            nameOf(items.get(i)).ifPresent(name -> places.merge(name, place, (first, second) -> THERE));
        }
        return places;
    }
}
