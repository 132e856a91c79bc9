package dev.packs.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.description.DescribedTerms;
import dev.packs.description.PackIris;
import dev.packs.description.PackTriples;
import dev.packs.description.PacksTerms;
import dev.packs.graph.GraphBase;
import dev.packs.graph.Iri;
import dev.packs.graph.Statement;
import dev.packs.graph.TripleTable;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final PackName BASE = new PackName("com.acme", "base");
    private static final PackId SHOP = new PackId(new PackName("com.acme", "shop"), Version.parse("1.0.0-rc.1"));

    private final Catalog catalog = Shop.read(Shop.catalog(Shop.three()));

    @Test
    void a_catalogue_says_what_its_packs_say() {
        assertThat(Shop.statements(catalog)).isEqualTo(new TreeSet<>(PackTriples.of(Shop.three())));
        assertThat(catalog.entries())
                .extracting(entry -> entry.id().toString())
                .containsExactly("com.acme:base:2.0.0", "com.acme:mall:1.0.0", "com.acme:shop:1.0.0-rc.1");
    }

    @Test
    void the_order_in_which_packs_are_given_does_not_count() {
        List<PackManifest> backwards = new ArrayList<>(Shop.three());
        Collections.reverse(backwards);
        assertThat(Shop.catalog(backwards)).isEqualTo(Shop.catalog(Shop.three()));
    }

    @Test
    void packs_are_found_by_their_names() {
        assertThat(catalog.contains(SHOP)).isTrue();
        assertThat(catalog.contains(new PackId(BASE, Version.parse("1.0.0")))).isFalse();
        assertThat(catalog.versions(BASE)).containsExactly(Version.parse("2.0.0"));
        assertThat(catalog.versions(new PackName("com.acme", "nobody"))).isEmpty();
        assertThat(catalog.named("base")).containsExactly(BASE);
        assertThat(catalog.named("bas")).isEmpty();
        assertThat(catalog.queries(SHOP)).containsExactly(java.util.Map.entry("find", "queries/find.rq"));
    }

    @Test
    void constraints_are_those_of_packs_that_are_not_hidden() {
        GraphBase all = catalog.base(List.of(), Set.of());
        assertThat(catalog.constraints(all).on(PackIris.of(BASE))).containsExactly("^1.0", "^2.0");
        assertThat(catalog.constraints(all).on(PackIris.ofPackage("org.example:css")))
                .containsExactly("^1.0", "^2.0");
        assertThat(catalog.constraints(all).on(new Iri(PacksTerms.NAMESPACE + "java")))
                .containsExactly(">=17");

        GraphBase without = catalog.base(List.of(SHOP), Set.of());
        assertThat(catalog.constraints(without).on(PackIris.of(BASE))).containsExactly("^2.0");
        assertThat(catalog.constraints(catalog.base(List.of(), Set.of("com.acme")))
                        .on(PackIris.of(BASE)))
                .isEmpty();
    }

    @Test
    void a_hidden_group_hides_versions_and_not_the_names_that_others_need() {
        GraphBase hidden = catalog.base(List.of(), Set.of("com.acme"));
        assertThat(hidden.hidden().get(catalog.terms().find(PackIris.of(SHOP)))).isTrue();
        assertThat(hidden.hidden().get(catalog.terms().find(PackIris.of(SHOP.name()))))
                .isFalse();
        assertThat(catalog.base(List.of(), Set.of("com.acm")).hidden().isEmpty())
                .isTrue();
    }

    /** One after the other or all at once: the triples are the same. */
    @Test
    void what_is_added_to_a_catalogue_excludes_what_it_would_exclude_inside() {
        Random random = new Random(7);
        String[] constraints = {"^1.0", "^2.0", "~1.2.3", ">=2.0 <3.0", "1.x", "[1.0,2.0)", "*"};
        for (int round = 0; round < 50; round++) {
            List<PackManifest> packs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                packs.add(Shop.pack(
                        "com.acme",
                        "p" + i,
                        "1.0.0",
                        Shop.needs("com.acme:target" + random.nextInt(3), constraints[random.nextInt(7)])
                                + Shop.installs("org.example:a" + random.nextInt(2), constraints[random.nextInt(7)])));
            }
            int cut = random.nextInt(packs.size() + 1);
            Catalog first = Shop.read(Shop.catalog(packs.subList(0, cut)));
            SortedSet<Statement> together = Shop.statements(first);
            together.addAll(PackTriples.of(
                    packs.subList(cut, packs.size()), first.constraints(first.base(List.of(), Set.of()))));
            assertThat(together).isEqualTo(new TreeSet<>(PackTriples.of(packs)));

            SortedSet<Statement> described = Shop.statements(first);
            List<Statement> beside = PackTriples.of(packs.subList(cut, packs.size()));
            described.addAll(beside);
            described.addAll(PackTriples.exclusions(beside, first.constraints(first.base(List.of(), Set.of()))));
            assertThat(described).isEqualTo(together);
        }
    }

    @Test
    void every_pattern_finds_what_a_search_through_all_finds() {
        TripleTable triples = catalog.triples();
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            int s = number(random);
            int p = number(random);
            int o = number(random);
            if (round % 2 == 0) {
                TripleTable.Rows any = triples.rows(TripleTable.ANY, TripleTable.ANY, TripleTable.ANY);
                for (int skip = random.nextInt(triples.size()); skip >= 0; skip--) {
                    any.next();
                }
                s = s == TripleTable.ANY ? s : any.subject();
                p = p == TripleTable.ANY ? p : any.predicate();
                o = o == TripleTable.ANY ? o : any.object();
            }
            Set<List<Integer>> expected = new HashSet<>();
            for (TripleTable.Rows all = triples.rows(TripleTable.ANY, TripleTable.ANY, TripleTable.ANY); all.next(); ) {
                if ((s == TripleTable.ANY || s == all.subject())
                        && (p == TripleTable.ANY || p == all.predicate())
                        && (o == TripleTable.ANY || o == all.object())) {
                    expected.add(List.of(all.subject(), all.predicate(), all.object()));
                }
            }
            Set<List<Integer>> found = new HashSet<>();
            for (TripleTable.Rows rows = triples.rows(s, p, o); rows.next(); ) {
                found.add(List.of(rows.subject(), rows.predicate(), rows.object()));
            }
            assertThat(found).isEqualTo(expected);
            assertThat(triples.count(s, p, o)).isGreaterThanOrEqualTo(expected.size());
        }
    }

    private int number(Random random) {
        return random.nextBoolean()
                ? TripleTable.ANY
                : random.nextInt(catalog.terms().size());
    }

    @Test
    void every_term_is_found_by_its_spelling_and_no_other() {
        for (int i = 0; i < catalog.terms().size(); i++) {
            assertThat(catalog.terms().find(catalog.terms().term(i))).isEqualTo(i);
        }
        assertThat(catalog.terms().find(new Iri("https://packs.dev/none"))).isEqualTo(-1);
        assertThat(catalog.terms().find("")).isEqualTo(-1);
        assertThat(catalog.terms().firstFrom("~")).isEqualTo(catalog.terms().size());
    }

    @Test
    void an_empty_table_has_nothing() {
        TripleTable nothing = TripleTable.of(0, new int[0]);
        assertThat(nothing.size()).isZero();
        assertThat(nothing.rows(TripleTable.ANY, TripleTable.ANY, TripleTable.ANY)
                        .next())
                .isFalse();
        assertThat(nothing.count(TripleTable.ANY, TripleTable.ANY, 3)).isZero();
    }

    /** A catalogue with a property that its reader does not know would be refused by every reader. */
    @Test
    void the_list_of_predicates_has_every_property_of_ours_and_what_descriptions_use() throws Exception {
        Set<Iri> ours = new HashSet<>();
        for (Field field : PacksTerms.class.getFields()) {
            if (field.get(null) instanceof Iri iri
                    && Character.isLowerCase(iri.local().charAt(0))) {
                ours.add(iri);
            }
        }
        assertThat(DescribedTerms.PREDICATES).containsAll(ours);
        assertThat(PackTriples.of(Shop.three()))
                .allSatisfy(statement -> assertThat(DescribedTerms.PREDICATES).contains(statement.predicate()));
    }
}
