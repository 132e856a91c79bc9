package dev.packs.operation;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackDescription;
import dev.packs.pack.PackName;
import dev.packs.search.PlainIndex;
import dev.packs.search.SearchHits;
import dev.packs.search.SearchIndex;
import dev.packs.search.SearchQuestion;
import dev.packs.search.SearchQuestion.Tolerance;
import dev.packs.search.SearchWords;
import dev.packs.search.SearchedPack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Finds packs by words, or lists them: those at hand, and those of a catalogue. */
public final class SearchPacks {

    private static final int MOST_WORDS = 16;

    private final PacksAtHand packs;
    private final Supplier<Optional<SearchIndex>> catalog;

    /** @param catalog whose packs are searched, too */
    public SearchPacks(PacksAtHand packs, Supplier<Optional<SearchIndex>> catalog) {
        this.packs = packs;
        this.catalog = catalog;
    }

    /**
     * What to look for.
     *
     * @param words as they were typed; empty for a list
     * @param tag also found among the keywords
     * @param limit how many are shown
     */
    public record Request(
            String words,
            Optional<String> category,
            Optional<String> tag,
            int limit,
            boolean isList,
            boolean hasCatalog) {

        /** Everything that passes the filters, by group and id. */
        public static Request list(Optional<String> category, Optional<String> tag, boolean hasCatalog) {
            return new Request("", category, tag, Integer.MAX_VALUE, true, hasCatalog);
        }
    }

    /** @throws PacksException for a category that does not exist, and for what no search is */
    public FoundPacks run(Request request) {
        requireCategory(request.category());
        if (request.limit() < 1) {
            throw Problem.of(ProblemCode.PARAMETER_INVALID, "-Dpacks.limit=" + request.limit() + " shows nothing")
                    .help("give a number from 1 on")
                    .asException();
        }
        Set<String> words = words(request);
        AtHand atHand = packs.collect();
        Optional<SearchIndex> listed = catalog.get();
        Map<PackName, AtHand.Found> own = new TreeMap<>(atHand.packs());
        if (listed.isPresent()) {
            preferNewer(own, listed.get(), atHand.owned());
        }
        List<SearchedPack> searched = new ArrayList<>();
        for (AtHand.Found each : own.values()) {
            searched.add(each.pack());
        }
        SearchIndex plain = new PlainIndex(searched);
        SearchQuestion question = new SearchQuestion(
                List.copyOf(words),
                SearchWords.joined(request.words()),
                request.category(),
                request.tag(),
                Tolerance.NONE,
                SearchQuestion.Except.NOTHING);
        Tolerance tolerance = Tolerance.NONE;
        SearchHits hits = find(question, request.limit(), plain, listed, except(own, atHand));
        for (Tolerance more : Tolerance.values()) {
            if (hits.total() == 0 && !words.isEmpty() && more != Tolerance.NONE) {
                tolerance = more;
                hits = find(question.with(more), request.limit(), plain, listed, except(own, atHand));
            }
        }
        List<FoundPacks.Row> rows = new ArrayList<>();
        for (SearchHits.Hit hit : hits.hits()) {
            rows.add(row(hit.pack(), own, atHand));
        }
        if (request.isList()) {
            rows.sort((one, two) -> one.pack().id().compareTo(two.pack().id()));
        }
        return new FoundPacks(
                request,
                hits.total(),
                rows,
                rows.isEmpty() ? Tolerance.NONE : tolerance,
                rows.isEmpty() ? suggestions(words, request, plain, listed) : List.of(),
                atHand.warnings());
    }

    private static void requireCategory(Optional<String> category) {
        if (category.isPresent() && !PackDescription.CATEGORIES.contains(SearchWords.plain(category.get()))) {
            throw Problem.of(ProblemCode.PARAMETER_INVALID, "`" + category.get() + "` is not a category")
                    .help(Nearest.question(category.get(), PackDescription.CATEGORIES)
                                    .map(near -> near + "\n")
                                    .orElse("")
                            + "the categories are " + String.join(", ", PackDescription.CATEGORIES))
                    .asException();
        }
    }

    private static Set<String> words(Request request) {
        Set<String> words = SearchWords.of(request.words());
        boolean isFiltered = request.category().isPresent() || request.tag().isPresent();
        if (words.isEmpty()
                && !request.isList()
                && (!isFiltered || !request.words().isBlank())) {
            throw Problem.of(
                            ProblemCode.NOTHING_ASKED,
                            request.words().isBlank()
                                    ? "there is nothing to search for"
                                    : "`" + request.words() + "` has no word in it")
                    .help("mvn packs:search \"-Dquery=rest api\"\nor see what there is: mvn packs:list")
                    .asException();
        }
        if (words.size() > MOST_WORDS) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "-Dquery has " + words.size() + " words, and a search takes " + MOST_WORDS)
                    .help("leave out what many packs have anyway")
                    .asException();
        }
        return words;
    }

    /** What the catalogue has in a newer version than is at hand is shown so; a module of this build is the user's own work. */
    private static void preferNewer(Map<PackName, AtHand.Found> own, SearchIndex listed, Set<String> owned) {
        for (Map.Entry<PackName, AtHand.Found> each : own.entrySet()) {
            if (!owned.contains(each.getKey().group())
                    && !each.getValue().source().equals("workspace")) {
                Optional<SearchedPack> other = listed.named(each.getKey());
                if (other.isPresent()
                        && other.get()
                                        .id()
                                        .version()
                                        .compareTo(each.getValue().pack().id().version())
                                > 0) {
                    each.setValue(new AtHand.Found(other.get(), "catalog"));
                }
            }
        }
    }

    private static SearchQuestion.Except except(Map<PackName, AtHand.Found> own, AtHand atHand) {
        Set<String> names = new LinkedHashSet<>();
        for (PackName name : own.keySet()) {
            names.add(name.toString());
        }
        return new SearchQuestion.Except(names, atHand.owned());
    }

    private static SearchHits find(
            SearchQuestion question,
            int limit,
            SearchIndex plain,
            Optional<SearchIndex> listed,
            SearchQuestion.Except except) {
        SearchHits hits = plain.find(question, limit);
        return listed.isPresent() ? hits.and(listed.get().find(question.with(except), limit), limit) : hits;
    }

    private static FoundPacks.Row row(SearchedPack pack, Map<PackName, AtHand.Found> own, AtHand atHand) {
        PackName name = pack.id().name();
        AtHand.Found known = own.get(name);
        return new FoundPacks.Row(
                pack,
                known == null ? "catalog" : known.source(),
                atHand.owned().contains(name.group()),
                List.copyOf(atHand.installed(name)),
                atHand.isOutdated(pack));
    }

    /** For each word that nothing has, the nearest that something has; and so for the tag. */
    private static List<String> suggestions(
            Set<String> words, Request request, SearchIndex plain, Optional<SearchIndex> listed) {
        Set<String> asked = new LinkedHashSet<>(words);
        if (request.tag().isPresent()) {
            asked.add(SearchWords.plain(request.tag().get()));
        }
        Set<String> suggestions = new LinkedHashSet<>();
        for (String word : asked) {
            Set<String> like = new LinkedHashSet<>(plain.like(word));
            if (listed.isPresent()) {
                like.addAll(listed.get().like(word));
            }
            if (!like.contains(word)) {
                Nearest.to(word, like).ifPresent(suggestions::add);
            }
        }
        return List.copyOf(suggestions);
    }
}
