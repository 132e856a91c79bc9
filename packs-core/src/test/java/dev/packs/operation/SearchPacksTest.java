package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.report.JsonReport;
import dev.packs.search.PlainIndex;
import dev.packs.search.SearchIndex;
import dev.packs.search.SearchQuestion.Tolerance;
import dev.packs.search.SearchedPack;
import dev.packs.source.MemorySource;
import dev.packs.version.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPacksTest {

    @TempDir
    private Path folder;

    private static final String BASE = """
            [pack]
            group = "com.acme"
            id = "base"
            version = "1.0.0"
            name = "base"
            description = "Of a test"
            category = "library"
            tags = ["stone"]
            """;

    private static SearchedPack listed(String group, String id, String version, String... tags) {
        return new SearchedPack(
                new PackId(new PackName(group, id), Version.parse(version)),
                id,
                "Of a market",
                "web",
                List.of(tags),
                List.of(),
                false);
    }

    private static SearchPacks.Request words(String words) {
        return new SearchPacks.Request(words, Optional.empty(), Optional.empty(), 5, false, true);
    }

    private FoundPacks search(Bench bench, SearchPacks.Request request, SearchedPack... market) {
        Optional<SearchIndex> index = Optional.of(new PlainIndex(List.of(market)));
        return new SearchPacks(
                        new PacksAtHand(
                                bench.library(),
                                () -> List.of(bench.lockFile()),
                                Optional.of(bench.folder.resolve("packs"))),
                        () -> index)
                .run(request);
    }

    private Bench bench() {
        Bench bench = new Bench(folder);
        Bench.write(folder.resolve("packs/base/pack.toml"), BASE);
        return bench;
    }

    @Test
    void what_is_at_hand_and_what_is_listed_rank_together() {
        FoundPacks found = search(
                bench(),
                words("base"),
                listed("org.other", "base-more", "1.0.0"),
                listed("org.other", "based", "1.0.0"),
                listed("test.packs", "base", "9.0.0"));

        assertThat(found.packs())
                .extracting(row -> row.pack().id() + " " + row.source())
                .as("a group that is embedded comes from nowhere else")
                .containsExactly(
                        "com.acme:base:1.0.0 folder",
                        "org.other:base-more:1.0.0 catalog",
                        "org.other:based:1.0.0 catalog");
        assertThat(found.total()).isEqualTo(3);
    }

    @Test
    void the_newer_version_of_the_catalogue_is_shown_and_what_is_installed_is_outdated() {
        Bench bench = bench();
        bench.packs.pack("tool", "1.0.0", "");
        bench.packs.pack("same", "2.0.0", "");
        bench.install("tool@*", "same@*");

        FoundPacks found = search(
                bench, words("com acme"), listed("com.acme", "tool", "1.2.0"), listed("com.acme", "same", "2.0.0"));

        assertThat(found.lines())
                .startsWith(
                        "com.acme:same  2.0.0  library  installed                     A pack of a test",
                        "com.acme:tool  1.2.0  web      1.0.0 is installed: outdated  Of a market",
                        "com.acme:base  1.0.0  library                                Of a test");
        assertThat(JsonReport.succeeded("search", found)).contains("\"outdated\" : true", "\"source\" : \"installed\"");
    }

    @Test
    void an_installed_pack_that_is_gone_is_left_out_with_a_warning() {
        Bench bench = bench();
        bench.packs.pack("gadget", "1.0.0", "");
        bench.install("gadget@*");

        FoundPacks found = search(new Bench(folder), words("gadget"));

        assertThat(found.packs()).isEmpty();
        assertThat(found.warnings())
                .singleElement()
                .asString()
                .contains("com.acme:gadget:1.0.0 cannot be found any more");
    }

    @Test
    void a_module_of_the_build_is_shown_as_it_is_there_and_no_repository_is_asked() {
        Bench bench = bench();
        bench.packs.pack("model", "2.0.0", "");
        bench.packs.offline = true;
        bench.workspace.add(MemorySource.module("model", "1.1.0-SNAPSHOT", ""));

        FoundPacks found = search(bench, words("model"), listed("com.acme", "model", "3.0.0"));

        assertThat(found.packs())
                .extracting(row -> row.pack().id() + " " + row.source())
                .containsExactly("com.acme:model:1.1.0-SNAPSHOT workspace");
        assertThat(bench.packs.listed).isEmpty();
    }

    @Test
    void what_is_wrong_with_one_pack_or_one_lock_is_a_warning_and_the_others_are_found() {
        Bench bench = bench();
        bench.workspace.add(MemorySource.module("broken", "1.0.0", "catgory = \"web\"\n"));
        Bench.write(bench.lockFile(), "<<<<<<< HEAD\n");

        FoundPacks found = search(bench, words("base"));

        assertThat(found.packs()).extracting(row -> row.pack().id().toString()).containsExactly("com.acme:base:1.0.0");
        assertThat(found.warnings())
                .extracting(Problem::toString)
                .anySatisfy(warning -> assertThat(warning).contains("`catgory`"))
                .anySatisfy(warning -> assertThat(warning).contains("packs.lock"));
    }

    @Test
    void typing_mistakes_are_taken_only_where_nothing_is_written_so() {
        SearchedPack harbour = listed("org.other", "harbour", "1.0.0", "sea");
        SearchedPack harbor = listed("org.other", "harbor", "1.0.0");

        assertThat(search(bench(), words("harbor"), harbour, harbor).packs()).hasSize(1);
        FoundPacks close = search(bench(), words("harbuor"), harbour);
        assertThat(close.tolerance()).isEqualTo(Tolerance.TYPING_MISTAKES);
        assertThat(close.lines()).startsWith("No pack has `harbuor`; this comes close:");
        FoundPacks part = search(bench(), words("harbour volcano"), harbour);
        assertThat(part.tolerance()).isEqualTo(Tolerance.ANY_WORD);
        assertThat(part.lines()).startsWith("No pack has all of `harbour volcano`; this has a part:");
        assertThat(part.document()).containsEntry("matched", "part");
    }

    @Test
    void where_nothing_is_found_the_nearest_word_and_tag_are_named() {
        SearchPacks.Request tagged = new SearchPacks.Request("", Optional.empty(), Optional.of("stoen"), 5, true, true);
        FoundPacks found = search(bench(), tagged);
        assertThat(found.packs()).isEmpty();
        assertThat(found.lines()).contains("Did you mean `stone`?");
        assertThat(search(
                                bench(),
                                new SearchPacks.Request("xyz", Optional.empty(), Optional.of("stoen"), 5, false, true))
                        .lines())
                .startsWith("No pack matches `xyz` and the tag `stoen`.");
        assertThat(search(bench(), words("sae"), listed("org.other", "harbour", "1.0.0", "sea"))
                        .suggestions())
                .containsExactly("sea");
    }

    @Test
    void no_more_than_the_limit_are_shown_and_all_are_counted() {
        SearchedPack[] many = new SearchedPack[8];
        for (int i = 0; i < many.length; i++) {
            many[i] = listed("org.other", "many-" + i, "1.0.0");
        }
        FoundPacks found = search(bench(), words("many"), many);
        assertThat(found.packs()).hasSize(5);
        assertThat(found.lines()).contains("5 of 8 packs; more: -Dpacks.limit=25");
    }

    @Test
    void what_is_no_search_is_refused() {
        Bench bench = bench();
        assertThat(Bench.codes(() -> search(bench, words(" -- ")))).containsExactly(ProblemCode.NOTHING_ASKED);
        assertThat(Bench.codes(() -> search(bench, words("a b c d e f g h i j k l m n o p q"))))
                .containsExactly(ProblemCode.PARAMETER_INVALID);
        assertThat(Bench.codes(() -> search(
                        bench, new SearchPacks.Request("a", Optional.empty(), Optional.empty(), 0, false, false))))
                .containsExactly(ProblemCode.PARAMETER_INVALID);
    }
}
