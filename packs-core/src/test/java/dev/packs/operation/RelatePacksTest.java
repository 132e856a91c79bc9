package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.graph.GraphLimits;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.Term;
import dev.packs.pack.PackRef;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelatePacksTest {

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine();

    private RelatedPacks relate(Bench bench, String... packs) {
        AskGraph ask = new AskGraph(new PackGraph(bench.library(), List.of("com.acme"), List::of), () -> engine);
        return new RelatePacks(bench.library(), List.of("com.acme"), ask)
                .run(
                        Arrays.stream(packs)
                                .map(pack -> (PackRef.Named) PackRef.parse(pack))
                                .toList(),
                        GraphLimits.standard());
    }

    private static Map<String, Term> row(String related, String reason, String what) {
        return Map.of("related", Literal.of(related), "reason", Literal.of(reason), "what", Literal.of(what));
    }

    @Test
    void those_with_the_most_in_common_come_first() {
        Bench bench = new Bench(folder);
        bench.packs.pack("shop", "1.0.0", "");
        engine.answer = new QueryAnswer.Rows(
                List.of("related", "reason", "what"),
                List.of(
                        row("com.acme:a", "has the same tag", "java"),
                        row("com.acme:b", "has the same tag", "java"),
                        row("com.acme:b", "needs it", "^1.0")));

        RelatedPacks related = relate(bench, "shop");

        assertThat(related.lines())
                .endsWith(
                        "Related",
                        "  com.acme:b  has the same tag  java",
                        "              needs it          ^1.0",
                        "  com.acme:a  has the same tag  java");
        assertThat(related.document()).containsKeys("id", "related").doesNotContainKey("together");
    }

    @Test
    void packs_that_get_along_are_told_with_all_that_they_need() {
        Bench bench = new Bench(folder);
        bench.packs.pack("base", "1.0.0", "");
        bench.packs.pack("shop", "1.0.0", "[[dependencies]]\npack = \"com.acme:base\"\nversion = \"^1.0\"\n");
        bench.packs.pack("tool", "1.0.0", "");

        RelatedPacks related = relate(bench, "shop", "tool");

        assertThat(related.lines()).contains("Together: they get along", "  com.acme:base:1.0.0", "No pack is related");
        assertThat(related.document()).containsOnlyKeys("packs", "together");
    }

    @Test
    void packs_that_do_not_get_along_are_told_why() {
        Bench bench = new Bench(folder);
        bench.packs.pack("base", "1.0.0", "");
        bench.packs.pack("base", "2.0.0", "");
        bench.packs.pack("shop", "1.0.0", """
                [[packages]]
                name = "org.example:css"
                version = "^1.0"
                [[dependencies]]
                pack = "com.acme:base"
                version = "^1.0"
                """);
        bench.packs.pack("tool", "1.0.0", """
                [[packages]]
                name = "org.example:css"
                version = "^2.0"
                [[dependencies]]
                pack = "com.acme:base"
                version = "^2.0"
                """);

        RelatedPacks related = relate(bench, "shop", "tool");

        assertThat(related.lines())
                .contains(
                        "Together: they do not get along",
                        "  no version of org.example:css is both `^1.0` (com.acme:shop:1.0.0) and `^2.0` (com.acme:tool:1.0.0)");
        assertThat(related.comparison().orElseThrow().conflicts()).hasSize(2);
    }
}
