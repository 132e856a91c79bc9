package dev.packs.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRendererTest {

    private static final RelativePath SOURCE = RelativePath.parse("templates/a.txt");

    private final MapFileTree pack = new MapFileTree();

    private static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", "shop");
        values.put("rest", true);
        values.put("graphql", false);
        values.put("nothing", null);
        values.put("none", List.of());
        values.put("database", "h2");
        values.put(
                "entities",
                Arrays.asList(
                        Map.of("name", "Order", "fields", List.of("id", "total")),
                        Map.of("name", "Item", "fields", List.of("sku"))));
        values.put("html", "<a & 'b'>");
        return values;
    }

    private String render(String template) {
        return rendered(template).text();
    }

    private RenderedText rendered(String template) {
        pack.with("templates/a.txt", template);
        return renderer().render(SOURCE, values());
    }

    private TemplateRenderer renderer() {
        return new TemplateRenderer(pack, "demo", RenderLimits.standard());
    }

    private Problem failure(String template) {
        PacksException thrown = catchThrowableOfType(PacksException.class, () -> render(template));
        assertThat(thrown).as(template).isNotNull();
        return thrown.problems().get(0);
    }

    @Test
    void values_are_printed_without_escaping() {
        assertThat(render("a [(${name})] b [(${html})]\n")).isEqualTo("a shop b <a & 'b'>\n");
    }

    @Test
    void an_output_tag_takes_operators_and_brackets_in_strings() {
        assertThat(render("[(${name} + ')]' + ${entities[0]['name']})]")).isEqualTo("shop)]Order");
    }

    @Test
    void a_tag_is_printed_by_a_string_that_holds_it() {
        assertThat(render("[(${'[(${x})]'})] [(${'[/]'})]")).isEqualTo("[(${x})] [/]");
    }

    @Test
    void a_block_tag_alone_on_its_line_leaves_no_line() {
        assertThat(render("a\n  [# th:if=\"${rest}\"]\nb\n\t[/]  \nc\n")).isEqualTo("a\nb\nc\n");
        assertThat(render("a\n[# th:if=\"${graphql}\"]\nb\n[/]\nc\n")).isEqualTo("a\nc\n");
        assertThat(render("a\r\n[# th:if=\"${rest}\"]\r\nb\r\n[/]\r\nc\r\n")).isEqualTo("a\r\nb\r\nc\r\n");
        assertThat(render("[# th:if=\"${rest}\"]\nb\n[/]")).isEqualTo("b\n");
        assertThat(render("[# th:if=\"${rest}\"] [# th:unless=\"${graphql}\"]\nb\n[/] [/th:block]\n"))
                .isEqualTo("b\n");
    }

    @Test
    void a_block_tag_beside_other_text_leaves_the_line_as_it_is() {
        assertThat(render("a [# th:if=\"${rest}\"]b[/] c\n")).isEqualTo("a b c\n");
        assertThat(render("a\n[# th:if=\"${rest}\"] b\n[/] c\n[/]", true)).isEqualTo("closes");
        assertThat(render("x [# th:if=\"${graphql}\"]b[/]\n[# th:if=\"${rest}\"]\ny\n[/]\n"))
                .isEqualTo("x \ny\n");
    }

    private String render(String template, boolean failing) {
        assertThat(failing).isTrue();
        return failure(template).message().contains("closes nothing") ? "closes" : "other";
    }

    @Test
    void a_loop_repeats_its_lines_exactly() {
        assertThat(render("[# th:each=\"e : ${entities}\"]\n\n  - [(${e.name})]\n\n[/]\nend"))
                .isEqualTo("\n  - Order\n\n\n  - Item\n\nend");
        assertThat(render("[# th:each=\"e : ${entities}\"] [(${e.name})] [/]")).isEqualTo(" Order  Item ");
        assertThat(render("[# th:each=\"e : ${none}\"]\nx\n[/]\n")).isEqualTo("");
    }

    @Test
    void loops_nest_and_tell_how_far_they_are() {
        assertThat(render("[# th:each=\"e, s : ${entities}\"][(${s.count})]/[(${s.size})] [(${e.name})]: "
                        + "[# th:each=\"f : ${e.fields}\"][(${f})][# th:unless=\"${fStat.last}\"], [/][/]"
                        + "[(${s.last ? '.' : '; '})][/]"))
                .isEqualTo("1/2 Order: id, total; 2/2 Item: sku.");
    }

    @Test
    void a_loop_over_a_map_gives_keys_and_values() {
        assertThat(render("[# th:each=\"p : ${entities[1]}\"][(${p.key})] [/]")).matches("(name fields|fields name) ");
    }

    @Test
    void a_name_of_a_loop_ends_with_it() {
        assertThat(render("[# th:each=\"name : ${entities[0].fields}\"][(${name})] [/][(${name})]"))
                .isEqualTo("id total shop");
    }

    @Test
    void a_switch_takes_the_first_case_that_fits() {
        String template = """
                [# th:switch="${database}"]
                [# th:case="'mysql'"]
                m
                [/]
                [# th:case="${'h2'}"]
                h
                [/]
                [# th:case="*"]
                other
                [/]
                [/]
                """;
        assertThat(render(template)).isEqualTo("h\n");
        assertThat(render(template.replace("'h2'", "'x'"))).isEqualTo("other\n");
    }

    @Test
    void a_tag_that_prints_drops_its_body() {
        assertThat(render("a\n[# th:text=\"${name}\"]sample[(${name})][/]\nb [# th:utext=\"${html}\"/]"))
                .isEqualTo("a\nshop\nb <a & 'b'>");
    }

    @Test
    void attributes_of_one_tag_take_effect_from_the_outside() {
        assertThat(render("[# th:if=\"${e.name == 'Item'}\" th:each=\"e : ${entities}\"][(${e.name})][/]"))
                .isEqualTo("Item");
        assertThat(render("[# th:text=\"${e.name}\" th:each=\"e : ${entities}\"/]"))
                .isEqualTo("OrderItem");
    }

    @Test
    void an_include_is_put_in_place_of_its_line() {
        pack.with("templates/h.txt", "// [(${name})] [(${e.name})]");
        assertThat(render("[# th:each=\"e : ${entities}\"]\n  [# th:insert=\"templates/h.txt\"/]\n[/]\nend\n"))
                .isEqualTo("// shop Order\n// shop Item\nend\n");
        pack.with("templates/h.txt", "// x\n");
        RenderedText text = rendered("[# th:insert=\"'templates/h.txt'\"/]\nend\n");
        assertThat(text.text()).isEqualTo("// x\nend\n");
        assertThat(text.sources()).containsExactly(SOURCE, RelativePath.parse("templates/h.txt"));
    }

    @Test
    void what_was_read_is_known_and_what_was_only_written_is_not() {
        assertThat(rendered("[(${rest ? name : database})]").reads()).containsExactlyInAnyOrder("name", "rest");
        assertThat(rendered("[# th:if=\"${graphql}\"][(${name})][/]").reads()).containsExactlyInAnyOrder("graphql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[table]]\nkey = 1\n[[table.sub]]\n",
                "if [[ -f x && ${y} == 1 ]]; then\n",
                "if [[ ! \"$a\" =~ [(x)] ]]; then\n",
                "int[][] m = {{1}, {2}}; b[[1]]",
                "[[1,2],[3,4]]",
                "[(x)] [(a|b)]+ [(] [)]",
                "[#fragment] [#] [# ] [# x] [#if x]",
                "[/usr/bin] [/x] [ / ]",
                "[link](#anchor) [![badge](x)](y) [[wiki]]",
                "[ [ # ( / ] ]",
                "/*[- */ x /* -]*/ /*[+ x +]*/ /*[# x]*/",
                "<p th:text=\"${x}\">${x} #{x} @{x} *{x} ~{x} __${x}__</p>",
                "${name} #{name} $(name) {{name}} <%= name %> \\${name}",
                "[",
                "[[",
                "[(",
                "[#",
                "[",
                "$ar[[${x}\n]]",
                "\ufdd0 \uffff \u0000 \ufeff",
                "\ttab\r\nmixed\nends\r",
                ""
            })
    void text_that_is_no_tag_comes_out_as_it_is(String text) {
        assertThat(render(text)).isEqualTo(text);
        assertThat(render("[# th:each=\"e : ${entities}\"]" + text + "[/]")).isEqualTo(text + text);
        assertThat(render("[# th:if=\"${rest}\"]" + text + "[/]")).isEqualTo(text);
    }

    @Test
    void random_text_without_tags_comes_out_as_it_is() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "[](){}#/$'\"&:=\n\r\t -*@~_th:xyz.|\\<>";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String plain = text.toString();
            if (plain.contains("[(${") || plain.contains("[[${") || plain.contains("[/]") || plain.contains("th:")) {
                continue;
            }
            assertThat(render(plain)).as("seed " + seed).isEqualTo(plain);
            assertThat(render("[# th:each=\"e : ${entities}\"]x\n" + plain + ".[/]"))
                    .as("seed " + seed)
                    .isEqualTo("x\n" + plain + ".x\n" + plain + ".");
        }
    }

    @Test
    void an_undefined_variable_is_named_with_template_line_and_column() {
        Problem problem = failure("a\r\nb [(${nmae})]\n");
        assertThat(problem.code()).isEqualTo(ProblemCode.VARIABLE_UNDEFINED);
        assertThat(problem.place()).contains(new Place("demo!/templates/a.txt", 2, 7));
        assertThat(problem.help()).contains("did you mean `name`?");
    }

    @Test
    void an_error_in_an_include_has_the_place_in_the_include() {
        pack.with("templates/h.txt", "\n\n [(${1 / 0})]");
        assertThat(failure("[# th:insert=\"templates/h.txt\"/]").place())
                .contains(new Place("demo!/templates/h.txt", 3, 8));
    }

    @Test
    void null_is_not_printed() {
        Problem problem = failure("[(${nothing})]");
        assertThat(problem.code()).isEqualTo(ProblemCode.TEMPLATE_FAILED);
        assertThat(problem.help().orElseThrow()).contains("?:");
        assertThat(render("[(${nothing ?: 'd'})][# th:if=\"${nothing}\"]x[/]")).isEqualTo("d");
    }

    @Test
    void all_that_is_wrong_in_a_template_is_told_at_once() {
        pack.with(
                "templates/a.txt",
                "[(${1 +})]\n[[${name}]]\n[# th:iff=\"${rest}\"]\n[# th:with=\"a=1\"][/]\n[/]\n[/]\n[# th:if=\"${rest}\"]\n[[x]]");
        List<Problem> problems = renderer().check(SOURCE, values().keySet());
        assertThat(problems)
                .extracting(problem -> problem.place().orElseThrow().line() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "1 EXPRESSION_SYNTAX",
                        "2 TEMPLATE_SYNTAX",
                        "3 TEMPLATE_SYNTAX",
                        "4 TEMPLATE_FORBIDDEN",
                        "6 TEMPLATE_SYNTAX",
                        "7 TEMPLATE_SYNTAX",
                        "8 LOOKS_LIKE_A_TAG");
        assertThat(problems).anyMatch(problem -> problem.help().orElse("").contains("did you mean `th:if`?"));
        assertThat(problems).anyMatch(problem -> problem.help().orElse("").contains("[(${name})]"));
    }

    @Test
    void a_check_knows_undeclared_names_and_loops_own() {
        pack.with("templates/a.txt", "[# th:each=\"e : ${entities}\"][(${e.x + eStat.index + databse})][/]");
        assertThat(renderer().check(SOURCE, values().keySet()))
                .extracting(Problem::message)
                .containsExactly("the variable `databse` is not defined here");
    }

    @Test
    void a_line_is_rendered_and_remembers_what_it_read() {
        RenderedText line =
                renderer().renderLine("src/[(${name})]/[(${#names.pascal(database)})].java", SOURCE_PLACE, values());
        assertThat(line.text()).isEqualTo("src/shop/H2.java");
        assertThat(line.reads()).containsExactlyInAnyOrder("database", "name");
    }

    private static final Place SOURCE_PLACE = new Place("pack.toml", 3, 11);

    @Test
    void a_line_has_no_room_for_blocks() {
        PacksException thrown = catchThrowableOfType(
                PacksException.class,
                () -> renderer().renderLine("a/[# th:if=\"${rest}\"]b[/]/[(${1 +})]", SOURCE_PLACE, values()));
        assertThat(thrown.problems()).hasSize(3);
        assertThat(thrown.problems().get(0).place()).contains(new Place("pack.toml", 3, 13));
    }

    @Test
    void a_byte_order_mark_stays_and_does_not_disturb() {
        assertThat(render("\ufeff[# th:if=\"${rest}\"]\na\n[/]\n")).isEqualTo("\ufeffa\n");
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        pack.with("templates/a.txt", new byte[] {'a', (byte) 0xff});
        assertThat(catchThrowableOfType(PacksException.class, () -> renderer().render(SOURCE, values()))
                        .problems()
                        .get(0)
                        .message())
                .contains("UTF-8");
    }

    @Test
    void a_template_that_is_not_there_is_an_error_with_the_nearest_path() {
        pack.with("templates/b.txt", "");
        Problem problem = catchThrowableOfType(
                        PacksException.class, () -> renderer().render(SOURCE, values()))
                .problems()
                .get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.TEMPLATE_MISSING);
        assertThat(problem.help()).contains("did you mean `templates/b.txt`?");
    }
}
