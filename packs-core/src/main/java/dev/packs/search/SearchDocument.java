package dev.packs.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A pack cut into words.
 *
 * @param words by where they stand
 * @param names the whole id, and group and id, each {@link SearchWords#joined}; a question that is one of these means this pack
 * @param category, and {@code tags}, which are tags and keywords: each {@link SearchWords#plain}
 */
public record SearchDocument(
        SearchedPack pack, Map<SearchField, Set<String>> words, List<String> names, String category, Set<String> tags) {

    /** What is added for a pack whose whole name was asked for: more than all words of a question can count together. */
    public static final int WHOLE_NAME = 1 << 14;

    public SearchDocument {
        words = Map.copyOf(words);
        names = List.copyOf(names);
        tags = Set.copyOf(tags);
    }

    public static SearchDocument of(SearchedPack pack) {
        String id = pack.id().name().id();
        String joined = SearchWords.joined(id);
        Set<String> ofId = new LinkedHashSet<>(SearchWords.of(id));
        ofId.add(joined);
        Map<SearchField, Set<String>> words = new EnumMap<>(SearchField.class);
        words.put(SearchField.ID, ofId);
        words.put(SearchField.NAME, SearchWords.of(pack.name()));
        words.put(SearchField.TAG, words(pack.tags()));
        words.put(SearchField.KEYWORD, words(pack.keywords()));
        words.put(SearchField.CATEGORY, SearchWords.of(pack.category()));
        words.put(SearchField.DESCRIPTION, SearchWords.of(pack.description()));
        words.put(SearchField.GROUP, SearchWords.of(pack.id().name().group()));
        List<String> names = new ArrayList<>();
        names.add(joined);
        names.add(SearchWords.joined(pack.id().name().toString()));
        Set<String> tags = new LinkedHashSet<>();
        pack.tags().forEach(tag -> tags.add(SearchWords.plain(tag)));
        pack.keywords().forEach(keyword -> tags.add(SearchWords.plain(keyword)));
        return new SearchDocument(pack, words, names, SearchWords.plain(pack.category()), tags);
    }

    private static Set<String> words(List<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            words.addAll(SearchWords.of(text));
        }
        return words;
    }
}
