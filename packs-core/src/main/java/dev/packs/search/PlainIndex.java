package dev.packs.search;

import dev.packs.Nearest;
import dev.packs.pack.PackName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An index of a few packs that are looked at one by one, for which loading an engine would cost more than all of it. */
public final class PlainIndex implements SearchIndex {

    private static final Set<SearchField> NAMING =
            Set.of(SearchField.ID, SearchField.NAME, SearchField.TAG, SearchField.KEYWORD);
    private static final int MOST_MISTAKES = 2;

    private final List<SearchDocument> documents = new ArrayList<>();

    public PlainIndex(Collection<SearchedPack> packs) {
        for (SearchedPack pack : packs) {
            documents.add(SearchDocument.of(pack));
        }
    }

    @Override
    public SearchHits find(SearchQuestion question, int limit) {
        List<SearchHits.Hit> hits = new ArrayList<>();
        for (SearchDocument document : documents) {
            int score = passes(document, question) ? score(document, question) : -1;
            if (score >= 0) {
                hits.add(new SearchHits.Hit(score, document.pack()));
            }
        }
        hits.sort(null);
        return new SearchHits(hits.size(), hits.subList(0, Math.min(limit, hits.size())));
    }

    private static boolean passes(SearchDocument document, SearchQuestion question) {
        PackName name = document.pack().id().name();
        return (question.category().isEmpty() || question.category().get().equals(document.category()))
                && (question.tag().isEmpty()
                        || document.tags().contains(question.tag().get()))
                && !question.except().groups().contains(name.group())
                && !question.except().packs().contains(name.toString());
    }

    /** -1 where too few words are found. */
    private static int score(SearchDocument document, SearchQuestion question) {
        int score = document.names().contains(question.whole()) ? SearchDocument.WHOLE_NAME : 0;
        int found = 0;
        for (String word : question.words()) {
            int best = best(document, word, question.tolerance().takesMistakes());
            score += best;
            found += best > 0 ? 1 : 0;
        }
        return found >= question.tolerance().required(question.words().size()) ? score : -1;
    }

    private static int best(SearchDocument document, String word, boolean takesMistakes) {
        int best = 0;
        for (Map.Entry<SearchField, Set<String>> field : document.words().entrySet()) {
            for (String there : field.getValue()) {
                if (there.equals(word)) {
                    best = Math.max(best, field.getKey().weight(Agreement.SAME));
                } else if (there.startsWith(word)) {
                    best = Math.max(best, field.getKey().weight(Agreement.BEGINNING));
                } else if (takesMistakes && isClose(word, there, SearchWords.mistakes(word))) {
                    best = Math.max(best, field.getKey().weight(Agreement.CLOSE));
                }
            }
        }
        return best;
    }

    private static boolean isClose(String word, String other, int mistakes) {
        return Math.abs(word.length() - other.length()) <= mistakes && Nearest.distance(word, other) <= mistakes;
    }

    @Override
    public Optional<SearchedPack> named(PackName name) {
        for (SearchDocument document : documents) {
            if (document.pack().id().name().equals(name)) {
                return Optional.of(document.pack());
            }
        }
        return Optional.empty();
    }

    @Override
    public Set<String> like(String word) {
        Set<String> like = new TreeSet<>();
        for (SearchDocument document : documents) {
            for (SearchField field : NAMING) {
                for (String there : document.words().getOrDefault(field, Set.of())) {
                    addIfClose(word, there, like);
                }
            }
            for (String tag : document.tags()) {
                addIfClose(word, tag, like);
            }
        }
        return like;
    }

    private static void addIfClose(String word, String there, Set<String> like) {
        if (isClose(word, there, MOST_MISTAKES)) {
            like.add(there);
        }
    }
}
