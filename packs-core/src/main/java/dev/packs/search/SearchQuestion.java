package dev.packs.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param words of {@link SearchWords#of}; without any, every pack that passes the filters is found
 * @param whole the question {@link SearchWords#joined}
 * @param category however it is written, capitals and accents do not count
 * @param tag so, too; also found among the keywords
 */
public record SearchQuestion(
        List<String> words,
        String whole,
        Optional<String> category,
        Optional<String> tag,
        Tolerance tolerance,
        Except except) {

    public SearchQuestion {
        words = List.copyOf(words);
        category = category.map(SearchWords::plain);
        tag = tag.map(SearchWords::plain);
    }

    /** How near a pack has to come; each takes more than the one before. */
    public enum Tolerance {
        /** It has every word, or one that begins so. */
        NONE,
        /** It has every word, or one that a typing mistake may have become. */
        TYPING_MISTAKES,
        /** It has one of the words so. */
        ANY_WORD;

        /** As documents have it: {@code exact}, {@code close}, {@code part}. */
        public String key() {
            return this == NONE ? "exact" : this == TYPING_MISTAKES ? "close" : "part";
        }

        public boolean takesMistakes() {
            return this != NONE;
        }

        /** @param words of a question */
        public int required(int words) {
            return this == ANY_WORD ? Math.min(1, words) : words;
        }
    }

    /**
     * What is not found, because somebody else knows it better.
     *
     * @param packs each {@code group:id}
     */
    public record Except(Set<String> packs, Set<String> groups) {

        public static final Except NOTHING = new Except(Set.of(), Set.of());

        public Except {
            packs = Set.copyOf(packs);
            groups = Set.copyOf(groups);
        }
    }

    public SearchQuestion with(Tolerance other) {
        return new SearchQuestion(words, whole, category, tag, other, except);
    }

    public SearchQuestion with(Except other) {
        return new SearchQuestion(words, whole, category, tag, tolerance, other);
    }
}
