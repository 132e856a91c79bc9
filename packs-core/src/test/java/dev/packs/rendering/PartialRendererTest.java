package dev.packs.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.io.RelativePath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartialRendererTest {

    private static final RelativePath SOURCE = RelativePath.parse("t.txt");

    @Test
    void a_template_without_anything_open_is_the_text_that_the_renderer_makes() {
        String template = """
                [# th:each="f, s : ${fields}"]
                [(${s.count})] [(${f.name})][# th:unless="${s.last}"],[/]
                [/]
                [# th:switch="${db}"]
                [# th:case="'mysql'"]
                no
                [/]
                [# th:case="'h2'"]
                [(${#strings.toUpperCase(db)})] [[x]] <
                [/]
                [# th:case="*"]
                no
                [/]
                [/]
                """;
        Map<String, Object> values =
                Map.of("db", "h2", "fields", List.of(Map.of("name", "a"), Map.of("name", "b"), Map.of("name", "c")));
        MapFileTree files = new MapFileTree().with("t.txt", template);

        String rendered = new TemplateRenderer(files, "p", RenderLimits.standard())
                .render(SOURCE, values)
                .text();

        assertThat(parts(template, values, Set.of())).containsExactly(new TemplatePart.Text(rendered));
        assertThat(rendered).contains("3 c\n").contains("H2 [[x]] <");
    }

    @Test
    void what_is_open_stays_with_its_place_and_all_else_is_text() {
        List<TemplatePart> parts = parts("a [(${name + '-' + db})] b [(${db})]\n", Map.of("db", "h2"), Set.of("name"));

        assertThat(parts).hasSize(3);
        assertThat(parts.get(0)).isEqualTo(new TemplatePart.Text("a "));
        assertThat(parts.get(2)).isEqualTo(new TemplatePart.Text(" b h2\n"));
        TemplatePart.Output output = (TemplatePart.Output) parts.get(1);
        Formula.Operation sum = (Formula.Operation) output.value();
        assertThat(output.place()).isEqualTo(new Place("p!/t.txt", 1, 3));
        assertThat(sum.symbol()).isEqualTo("+");
        assertThat(sum.right()).isEqualTo(new Formula.Literal("h2"));
        assertThat(((Formula.Operation) sum.left()).left())
                .isEqualTo(new Formula.Variable("name", new Place("p!/t.txt", 1, 7)));
    }

    @Test
    void a_condition_that_is_half_known_is_decided_by_what_is_known_or_left_to_the_rest() {
        assertThat(parts("[# th:if=\"${known and open}\"]x[/]", Map.of("known", false), Set.of("open")))
                .isEmpty();
        assertThat(parts("[# th:if=\"${known or open}\"]x[/]", Map.of("known", 1), Set.of("open")))
                .containsExactly(new TemplatePart.Text("x"));
        assertThat(parts("[(${known ? 'a' : open})]", Map.of("known", true), Set.of("open")))
                .containsExactly(new TemplatePart.Text("a"));
        assertThat(parts("[# th:unless=\"${known and open}\"]x[/]", Map.of("known", true), Set.of("open")))
                .singleElement()
                .isInstanceOfSatisfying(TemplatePart.Condition.class, condition -> {
                    assertThat(condition.condition()).isInstanceOf(Formula.Not.class);
                    assertThat(condition.body()).containsExactly(new TemplatePart.Text("x"));
                });
    }

    @Test
    void an_open_loop_keeps_its_body_and_names_its_item_and_status() {
        List<TemplatePart> parts = parts(
                "[# th:each=\"a, s : ${items}\"][(${a})][(${s.index})][(${known})][/]",
                Map.of("known", 1),
                Set.of("items"));

        TemplatePart.Loop loop = (TemplatePart.Loop) parts.get(0);
        assertThat(((TemplatePart.Output) loop.body().get(0)).value())
                .isInstanceOfSatisfying(
                        Formula.Item.class, item -> assertThat(item.loop()).isEqualTo(loop.loop()));
        assertThat(((TemplatePart.Output) loop.body().get(1)).value())
                .isInstanceOfSatisfying(Formula.Part.class, part -> {
                    assertThat(part.key()).isEqualTo("index");
                    assertThat(part.owner())
                            .isInstanceOfSatisfying(
                                    Formula.Status.class,
                                    status -> assertThat(status.loop()).isEqualTo(loop.loop()));
                });
        assertThat(loop.body().get(2)).isEqualTo(new TemplatePart.Text("1"));
    }

    @Test
    void an_open_switch_keeps_its_cases_and_a_known_one_the_case_that_fits_even_before_an_open_one() {
        String cases = "[# th:switch=\"${db}\"][# th:case=\"'a'\"]A[/][# th:case=\"${x}\"]X[/][# th:case=\"*\"]Z[/][/]";

        assertThat(parts(cases, Map.of("db", "a"), Set.of("x"))).containsExactly(new TemplatePart.Text("A"));
        TemplatePart.Switch open = (TemplatePart.Switch)
                parts(cases, Map.of("x", "b"), Set.of("db")).get(0);
        assertThat(open.body()).hasSize(3).allMatch(part -> part instanceof TemplatePart.Case);
        TemplatePart.Switch half = (TemplatePart.Switch)
                parts(cases, Map.of("db", "b"), Set.of("x")).get(0);
        assertThat(half.value()).isEqualTo(new Formula.Literal("b"));
        assertThat(half.body()).hasSize(2);
        assertThat(((TemplatePart.Case) half.body().get(1)).value()).isEmpty();
    }

    @Test
    void queries_that_cannot_be_asked_stay_open_and_so_do_their_parts() {
        List<TemplatePart> parts = parts("[(${query('q')[0].name})]", Map.of(), Set.of(QueryRows.readAs("q")));

        Formula.Part name = (Formula.Part) ((TemplatePart.Output) parts.get(0)).value();
        Formula.Element first = (Formula.Element) name.owner();
        assertThat(first.owner()).isInstanceOf(Formula.Rows.class);
        assertThat(first.index()).isEqualTo(new Formula.Literal(0L));
    }

    @Test
    void everything_that_fails_for_the_known_values_is_reported_at_once() {
        assertThatThrownBy(() -> parts(
                        "[(${a[3]})]\n[(${nothing})]\n[(${a == 1})][# th:each=\"x : ${b}\"]x[/][(${a})]",
                        Map.of("a", List.of(1), "b", 2),
                        Set.of()))
                .isInstanceOfSatisfying(
                        PacksException.class,
                        e -> assertThat(e.problems())
                                .hasSize(5)
                                .allMatch(problem -> problem.place().isPresent()));
    }

    @Test
    void a_line_and_an_expression_are_taken_too() {
        PartialRenderer renderer = new PartialRenderer(new MapFileTree(), "p", RenderLimits.standard());
        Place place = new Place("pack.toml", 3, 4);

        assertThat(renderer.line("src/[(${a})]/[(${b})].txt", place, Scope.of(Map.of("a", "x")), Set.of("b")))
                .startsWith(new TemplatePart.Text("src/x/"))
                .hasSize(3);
        assertThat(renderer.formula(
                        Expression.parse("${a == 'x' and not b}", place), Scope.of(Map.of("a", "x")), Set.of("b")))
                .isEqualTo(new Formula.Logic(
                        new Formula.Literal(true),
                        new Formula.Not(new Formula.Variable("b", new Place("pack.toml", 3, 23))),
                        false));
    }

    private static List<TemplatePart> parts(String template, Map<String, Object> known, Set<String> open) {
        return new PartialRenderer(new MapFileTree().with("t.txt", template), "p", RenderLimits.standard())
                .template(SOURCE, Scope.of(known), open);
    }
}
