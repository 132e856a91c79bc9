package dev.packs.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found.
 *
 * @param total how many packs there are, shown or not
 * @param hits the best, best first
 */
public record SearchHits(int total, List<Hit> hits) {

    public SearchHits {
        hits = List.copyOf(hits);
    }

    /** @param score the same in every index, so that answers of several can be put together */
    public record Hit(int score, SearchedPack pack) implements Comparable<Hit> {

        @Override
        public int compareTo(Hit other) {
            return score != other.score ? Integer.compare(other.score, score) : pack.compareTo(other.pack);
        }
    }

    /** Both together, no more than so many. */
    public SearchHits and(SearchHits other, int limit) {
        List<Hit> all = new ArrayList<>(hits);
        all.addAll(other.hits);
        all.sort(null);
        return new SearchHits(total + other.total, all.subList(0, Math.min(limit, all.size())));
    }
}
