package dev.packs.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Place START = new Place("pack.toml", 7, 11);

    private static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", "shop");
        values.put("port", 8080);
        values.put("rate", 0.25);
        values.put("rest", true);
        values.put("graphql", false);
        values.put("nothing", null);
        values.put("list", Arrays.asList("a", "b", null));
        values.put("db", Map.of("kind", "h2", "a-b", 1L));
        return values;
    }

    private static @Nullable Object evaluate(String text) {
        return Expression.parse(text, START).evaluate(values());
    }

    private static Problem failure(String text) {
        PacksException thrown = catchThrowableOfType(PacksException.class, () -> evaluate(text));
        assertThat(thrown).as(text).isNotNull();
        assertThat(thrown.problems()).hasSize(1);
        return thrown.problems().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name | shop",
                "${name} | shop",
                "db.kind | h2",
                "db['a-b'] | 1",
                "list[1] | b",
                "'x' | x",
                "\"it's\" | it's",
                "'it\\'s \\u0041\\\\' | it's A\\",
                "1 + 2 * 3 - 4 | 3",
                "(1 + 2) * 3 | 9",
                "7 / 2 | 3",
                "7 % 4 | 3",
                "7 div 2 mod 2 | 1",
                "-3 + 5 | 2",
                "-port | -8080",
                "7.0 / 2 | 3.5",
                "0.1 + 0.2 | 0.3",
                "rate | 0.25",
                "name + '-' + port | shop-8080",
                "'v' == 'v' | true",
                "port == 8080.0 | true",
                "port eq 8080 and name ne 'x' | true",
                "1 < 2 and 2 <= 2 and 3 > 2 and 3 >= 3 | true",
                "1 lt 2 && 2 le 2 && 3 gt 2 && 3 ge 3 | true",
                "'a' < 'b' | true",
                "not rest or !graphql | true",
                "not (rest and graphql) | true",
                "rest ? 'yes' : 'no' | yes",
                "graphql ? 'yes' : rest ? 'rest' : 'no' | rest",
                "nothing ?: 'd' | d",
                "name ?: 'd' | shop",
                "nothing == null | true",
                "nothing != null | false",
                "nothing?.deep ?: 'none' | none",
                "#strings.capitalize(name) | Shop",
                "${rest} and not ${graphql} | true",
                "${name} + '.jar' | shop.jar",
                "'a' + ${port} | a8080",
                "#strings.toUpperCase( #strings.append(name, '!') ) | SHOP!"
            })
    void an_expression_has_the_value_that_thymeleaf_users_expect(String expression, String value) {
        assertThat(String.valueOf(evaluate(expression))).isEqualTo(value);
    }

    @Test
    void a_condition_is_false_for_null_false_zero_and_what_is_empty() {
        Map<String, @Nullable Object> values = values();
        for (String no : List.of("null", "false", "0", "0.0", "''", "'false'", "'off'", "'no'", "#maps.keys(empty)")) {
            values.put("empty", Map.of());
            assertThat(Expression.parse(no, START).isTrue(values)).as(no).isFalse();
        }
        assertThat(Expression.parse("empty", START).isTrue(values)).isFalse();
        for (String yes : List.of("graphql || rest", "true", "1", "0.1", "'x'", "list", "db")) {
            assertThat(Expression.parse(yes, START).isTrue(values)).as(yes).isTrue();
        }
    }

    @Test
    void the_names_that_it_may_read_are_known() {
        assertThat(Expression.parse("${a.b['c'] + #strings.trim(d) + (e ? f : 'g')}", START)
                        .names())
                .containsExactly("a", "d", "e", "f");
    }

    @Test
    void an_undefined_variable_is_an_error_with_its_place_and_the_nearest_name() {
        Problem problem = failure("'x' + nmae");
        assertThat(problem.code()).isEqualTo(ProblemCode.VARIABLE_UNDEFINED);
        assertThat(problem.place()).contains(new Place("pack.toml", 7, 17));
        assertThat(problem.help()).contains("did you mean `name`?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.kinda", "db['x']", "list[3]", "list[-1]", "list[9999999999]"})
    void an_undefined_key_or_index_is_an_error(String expression) {
        assertThat(failure(expression).code()).isEqualTo(ProblemCode.VARIABLE_UNDEFINED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing.x",
                "name.x",
                "name[0]",
                "list['a']",
                "name == 1",
                "rest == 'true'",
                "port < 'a'",
                "nothing + 1",
                "'a' + nothing",
                "'a' + list",
                "rest + 1",
                "1 / 0",
                "1.5 / 0",
                "1 % 0",
                "9223372036854775807 + 1",
                "-9223372036854775808 - 1",
                "(-9223372036854775807 - 1) / -1",
                "9223372036854775807 * 2",
                "#strings.substring(name, 9)",
                "#strings.length(null)",
                "#strings.repeat('a', -1)",
                "#lists.first(#lists.slice(list, 0, 0))",
                "#lists.join(list, ',')",
                "#numbers.toInteger('x')",
                "#lists.sort(list)"
            })
    void what_cannot_be_computed_is_a_problem_with_a_place(String expression) {
        Problem problem = failure(expression);
        assertThat(problem.code()).isEqualTo(ProblemCode.TEMPLATE_FAILED);
        assertThat(problem.place().orElseThrow().line()).isEqualTo(7);
        assertThat(problem.help()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "1 +",
                "(1",
                "a b",
                "a[1",
                "'x",
                "1 ? 2",
                "a =",
                "a = 1",
                "|x|",
                "${a",
                "${}",
                "a.",
                "a..b",
                "1x",
                "99999999999999999999",
                "'\\q'",
                "#strings",
                "#strings.trim",
                "#strings.trim()",
                "#strings.trim('a', 'b')",
                "#strings.trim('a'",
                "and",
                "a and",
                "a,b",
                "a ? b : ",
                "${a} b",
                "b + ${a}",
                "name + ${name}",
                ")"
            })
    void what_is_not_an_expression_is_a_syntax_error(String expression) {
        assertThat(failure(expression).code()).isEqualTo(ProblemCode.EXPRESSION_SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T(java.lang.Runtime).getRuntime()",
                "new java.io.File('x')",
                "@java.lang.Runtime@getRuntime()",
                "@bean.call()",
                "name.getClass()",
                "name.class.forName('x')",
                "''.getClass().forName('java.lang.Runtime')",
                "name.length()",
                "list.size()",
                "list.isEmpty()",
                "list.get(0)",
                "exit()",
                "#ctx.variables",
                "#vars",
                "#root",
                "#this",
                "#execInfo.templateName",
                "#dates.createNow()",
                "#temporals.createNow()",
                "#uris.escapePath('x')",
                "#messages.msg('x')",
                "#strings.randomAlphanumeric(3)",
                "#strings.getClass()",
                "name instanceof x",
                "{1, 2}",
                "list.{? #this > 1}",
                "~{x :: y}",
                "@{/x}",
                "#{msg}",
                "*{x}",
                "__${name}__",
                "_",
                "(#a = 1)",
                "name.^[x]",
                "${${name}}",
                "${*{x}}"
            })
    void what_reaches_outside_is_refused(String expression) {
        assertThat(failure(expression).code())
                .isIn(ProblemCode.TEMPLATE_FORBIDDEN, ProblemCode.EXPRESSION_SYNTAX, ProblemCode.TEMPLATE_FAILED);
    }

    @Test
    void a_huge_expression_is_an_error_and_no_stack_overflow() {
        for (String expression : List.of(
                "(".repeat(4000) + "1" + ")".repeat(4000),
                "!".repeat(4000) + "true",
                "-".repeat(4000) + "1",
                "1" + "+1".repeat(3000),
                "true" + " and true".repeat(1000),
                "a" + "[0]".repeat(3000),
                "a" + ".b".repeat(4000),
                "1 ? ".repeat(1500) + "1" + " : 1".repeat(1500),
                "'" + "x".repeat(20_000) + "'",
                "#strings.trim(".repeat(500) + "'a'" + ")".repeat(500))) {
            assertThat(failure(expression).code()).isEqualTo(ProblemCode.EXPRESSION_SYNTAX);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#strings.repeat('x', 9999999999)",
                "#strings.replace(#strings.replace(#strings.repeat('a', 9000), 'a', #strings.repeat('b', 9000)), 'b', 'cccccccccc')",
                "#numbers.sequence(1, 9223372036854775807)",
                "#strings.padLeft('x', 2000000000)"
            })
    void what_would_fill_the_memory_is_stopped(String expression) {
        assertThat(failure(expression).code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    }

    @Test
    void only_plain_values_come_in() {
        assertThat(catchThrowableOfType(PacksException.class, () -> Scope.of(Map.of("x", new StringBuilder("y"))))
                        .problems()
                        .get(0)
                        .code())
                .isEqualTo(ProblemCode.TEMPLATE_FORBIDDEN);
        for (Object bad :
                List.of(Double.NaN, new BigDecimal("1e2000"), Map.of(1, 2), List.of(Thread.currentThread()))) {
            assertThat(catchThrowableOfType(PacksException.class, () -> Scope.of(Map.of("x", bad))))
                    .as(bad.toString())
                    .isNotNull();
        }
    }

    @Test
    void values_are_copied_so_that_later_changes_do_not_show() {
        List<String> list = new java.util.ArrayList<>(List.of("a"));
        Scope scope = Scope.of(Map.of("list", list));
        list.add("b");
        assertThat(Expression.parse("#lists.size(list)", START).evaluate(scope)).isEqualTo(1L);
    }

    @Test
    void a_name_added_to_a_scope_hides_the_older_one() {
        Scope scope = Scope.of(Map.of("a", 1, "b", 2)).with("a", "x");
        assertThat(Expression.parse("a + b", START).evaluate(scope)).isEqualTo("x2");
        assertThat(scope.names()).containsExactlyInAnyOrder("a", "b");
    }

    /** Rows of one query. */
    private static final class People implements QueryRows {

        @Override
        public java.util.Set<String> names() {
            return java.util.Set.of("people");
        }

        @Override
        public List<?> rows(String name) {
            return List.of(Map.of("name", "Jo"), Map.of("name", "Al"));
        }
    }

    private static @Nullable Object asked(String expression) {
        return Expression.parse(expression, Place.of("t"))
                .evaluate(Scope.of(Map.of("query", "a variable")).with(new People()));
    }

    @Test
    void queries_give_their_rows() {
        assertThat(asked("${#lists.size(query('people'))}")).isEqualTo(2L);
        assertThat(asked("query( \"people\" )[1].name + ', ' + query")).isEqualTo("Al, a variable");
        assertThat(Expression.parse("query('people') and query and #lists.isEmpty(query('pets'))", Place.of("t"))
                        .names())
                .containsExactly("query", "query(people)", "query(pets)");
    }

    @Test
    void a_query_is_asked_by_its_name_and_has_to_be_there() {
        assertThat(catchThrowable(() -> asked("query('peeple')")))
                .hasMessage("PACKS-303 t: there is no query `peeple` here\n  help: did you mean `people`?");
        assertThat(catchThrowable(
                        () -> Expression.parse("query('people')", Place.of("t")).evaluate(Scope.empty())))
                .hasMessageContaining("there is no query `people` here");
        for (String wrong :
                List.of("query(people)", "query()", "query('a', 'b')", "query('a' + 'b')", "query('a)", "query(")) {
            assertThat(catchThrowable(() -> asked(wrong))).as(wrong).hasMessageContaining("PACKS-313");
        }
        assertThat(catchThrowable(() -> asked("'a' + query('people') + ${query}")))
                .hasMessageContaining("PACKS-604");
    }

    private static final QueryRows TYPES = new QueryRows() {

        private final List<?> rows = List.of(
                type("urn:a#class", 1L),
                type("urn:a#Ärger-Thing", 2L),
                type("urn:b#CLASS", 1L),
                type("urn:a#class", 3L));

        private Map<String, Object> type(String iri, Object rank) {
            return Map.of("t", Map.of("iri", iri, "local", iri.substring(6)), "rank", rank);
        }

        @Override
        public java.util.Set<String> names() {
            return java.util.Set.of("types");
        }

        @Override
        public List<?> rows(String name) {
            return rows;
        }
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#names.unique(query('types'), 't', 'camel')['urn:a#class'] | class_",
                "#names.unique(query('types'), 't', 'camel')['urn:b#CLASS'] | class_2",
                "#names.unique(query('types'), 't', 'pascal')['urn:a#Ärger-Thing'] | ÄrgerThing",
                "#names.unique(query('types'), 't', 'pascal', #strings.split('String,CLASS', ','))['urn:a#class'] | Class2",
                "#maps.size(#names.unique(query('types'), 't', 'pascal')) | 3",
                "#lists.size(#lists.where(query('types'), 'rank', 1.0)) | 2",
                "#lists.where(query('types'), 't', query('types')[0].t)[1].rank | 3",
                "#lists.size(#lists.where(query('types'), 'rank', 'none')) | 0"
            })
    void rows_are_looked_up_and_named(String expression, String value) {
        assertThat(Expression.parse(expression, Place.of("t"))
                        .evaluate(Scope.empty().with(TYPES)))
                .asString()
                .isEqualTo(value);
    }

    @Test
    void rows_without_a_column_and_unknown_styles_are_errors() {
        for (String wrong : List.of(
                "#lists.where(query('types'), 'x', 1)",
                "#names.unique(query('types'), 'x', 'camel')",
                "#names.unique(query('types'), 't', 'kebab')")) {
            assertThat(catchThrowable(() -> Expression.parse(wrong, Place.of("t"))
                            .evaluate(Scope.empty().with(TYPES))))
                    .as(wrong)
                    .hasMessageContaining("PACKS-302");
        }
    }
}
