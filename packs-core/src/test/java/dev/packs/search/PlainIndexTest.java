package dev.packs.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.search.SearchQuestion.Tolerance;
import dev.packs.version.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How packs rank; that an index of an engine ranks them the same is tested where the engine is. */
class PlainIndexTest {

    private static SearchedPack pack(String id, String version, String name, String description, String... tags) {
        return new SearchedPack(
                new PackId(new PackName("com.acme", id), Version.parse(version)),
                name,
                description,
                "data",
                Arrays.asList(tags),
                List.of("word"),
                id.startsWith("ready"));
    }

    private static List<String> found(Tolerance tolerance, String text, SearchedPack... packs) {
        SearchQuestion question = new SearchQuestion(
                List.copyOf(SearchWords.of(text)),
                SearchWords.joined(text),
                Optional.empty(),
                Optional.empty(),
                tolerance,
                SearchQuestion.Except.NOTHING);
        return new PlainIndex(Arrays.asList(packs))
                .find(question, 10).hits().stream()
                        .map(hit -> hit.pack().id().name().id())
                        .toList();
    }

    private static List<String> found(String text, SearchedPack... packs) {
        return found(Tolerance.NONE, text, packs);
    }

    @Test
    void the_whole_id_comes_first_then_id_name_tag_and_description() {
        assertThat(found(
                        "rest",
                        pack("described", "9.0.0", "A", "Made for rest"),
                        pack("tagged", "9.0.0", "A", "B", "rest"),
                        pack("named", "9.0.0", "The rest", "B"),
                        pack("rest-more", "9.0.0", "A", "B"),
                        pack("rest", "1.0.0", "A", "B"),
                        pack("other", "9.0.0", "A", "B")))
                .containsExactly("rest", "rest-more", "named", "tagged", "described");
    }

    @Test
    void an_id_is_the_same_with_blanks_without_any_and_with_its_group() {
        SearchedPack web = pack("web-api-starter", "1.0.0", "A", "B");
        SearchedPack longer = pack("web-api-starter-kit", "2.0.0", "A", "B");
        for (String asked :
                List.of("web-api-starter", "Web API Starter", "webapistarter", "com.acme:web-api-starter")) {
            assertThat(found(asked, longer, web)).as(asked).startsWith("web-api-starter");
        }
    }

    @Test
    void of_equals_the_production_ready_comes_first_then_the_higher_version_then_the_name() {
        assertThat(found(
                        "same",
                        pack("b", "1.0.0", "same", "B"),
                        pack("a", "1.0.0", "same", "B"),
                        pack("c", "1.1.0", "same", "B"),
                        pack("ready", "0.1.0", "same", "B")))
                .containsExactly("ready", "c", "a", "b");
    }

    @Test
    void a_beginning_is_enough_and_the_whole_word_better() {
        assertThat(found("graph", pack("x", "1.0.0", "GraphQL", "B"), pack("y", "1.0.0", "Graph", "B")))
                .containsExactly("y", "x");
        assertThat(found("raph", pack("x", "1.0.0", "GraphQL", "B"))).isEmpty();
    }

    @Test
    void every_word_has_to_be_there_until_nothing_has_them_all() {
        SearchedPack one = pack("x", "1.0.0", "rest server", "B");
        assertThat(found("rest client", one)).isEmpty();
        assertThat(found(Tolerance.ANY_WORD, "rest client", one)).containsExactly("x");
    }

    @Test
    void typing_mistakes_are_taken_where_they_are_asked_for_and_not_in_short_words() {
        SearchedPack one = pack("x", "1.0.0", "postgres jwt", "B");
        for (String typed : List.of("postgers", "postgrs", "posttgres", "postgrez", "postgezs")) {
            assertThat(found(typed, one)).as(typed).isEmpty();
            assertThat(found(Tolerance.TYPING_MISTAKES, typed, one)).as(typed).containsExactly("x");
        }
        assertThat(found(Tolerance.TYPING_MISTAKES, "jwd", one)).isEmpty();
        assertThat(found(Tolerance.TYPING_MISTAKES, "pqqtgrzs", one)).isEmpty();
    }

    @Test
    void accents_and_capitals_do_not_count() {
        assertThat(SearchWords.of("Über-Café  REST/2")).containsExactly("uber", "cafe", "rest", "2");
    }

    @Test
    void nor_do_they_in_a_tag_a_keyword_and_a_category() {
        PlainIndex index = new PlainIndex(List.of(pack("x", "1.0.0", "A", "B", "GraphQL", "café")));
        for (String tag : List.of("graphql", "GraphQL", "GRAPHQL", "Cafe", "WORD")) {
            assertThat(index.find(filtered("DATA", tag), 10).total()).as(tag).isEqualTo(1);
        }
        assertThat(index.find(filtered("data", "graph"), 10).total()).isZero();
    }

    private static SearchQuestion filtered(String category, String tag) {
        return new SearchQuestion(
                List.of(), "", Optional.of(category), Optional.of(tag), Tolerance.NONE, SearchQuestion.Except.NOTHING);
    }

    @Test
    void a_pack_survives_being_kept_beside_an_index() {
        SearchedPack pack = pack("x", "1.0.0-rc.1", "Näme", "d".repeat(900), "a", "b".repeat(300));
        byte[] bytes = pack.bytes();
        assertThat(SearchedPack.read(bytes, 0, bytes.length)).isEqualTo(pack);
        assertThat(pack.description()).hasSize(500);
        assertThat(pack.tags().get(1)).hasSize(100);
    }

    @Test
    void what_is_like_a_word_is_named() {
        assertThat(new PlainIndex(List.of(pack("x", "1.0.0", "Postgres", "hidden", "rest-api"))).like("postgrse"))
                .containsExactly("postgres");
        assertThat(new PlainIndex(List.of(pack("x", "1.0.0", "A", "hidden", "rest-api"))).like("rest-apo"))
                .containsExactly("rest-api");
    }
}
