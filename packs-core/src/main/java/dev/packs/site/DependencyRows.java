package dev.packs.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a pack needs in rows, each pack below everything that needs it. A need that leads back to a pack above, which no resolution would take, is left out. An arrow that passes a row has a place in it,
 * so that it does not run through a pack. The order in a row is that in which few arrows cross: each place near those that it is connected to.
 */
record DependencyRows(List<List<DependencyRows.Place>> rows, List<DependencyRows.Arrow> arrows, boolean isCut) {

    private static final int MOST_PACKS = 40;
    private static final int SWEEPS = 4;

    /**
     * Something that has room in a row.
     *
     * @param name of a pack, {@code group:id}; empty where an arrow passes
     */
    record Place(int row, int number, Optional<String> name) {}

    /** @param way from a pack to one that it needs, through places of the rows between */
    record Arrow(List<Place> way, String constraint, boolean isOptional) {}

    private record Need(String from, SiteNeed to) {}

    static DependencyRows of(String root, SiteNeeds needs) {
        Set<String> packs = packs(root, needs);
        List<Need> taken = new ArrayList<>();
        List<String> order = order(root, needs, packs, taken);
        Map<String, Integer> levels = new HashMap<>();
        for (String pack : order) {
            levels.putIfAbsent(pack, 0);
            for (Need need : taken) {
                if (need.from().equals(pack)) {
                    levels.merge(need.to().name(), levels.getOrDefault(pack, 0) + 1, Math::max);
                }
            }
        }
        boolean isCut =
                order.stream().anyMatch(pack -> needs.of(pack).stream().anyMatch(need -> !packs.contains(need.name())));
        return laid(order, levels, taken, isCut);
    }

    /** The nearest, as many as fit. */
    private static Set<String> packs(String root, SiteNeeds needs) {
        Set<String> packs = new LinkedHashSet<>(Set.of(root));
        Deque<String> queue = new ArrayDeque<>(packs);
        while (!queue.isEmpty()) {
            for (SiteNeed need : needs.of(queue.remove())) {
                if (packs.size() < MOST_PACKS && packs.add(need.name())) {
                    queue.add(need.name());
                }
            }
        }
        return packs;
    }

    /** Each pack before all that it needs, as far as that can be; {@code taken} gets the needs for which it is so. */
    private static List<String> order(String root, SiteNeeds needs, Set<String> packs, List<Need> taken) {
        List<String> finished = new ArrayList<>();
        visit(root, needs, packs, new LinkedHashMap<>(), finished, taken);
        Collections.reverse(finished);
        return finished;
    }

    /** @param states true for a pack that is above, false for one that is done; there are few packs, so the depth is small */
    private static void visit(
            String pack,
            SiteNeeds needs,
            Set<String> packs,
            Map<String, Boolean> states,
            List<String> finished,
            List<Need> taken) {
        states.put(pack, true);
        for (SiteNeed need : needs.of(pack)) {
            Boolean isAbove = states.get(need.name());
            if (!packs.contains(need.name()) || Boolean.TRUE.equals(isAbove)) {
                continue;
            }
            taken.add(new Need(pack, need));
            if (isAbove == null) {
                visit(need.name(), needs, packs, states, finished, taken);
            }
        }
        states.put(pack, false);
        finished.add(pack);
    }

    private static DependencyRows laid(
            List<String> order, Map<String, Integer> levels, List<Need> needs, boolean isCut) {
        List<List<Place>> rows = new ArrayList<>();
        Map<String, Place> places = new TreeMap<>();
        for (String pack : order) {
            places.put(pack, add(rows, levels.getOrDefault(pack, 0), Optional.of(pack)));
        }
        List<Arrow> arrows = new ArrayList<>();
        for (Need need : needs) {
            Place from = require(places, need.from());
            Place to = require(places, need.to().name());
            List<Place> way = new ArrayList<>(List.of(from));
            for (int row = from.row() + 1; row < to.row(); row++) {
                way.add(add(rows, row, Optional.empty()));
            }
            way.add(to);
            arrows.add(new Arrow(
                    List.copyOf(way), need.to().constraint(), need.to().optional()));
        }
        for (int i = 0; i < SWEEPS; i++) {
            for (int row = 1; row < rows.size(); row++) {
                sort(rows, row, row - 1, arrows);
            }
            for (int row = rows.size() - 2; row >= 0; row--) {
                sort(rows, row, row + 1, arrows);
            }
        }
        return new DependencyRows(rows, arrows, isCut);
    }

    private static Place require(Map<String, Place> places, String name) {
        return Optional.ofNullable(places.get(name)).orElseThrow();
    }

    private static Place add(List<List<Place>> rows, int row, Optional<String> name) {
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        Place place = new Place(row, rows.get(row).size(), name);
        rows.get(row).add(place);
        return place;
    }

    /** Puts each place of a row at the mean of those in the other row, next to it, that it is connected to. */
    private static void sort(List<List<Place>> rows, int row, int other, List<Arrow> arrows) {
        Map<Place, Integer> positions = new HashMap<>();
        for (Place place : rows.get(other)) {
            positions.put(place, positions.size());
        }
        Map<Place, List<Integer>> connected = new HashMap<>();
        for (Arrow arrow : arrows) {
            int at = row - arrow.way().get(0).row();
            int end = other - arrow.way().get(0).row();
            if (Math.min(at, end) >= 0 && Math.max(at, end) < arrow.way().size()) {
                connected
                        .computeIfAbsent(arrow.way().get(at), none -> new ArrayList<>())
                        .add(positions.getOrDefault(arrow.way().get(end), 0));
            }
        }
        Map<Place, Double> means = new HashMap<>();
        List<Place> places = rows.get(row);
        for (int i = 0; i < places.size(); i++) {
            double at = places.size() == 1 ? 0.5 : (double) i / (places.size() - 1);
            means.put(
                    places.get(i),
                    connected.getOrDefault(places.get(i), List.of()).stream()
                            .mapToInt(Integer::intValue)
                            .average()
                            .orElse(at * rows.get(other).size()));
        }
        places.sort(Comparator.comparingDouble(place -> means.getOrDefault(place, 0.0)));
    }
}
