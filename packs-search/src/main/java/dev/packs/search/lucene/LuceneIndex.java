package dev.packs.search.lucene;

import dev.packs.pack.PackName;
import dev.packs.search.Agreement;
import dev.packs.search.SearchDocument;
import dev.packs.search.SearchField;
import dev.packs.search.SearchHits;
import dev.packs.search.SearchIndex;
import dev.packs.search.SearchQuestion;
import dev.packs.search.SearchWords;
import dev.packs.search.SearchedPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** An open index. Every agreement has a constant score, so that a score is a sum of whole numbers, and the same as without Lucene. */
final class LuceneIndex implements SearchIndex {

    private static final int MOST_MISTAKES = 2;
    private static final int MOST_LIKE = 100;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneIndex(DirectoryReader reader) {
        this.reader = reader;
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    @Override
    public SearchHits find(SearchQuestion question, int limit) {
        int most = Math.max(1, Math.min(limit, reader.maxDoc()));
        TopDocs found = search(query(question), new TopScoreDocCollectorManager(most, Integer.MAX_VALUE));
        List<SearchHits.Hit> hits = new ArrayList<>();
        for (ScoreDoc each : found.scoreDocs) {
            if (hits.size() < limit) {
                hits.add(new SearchHits.Hit((int) each.score, pack(each.doc)));
            }
        }
        return new SearchHits(Math.toIntExact(found.totalHits.value), hits);
    }

    private TopDocs search(Query query, TopScoreDocCollectorManager collector) {
        try {
            return searcher.search(query, collector);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private SearchedPack pack(int document) {
        try {
            BytesRef stored = reader.storedFields().document(document).getBinaryValue(Fields.STORED);
            return SearchedPack.read(stored.bytes, stored.offset, stored.length);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Query query(SearchQuestion question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (question.words().isEmpty()) {
            query.add(new MatchAllDocsQuery(), Occur.FILTER);
        } else {
            query.add(words(question), Occur.MUST);
            query.add(
                    scored(new TermQuery(new Term(Fields.WHOLE, question.whole())), SearchDocument.WHOLE_NAME),
                    Occur.SHOULD);
        }
        question.category()
                .ifPresent(category -> query.add(new TermQuery(new Term(Fields.CATEGORY, category)), Occur.FILTER));
        question.tag().ifPresent(tag -> query.add(new TermQuery(new Term(Fields.TAG, tag)), Occur.FILTER));
        except(query, Fields.PACK, question.except().packs());
        except(query, Fields.GROUP, question.except().groups());
        return query.build();
    }

    private static void except(BooleanQuery.Builder query, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            query.add(
                    new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()), Occur.MUST_NOT);
        }
    }

    private static Query words(SearchQuestion question) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (String word : question.words()) {
            words.add(word(word, question.tolerance().takesMistakes()), Occur.SHOULD);
        }
        return words.setMinimumNumberShouldMatch(
                        question.tolerance().required(question.words().size()))
                .build();
    }

    private static Query word(String word, boolean takesMistakes) {
        int mistakes = takesMistakes ? SearchWords.mistakes(word) : 0;
        Automaton close = close(word, mistakes);
        List<Query> places = new ArrayList<>();
        for (SearchField field : SearchField.values()) {
            Term term = new Term(field.name(), word);
            places.add(scored(new TermQuery(term), field.weight(Agreement.SAME)));
            places.add(scored(new PrefixQuery(term), field.weight(Agreement.BEGINNING)));
            if (mistakes > 0) {
                places.add(scored(new AutomatonQuery(term, close), field.weight(Agreement.CLOSE)));
            }
        }
        return new DisjunctionMaxQuery(places, 0);
    }

    private static Query scored(Query query, int score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static Automaton close(String word, int mistakes) {
        return new LevenshteinAutomata(word, true).toAutomaton(mistakes);
    }

    @Override
    public Optional<SearchedPack> named(PackName name) {
        TopDocs found =
                search(new TermQuery(new Term(Fields.PACK, name.toString())), new TopScoreDocCollectorManager(1, 1));
        return found.scoreDocs.length == 0 ? Optional.empty() : Optional.of(pack(found.scoreDocs[0].doc));
    }

    @Override
    public Set<String> like(String word) {
        CompiledAutomaton automaton = new CompiledAutomaton(close(word, MOST_MISTAKES));
        Set<String> like = new TreeSet<>();
        try {
            for (String field : Fields.NAMING) {
                Terms terms = MultiTerms.getTerms(reader, field);
                if (terms != null) {
                    TermsEnum close = automaton.getTermsEnum(terms);
                    for (BytesRef each = close.next(); each != null && like.size() < MOST_LIKE; each = close.next()) {
                        like.add(each.utf8ToString());
                    }
                }
            }
            return like;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
