package dev.packs.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.pack.PackName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DependencyRowsTest {

    /** Each as {@code from>to}. */
    private static SiteNeeds needs(String... arrows) {
        SortedMap<PackName, List<SiteNeed>> packs = new TreeMap<>();
        for (String arrow : arrows) {
            String[] ends = arrow.split(">", -1);
            packs.computeIfAbsent(new PackName("g", ends[0]), none -> new ArrayList<>())
                    .add(new SiteNeed("g:" + ends[1], "^1", false, Optional.empty()));
        }
        return new SiteNeeds(packs);
    }

    private static List<List<String>> named(DependencyRows rows) {
        return rows.rows().stream()
                .map(row -> row.stream()
                        .flatMap(place -> place.name().stream())
                        .sorted()
                        .toList())
                .toList();
    }

    @Test
    void each_pack_is_below_everything_that_needs_it() {
        DependencyRows rows = DependencyRows.of("g:a", needs("a>b", "a>c", "a>d", "b>c", "c>d"));

        assertThat(named(rows)).containsExactly(List.of("g:a"), List.of("g:b"), List.of("g:c"), List.of("g:d"));
        assertThat(rows.arrows()).hasSize(5).allSatisfy(arrow -> {
            for (int i = 1; i < arrow.way().size(); i++) {
                assertThat(arrow.way().get(i).row())
                        .isEqualTo(arrow.way().get(i - 1).row() + 1);
            }
        });
        assertThat(rows.rows().get(1))
                .as("b, and the arrows to c and d that pass it")
                .hasSize(3);
    }

    @Test
    void a_cycle_ends() {
        DependencyRows rows = DependencyRows.of("g:a", needs("a>b", "b>a", "b>b", "b>c", "c>b"));

        assertThat(named(rows)).containsExactly(List.of("g:a"), List.of("g:b"), List.of("g:c"));
        assertThat(rows.arrows()).hasSize(2);
    }

    @Test
    void of_many_only_the_nearest_are_drawn() {
        List<String> arrows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            arrows.add("a>b" + i);
        }
        DependencyRows rows = DependencyRows.of("g:a", needs(arrows.toArray(new String[0])));

        assertThat(rows.isCut()).isTrue();
        assertThat(rows.arrows()).hasSize(39);
        assertThat(DependencyRows.of("g:a", needs("a>b")).isCut()).isFalse();
    }

    @Test
    void places_of_a_row_stand_near_what_they_are_connected_to() {
        DependencyRows rows = DependencyRows.of("g:a", needs("a>x", "a>y", "x>q", "y>p"));

        List<String> above = rows.rows().get(1).stream()
                .map(place -> place.name().orElseThrow())
                .toList();
        List<String> below = rows.rows().get(2).stream()
                .map(place -> place.name().orElseThrow())
                .toList();
        assertThat(above.indexOf("g:x") < above.indexOf("g:y")).isEqualTo(below.indexOf("g:q") < below.indexOf("g:p"));
    }
}
