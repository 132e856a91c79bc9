package dev.packs.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.search.PlainIndex;
import dev.packs.search.SearchHits;
import dev.packs.search.SearchIndex;
import dev.packs.search.SearchQuestion;
import dev.packs.search.SearchQuestion.Tolerance;
import dev.packs.search.SearchWords;
import dev.packs.search.SearchedPack;
import dev.packs.version.Version;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Lucene and the index that looks at packs one by one give the same answers in the same order, so that a pack ranks alike wherever it is found. */
class SameAsPlainTest {

    private static final String[] WORDS = {
        "rest",
        "rests",
        "test",
        "tests",
        "web",
        "webapi",
        "graph",
        "graphql",
        "spring",
        "string",
        "starter",
        "start",
        "data",
        "database",
        "postgres",
        "postgresql",
        "a",
        "api",
        "café",
        "cafes",
        "übung",
        "jwt2",
        "x",
        "observability"
    };
    private static final String[] CATEGORIES = {"web", "cli", "data"};

    private static final List<Tolerance> TOLERANCES = List.of(Tolerance.values());

    private final Random random = new Random(42);

    @Test
    void random_questions_to_random_packs_have_the_same_answers() {
        int found = 0;
        int close = 0;
        for (int round = 0; round < 8; round++) {
            List<SearchedPack> packs = packs(round * 25);
            SearchIndex plain = new PlainIndex(packs);
            SearchIndex lucene = lucene(packs);
            for (int i = 0; i < 50; i++) {
                SearchQuestion question = question(packs);
                int limit = 1 + random.nextInt(12);
                SearchHits expected = plain.find(question, limit);
                assertThat(lucene.find(question, limit)).as(question.toString()).isEqualTo(expected);
                found += expected.total() > 0 ? 1 : 0;
                close += question.tolerance() == Tolerance.TYPING_MISTAKES && expected.total() > 0 ? 1 : 0;
                String word = misspelled(pick(WORDS));
                assertThat(lucene.like(word)).as(word).isEqualTo(plain.like(word));
            }
            for (SearchedPack pack : packs) {
                assertThat(lucene.named(pack.id().name())).contains(pack);
            }
            assertThat(lucene.named(new PackName("com.nobody", "nothing"))).isEmpty();
        }
        assertThat(found).as("questions with an answer").isGreaterThan(120);
        assertThat(close).isGreaterThan(40);
    }

    @Test
    void equal_packs_give_equal_answers_from_an_index_that_was_copied() {
        List<SearchedPack> packs = packs(50);
        byte[] bytes = new LuceneEngine().index(packs);
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length + 10);
        direct.position(10);
        direct.put(bytes).position(10);
        SearchQuestion all = new SearchQuestion(
                List.of(), "", Optional.empty(), Optional.empty(), Tolerance.NONE, SearchQuestion.Except.NOTHING);

        SearchHits hits =
                new LuceneEngine().open(direct.slice().asReadOnlyBuffer()).find(all, 1000);

        assertThat(hits).isEqualTo(new PlainIndex(packs).find(all, 1000));
        assertThat(hits.total()).isEqualTo(packs.size());
    }

    private static SearchIndex lucene(List<SearchedPack> packs) {
        LuceneEngine engine = new LuceneEngine();
        return engine.open(ByteBuffer.wrap(engine.index(packs)));
    }

    private List<SearchedPack> packs(int number) {
        Map<PackName, SearchedPack> packs = new LinkedHashMap<>();
        for (int i = 0; i < number; i++) {
            String id = SearchWords.joined(pick(WORDS)).replaceAll("[^a-z0-9]", "u");
            PackName name = new PackName(
                    random.nextBoolean() ? "com.acme" : "org.web.data", random.nextBoolean() ? id : id + "-" + i);
            packs.put(
                    name,
                    new SearchedPack(
                            new PackId(name, Version.parse("1." + random.nextInt(3) + ".0")),
                            text(2),
                            text(8),
                            pick(CATEGORIES),
                            List.copyOf(new TreeSet<>(List.of(cased(text(1)), text(2)))),
                            List.of(text(1)),
                            random.nextBoolean()));
        }
        return new ArrayList<>(packs.values());
    }

    private SearchQuestion question(List<SearchedPack> packs) {
        String text = random.nextInt(5) == 0 && !packs.isEmpty()
                ? packs.get(random.nextInt(packs.size())).id().name().toString()
                : typed();
        Set<String> except = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0 && !packs.isEmpty(); i--) {
            except.add(packs.get(random.nextInt(packs.size())).id().name().toString());
        }
        return new SearchQuestion(
                List.copyOf(SearchWords.of(text)),
                SearchWords.joined(text),
                random.nextInt(3) == 0 ? Optional.of(cased(pick(CATEGORIES))) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(cased(pick(WORDS))) : Optional.empty(),
                TOLERANCES.get(random.nextInt(TOLERANCES.size())),
                new SearchQuestion.Except(except, random.nextInt(4) == 0 ? Set.of("com.acme") : Set.of()));
    }

    private String cased(String text) {
        return random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text;
    }

    private String typed() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            String word = pick(WORDS);
            text.append(
                            switch (random.nextInt(3)) {
                                case 0 -> word;
                                case 1 -> word.substring(0, 1 + random.nextInt(word.length()));
                                default -> misspelled(word);
                            })
                    .append(' ');
        }
        return text.toString();
    }

    private String misspelled(String word) {
        StringBuilder text = new StringBuilder(word);
        int at = random.nextInt(word.length());
        switch (random.nextInt(4)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, 'q');
            case 2 -> text.setCharAt(at, 'z');
            default -> text.insert(0, text.charAt(text.length() - 1)).deleteCharAt(text.length() - 1);
        }
        return text.toString();
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder(pick(WORDS));
        for (int i = 1; i < words; i++) {
            text.append(' ').append(pick(WORDS));
        }
        return text.toString();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
