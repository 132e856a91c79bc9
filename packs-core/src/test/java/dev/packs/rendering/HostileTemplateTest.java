package dev.packs.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates of strangers try, each refused before it is rendered, or printed as the text that it is. */
class HostileTemplateTest {

    private static final RelativePath SOURCE = RelativePath.parse("a.txt");
    private static final Map<String, Object> VALUES =
            Map.of("x", "v", "list", List.of(1, 2, 3), "map", Map.of("class", "c"), "yes", true);

    private final MapFileTree pack = new MapFileTree();

    private String render(String template, RenderLimits limits) {
        pack.with("a.txt", template);
        return new TemplateRenderer(pack, "evil", limits).render(SOURCE, VALUES).text();
    }

    private PacksException refusal(String template, RenderLimits limits) {
        PacksException thrown = catchThrowableOfType(PacksException.class, () -> render(template, limits));
        assertThat(thrown).as(template).isNotNull();
        assertThat(thrown.problems()).allMatch(problem -> problem.place().isPresent(), template);
        return thrown;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[(${T(java.lang.Runtime).getRuntime().exec('id')})]",
                "[(${new java.util.Scanner('x')})]",
                "[(${new java.io.File('/etc/passwd')})]",
                "[(${@java.lang.Runtime@getRuntime()})]",
                "[(${@java.lang.System@getenv('HOME')})]",
                "[(${@org.apache.maven.shared.utils.cli.CommandLineUtils@getSystemEnvVars()})]",
                "[(${x.class})]",
                "[(${x.getClass()})]",
                "[(${x.getClass().forName('java.lang.Runtime')})]",
                "[(${''.class.forName('java.lang.System')})]",
                "[(${x['class']})]",
                "[(${list.class})]",
                "[(${list.getClass()})]",
                "[(${list['class']})]",
                "[(${list.{#this.class}})]",
                "[(${list.{^ true}})]",
                "[(${map.getClass()})]",
                "[(${#ctx})]",
                "[(${#ctx.getVariable('x')})]",
                "[(${#vars.x})]",
                "[(${#root})]",
                "[(${#this})]",
                "[(${#context['x']})]",
                "[(${#_memberAccess})]",
                "[(${#locale})]",
                "[(${#execInfo.templateName})]",
                "[(${#object.x})]",
                "[(${#conversions.convert('1', 'java.lang.Integer')})]",
                "[(${#uris.escapePath(x)})]",
                "[(${#calendars.createNow()})]",
                "[(${#dates.createNow()})]",
                "[(${#temporals.createNow()})]",
                "[(${#strings.randomAlphanumeric(5)})]",
                "[(${#ids.seq('x')})]",
                "[(${#aggregates.sum(list)})]",
                "[(${#request.x})]",
                "[(${param.x})]",
                "[(${session.x})]",
                "[(${__${x}__})]",
                "[(__${x}__)][(${__x__})]",
                "[(${x}__${x}__)]",
                "[(${x = 'y'})]",
                "[(${(#a = 1, #a)})]",
                "[(${list[0] = 5})]",
                "[(${:[33].invoke(1)})]",
                "[(${x -> x})]",
                "[(${#{a}})]",
                "[(${*{a}})]",
                "[(${~{a :: b}})]",
                "[(${@{/a}})]",
                "[(${|a ${x}|})]",
                "[[${x}]]",
                "[[${T(java.lang.Runtime)}]]",
                "[# th:with=\"a=${x}\"]b[/]",
                "[# th:with=\"a=${@java.lang.Runtime@getRuntime()}\"]b[/]",
                "[# th:object=\"${x}\"]b[/]",
                "[# th:attr=\"a=${x}\"]b[/]",
                "[# th:remove=\"all\"]b[/]",
                "[# th:inline=\"text\"]b[/]",
                "[# th:inline=\"none\"]b[/]",
                "[# th:fragment=\"f\"]b[/]",
                "[# th:replace=\"~{b.txt}\"]b[/]",
                "[# th:include=\"b.txt\"]b[/]",
                "[# th:assert=\"${x}\"]b[/]",
                "[# th:href=\"@{/x}\"]b[/]",
                "[# th:onclick=\"${x}\"]b[/]",
                "[# th:text=\"#{msg}\"]b[/]",
                "[# th:text=\"*{x}\"]b[/]",
                "[# th:text=\"~{x}\"]b[/]",
                "[# th:text=\"@{/x}\"]b[/]",
                "[# th:text=\"x\"]b[/]",
                "[# th:text=\"__${x}__\"]b[/]",
                "[# th:text=${x}]b[/]",
                "[# th:each=\"i : ${#numbers.sequence(1, 3)}\" th:with=\"j=${i}\"]b[/]",
                "[# th:each=\"i : ${new int[5]}\"]b[/]",
                "[# th:each=\"${list}\"]b[/]",
                "[# th:each=\"__i__ : ${list}\"]b[/]",
                "[# th:each=\"i : @{x}\"]b[/]",
                "[# th:each=\"null : ${list}\"]b[/]",
                "[# th:if=\"${T(java.lang.System).exit(1)}\"]b[/]",
                "[# th:switch=\"${x}\"][# th:case=\"${x.getClass()}\"]b[/][/]",
                "[# th:case=\"'x'\"]b[/]",
                "[# p:o=\"0\" th:if=\"${yes}\"]b[/]",
                "[# th:insert=\"../a.txt\"/]",
                "[# th:insert=\"/etc/passwd\"/]",
                "[# th:insert=\"C:\\\\x\"/]",
                "[# th:insert=\"file:///etc/passwd\"/]",
                "[# th:insert=\"http://127.0.0.1/\"/]",
                "[# th:insert=\"classpath:/a.txt\"/]",
                "[# th:insert=\"${x}\"/]",
                "[# th:insert=\"~{a.txt}\"/]",
                "[# th:insert=\"a.txt :: f\"/]",
                "[# th:insert=\"./a.txt\"/]",
                "[# th:insert=\"A.TXT\"/]",
                "[# th:insert=\"none.txt\"/]",
                "[# th:insert=\"a.txt\"/]",
                "[# th:insert=\"a.txt\"]b[/]",
                "[(${x",
                "[# th:if=\"${yes}",
                "[# th:if=\"${yes}\"]",
                "[/]",
                "[/th:block]"
            })
    void an_attempt_to_leave_is_refused(String template) {
        refusal(template, RenderLimits.standard());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[#p:o n=\"0\"/]",
                "[#p:l n=\"0\"][/p:l]",
                "[/p:b]",
                "[#th:if=\"${yes}\"]",
                "[# data-th-if=\"${yes}\"]b",
                "[#div th:if=\"${yes}\"]b[/div]",
                "[(x)] [[x]] [(#{x})] [[#{x}]] [(*{x})] [[@{/x}]] [(~{x})]",
                "[('__' + 'x')]",
                "__${x}__ ${x} ${T(java.lang.Runtime)}",
                "/*[[x]]*/ /*[(x)]*/ /*[- a */ b /* -]*/",
                "<!--/*/ <th:block th:text=\"x\"/> /*/-->",
                "<script th:inline=\"javascript\">/*[[#{x}]]*/</script>"
            })
    void what_is_no_tag_of_ours_is_text(String template) {
        assertThat(render(template, RenderLimits.standard())).isEqualTo(template);
    }

    @Test
    void a_value_that_looks_like_a_tag_is_text() {
        pack.with("a.txt", "[(${x})]");
        String evil = "[(${y})] [# th:if=\"${y}\"][#p:o n=\"0\"/] [[${y}]] __${y}__";
        assertThat(new TemplateRenderer(pack, "evil", RenderLimits.standard())
                        .render(SOURCE, Map.of("x", evil))
                        .text())
                .isEqualTo(evil);
    }

    @Test
    void a_key_called_class_is_a_key() {
        assertThat(render("[(${map.class})]", RenderLimits.standard())).isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[(${#strings.repeat('x', 2000000000)})]",
                "[# th:each=\"i : ${#numbers.sequence(1, 1000000000)}\"]x[/]",
                "[# th:each=\"a : ${#numbers.sequence(1, 999)}\"][# th:each=\"b : ${#numbers.sequence(1, 999)}\"]"
                        + "[# th:each=\"c : ${#numbers.sequence(1, 999)}\"][(${c})][/][/][/]",
                "[# th:each=\"a : ${#numbers.sequence(1, 999)}\"][(${#strings.repeat('x', 99999)})][/]",
                "[# th:each=\"a : ${#numbers.sequence(1, 999)}\"][(${#lists.distinct(#numbers.sequence(1, 999))})][/]"
            })
    void what_would_never_end_is_stopped(String template) {
        RenderLimits limits = new RenderLimits(1_000_000, 100_000, 100_000, 1_000_000, Duration.ofSeconds(60), 16);
        assertThat(refusal(template, limits).problems().get(0).code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    }

    @Test
    void the_clock_and_the_steps_stop_a_template_too() {
        String template = "[# th:each=\"a : ${#numbers.sequence(1, 50000)}\"][(${x})][/]";
        RenderLimits slow = new RenderLimits(Long.MAX_VALUE, 1_000_000, 1_000_000, 1_000_000, Duration.ZERO, 16);
        assertThat(refusal(template, slow).problems().get(0).message()).contains("seconds");
        RenderLimits few = new RenderLimits(1000, 1_000_000, 1_000_000, 1_000_000, Duration.ofSeconds(60), 16);
        assertThat(refusal(template, few).problems().get(0).message()).contains("steps");
    }

    @Test
    void all_files_of_a_pack_share_one_budget() {
        pack.with("a.txt", "[(${x})]");
        TemplateRenderer renderer =
                new TemplateRenderer(pack, "evil", new RenderLimits(1000, 1000, 10, 25, Duration.ofSeconds(60), 16));
        Map<String, Object> ten = Map.of("x", "0123456789");
        renderer.render(SOURCE, ten);
        renderer.render(SOURCE, ten);
        assertThat(catchThrowableOfType(PacksException.class, () -> renderer.render(SOURCE, ten))
                        .problems())
                .extracting(problem -> problem.code())
                .containsExactly(ProblemCode.LIMIT_EXCEEDED);
    }

    @Test
    void includes_that_go_in_a_circle_are_told_with_their_path() {
        pack.with("b.txt", "[# th:insert=\"c.txt\"/]").with("c.txt", "[# th:insert=\"a.txt\"/]");
        assertThat(refusal("[# th:insert=\"b.txt\"/]", RenderLimits.standard())
                        .problems()
                        .get(0)
                        .message())
                .contains("`a.txt` -> `b.txt` -> `c.txt` -> `a.txt`");
    }

    @Test
    void a_tree_of_includes_is_stopped() {
        for (int i = 0; i < 15; i++) {
            pack.with("t" + i + ".txt", ("[# th:insert=\"t" + (i + 1) + ".txt\"/]").repeat(20));
        }
        pack.with("t15.txt", "");
        assertThat(refusal("[# th:insert=\"t0.txt\"/]", RenderLimits.standard()).problems())
                .extracting(problem -> problem.code())
                .containsExactly(ProblemCode.LIMIT_EXCEEDED);
    }

    @Test
    void a_chain_of_includes_is_stopped() {
        for (int i = 0; i < 40; i++) {
            pack.with("t" + i + ".txt", "[# th:insert=\"t" + (i + 1) + ".txt\"/]");
        }
        assertThat(refusal("[# th:insert=\"t0.txt\"/]", RenderLimits.standard()).problems())
                .extracting(problem -> problem.code())
                .containsExactly(ProblemCode.LIMIT_EXCEEDED);
    }

    @Test
    void deep_nesting_is_an_error_and_no_stack_overflow() {
        for (String tag : List.of("[# th:if=\"${yes}\"]", "[# th:each=\"i : ${list}\"]", "[# th:switch=\"${x}\"]")) {
            assertThat(refusal(tag.repeat(5000) + "[/]".repeat(5000), RenderLimits.standard())
                            .problems())
                    .extracting(problem -> problem.code())
                    .contains(ProblemCode.LIMIT_EXCEEDED);
        }
    }

    @Test
    void nesting_up_to_the_limit_works() {
        assertThat(render("[# th:if=\"${yes}\"]".repeat(64) + "x" + "[/]".repeat(64), RenderLimits.standard()))
                .isEqualTo("x");
    }
}
