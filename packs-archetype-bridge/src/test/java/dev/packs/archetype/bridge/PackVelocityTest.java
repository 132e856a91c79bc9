package dev.packs.archetype.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FolderTree;
import dev.packs.io.RelativePath;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.RenderedText;
import dev.packs.rendering.VelocityTemplates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates of Velocity in packs. */
class PackVelocityTest {

    private static final RelativePath MAIN = RelativePath.parse("templates/a.vm");

    @TempDir
    Path folder;

    private final Map<String, @Nullable Object> values = new HashMap<>(Map.of(
            "name",
            "shop",
            "count",
            3L,
            "big",
            5_000_000_000L,
            "on",
            true,
            "list",
            List.of(Map.of("id", "a"), Map.of("id", "b"))));

    @Test
    void values_conditions_loops_and_methods_render() {
        assertThat(text("$name ${name.substring(0, 1)} $count $big $name.substring($count)"))
                .isEqualTo("shop s 3 5000000000 p");
        assertThat(text("#if($on)yes#else no#end #foreach($e in $list)$e.id#if($foreach.hasNext), #end#end"))
                .isEqualTo("yes a, b");
    }

    @Test
    void a_line_that_holds_only_a_directive_leaves_no_blank_line() {
        assertThat(text("a\n#if($on)\nb\n#end\n#set($x = 1)\nc\n")).isEqualTo("a\nb\nc\n");
    }

    @Test
    void what_was_read_and_included_is_told() {
        write("templates/part.vm", "part of $name");
        write("files/plain.txt", "$count");

        RenderedText text = render("#parse('templates/part.vm') #include('files/plain.txt') $on");

        assertThat(text.text()).isEqualTo("part of shop $count true");
        assertThat(text.reads()).contains("name", "on").doesNotContain("count", "list");
        assertThat(text.sources())
                .extracting(RelativePath::text)
                .containsExactly("files/plain.txt", "templates/a.vm", "templates/part.vm");
    }

    @Test
    void what_is_not_defined_is_an_error_with_its_place() {
        Problem problem = refused("first\n  $nmae");

        assertThat(problem.code()).isEqualTo(ProblemCode.TEMPLATE_FAILED);
        assertThat(problem.toString()).contains("web!/templates/a.vm:2:3").contains("nmae");
    }

    @Test
    void nothing_leaks_from_one_template_into_the_next() {
        write(MAIN.text(), "#macro(m)macro#end#set($name = 'changed')#set($ok = $list.add('x'))$list.size()#m()");
        RelativePath other = RelativePath.parse("templates/b.vm");
        write(other.text(), "$name $list.size()#m()");
        VelocityTemplates.Renderer renderer = renderer(RenderLimits.standard());

        assertThat(renderer.render(MAIN, values).text()).isEqualTo("3macro");
        assertThat(renderer.render(MAIN, values).text()).isEqualTo("3macro");
        assertThat(problem(() -> renderer.render(other, values)).toString())
                .isEqualTo("PACKS-302 web!/templates/b.vm:1:19: Macro '#m' is not defined");
        write(other.text(), "$name $list.size()");
        assertThat(renderer(RenderLimits.standard()).render(other, values).text())
                .isEqualTo("shop 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$name.getClass()",
                "$name.class.forName('java.lang.Runtime')",
                "$list.get(0).class",
                "#evaluate('$name.class')",
                "#foreach($x in $name.class.methods)$x#end",
                "$foreach.class",
                "#foreach($x in $list)$foreach.class#end"
            })
    void a_template_that_reaches_for_classes_is_refused(String template) {
        assertThat(refused(template).code()).isIn(ProblemCode.TEMPLATE_FORBIDDEN, ProblemCode.TEMPLATE_FAILED);
        if (!template.startsWith("$foreach")) {
            assertThat(refused(template).code()).isEqualTo(ProblemCode.TEMPLATE_FORBIDDEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/hostname", "../../../../etc/hostname", "pack.toml2"})
    void what_is_included_lies_in_the_pack(String file) {
        assertThat(refused("#include('" + file + "')").code()).isEqualTo(ProblemCode.TEMPLATE_FAILED);
    }

    @Test
    void the_limits_hold_for_all_templates_together() {
        RenderLimits limits = new RenderLimits(1000, 100, 1000, 1500, Duration.ofSeconds(10), 10);
        assertThat(refused("#foreach($i in [1..200])#end", limits).code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
        assertThat(refused("#foreach($i in [1..90])xxxxxxxxxxxxxxxxxxxxxxxx#end", limits)
                        .code())
                .isEqualTo(ProblemCode.LIMIT_EXCEEDED);

        write(MAIN.text(), "#foreach($i in [1..60])x#end");
        VelocityTemplates.Renderer renderer = renderer(limits);
        renderer.render(MAIN, values);
        assertThat(problem(() -> renderer.render(MAIN, values)).code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    }

    @Test
    void a_refused_template_does_not_refuse_the_next() {
        write(MAIN.text(), "$name.class");
        RelativePath good = RelativePath.parse("templates/b.vm");
        write(good.text(), "$name");
        VelocityTemplates.Renderer renderer = renderer(RenderLimits.standard());

        assertThat(problem(() -> renderer.render(MAIN, values)).code()).isEqualTo(ProblemCode.TEMPLATE_FORBIDDEN);
        assertThat(renderer.render(good, values).text()).isEqualTo("shop");
    }

    @Test
    void syntax_and_encoding_are_checked_without_rendering() throws IOException {
        write(MAIN.text(), "ok\n#if($name\n");
        assertThat(renderer(RenderLimits.standard()).check(MAIN, values.keySet()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.TEMPLATE_SYNTAX);
                    assertThat(problem.place().orElseThrow().toString()).startsWith("web!/templates/a.vm:");
                });
        Files.write(folder.resolve(MAIN.text()), "gr\u00fcn".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(renderer(RenderLimits.standard()).check(MAIN, values.keySet()))
                .singleElement()
                .asString()
                .contains("not UTF-8");
    }

    @Test
    void names_that_nobody_defines_are_found_with_their_places() {
        write(
                "templates/part.vm",
                "\uFEFF#set($title = $nmae)#macro(box $a $b=$cuont)$a$b$bodyContent$item#end\n$itme");
        write(MAIN.text(), """
                $name $!{nmae} ${other.id|'x'} \\$escaped.class($inner) #[[$text]]# ## $comment
                #if($enabled)a#elseif($on && !$off)b#end#parse('templates/part.vm')
                #foreach($item in $lst)$item.id $foreach.index#{else}$item#end $item
                #set($x = "<$y ${name.substring($z)}>")$x$title#define($d)$item#end$d
                #@box($name)$bodyContent#end#box(1) #bxo(2) #fff ##$gone
                  #set($x[$w] = {'k': $v, 'l': [$u, 1]})
                """);

        assertThat(check())
                .extracting(problem -> problem.message().replaceAll("[^`]*`([^`]*)`.*", "$1") + " "
                        + problem.place().orElseThrow())
                .containsExactly(
                        "nmae web!/templates/a.vm:1:7",
                        "other web!/templates/a.vm:1:16",
                        "enabled web!/templates/a.vm:2:5",
                        "off web!/templates/a.vm:2:31",
                        "lst web!/templates/a.vm:3:19",
                        "item web!/templates/a.vm:3:54",
                        "item web!/templates/a.vm:3:64",
                        "y web!/templates/a.vm:4:13",
                        "z web!/templates/a.vm:4:33",
                        "#bxo web!/templates/a.vm:5:37",
                        "w web!/templates/a.vm:6:11",
                        "v web!/templates/a.vm:6:23",
                        "u web!/templates/a.vm:6:33",
                        "nmae web!/templates/part.vm:1:15",
                        "cuont web!/templates/part.vm:1:38",
                        "itme web!/templates/part.vm:2:1");
        assertThat(check())
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.VARIABLE_UNDEFINED))
                .first()
                .satisfies(problem -> assertThat(problem.help()).contains("did you mean `name`?"));
    }

    @Test
    void names_may_come_from_what_is_put_together_only_when_it_is_rendered() {
        write(MAIN.text(), "#parse($name)$nmae");
        assertThat(check()).isEmpty();
        write(MAIN.text(), "#evaluate('#set($a = 1)')$a#b()");
        assertThat(check()).isEmpty();
    }

    @Test
    void what_is_included_and_what_no_value_gives_is_found_without_rendering() {
        write("templates/part.vm", "#if($on)");
        write(
                MAIN.text(),
                "#parse('/templates/prat.vm')#include('templates/part.vm', '../x')\n$name.class $list.getClass()");
        assertThat(check())
                .extracting(Problem::toString)
                .containsExactly(
                        "PACKS-309 web!/templates/a.vm:1:8: the pack has no file `templates/prat.vm`\n  help: did you mean `templates/part.vm`?",
                        "PACKS-309 web!/templates/a.vm:1:59: the pack has no file `../x`\n  help: paths are relative to the folder of `pack.toml`",
                        "PACKS-604 web!/templates/a.vm:2:7: the template reaches for `.class`\n  help: templates get no further than texts, numbers and collections",
                        "PACKS-604 web!/templates/a.vm:2:19: the template reaches for `.getClass`\n  help: templates get no further than texts, numbers and collections");
        write(MAIN.text(), "$nmae#parse('templates/part.vm')#parse('templates/a.vm')");
        assertThat(check()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.TEMPLATE_SYNTAX);
            assertThat(problem.place().orElseThrow().toString()).startsWith("web!/templates/part.vm:");
        });
    }

    @Test
    void an_escaped_reference_is_text_whether_or_not_there_is_one() {
        assertThat(text("\\$name \\${nobody} \\\\$name #[[$nobody]]#")).isEqualTo("$name ${nobody} \\shop $nobody");
    }

    private List<Problem> check() {
        return renderer(RenderLimits.standard()).check(MAIN, values.keySet());
    }

    @Test
    void a_null_is_tested_and_not_printed() {
        values.put("nothing", null);
        assertThat(text("#if($nothing)a#{else}b#end $!nothing.")).isEqualTo("b .");
    }

    private String text(String template) {
        return render(template).text();
    }

    private RenderedText render(String template) {
        write(MAIN.text(), template);
        return renderer(RenderLimits.standard()).render(MAIN, values);
    }

    private Problem refused(String template) {
        return refused(template, RenderLimits.standard());
    }

    private Problem refused(String template, RenderLimits limits) {
        write(MAIN.text(), template);
        return problem(() -> renderer(limits).render(MAIN, values));
    }

    private static Problem problem(Runnable work) {
        PacksException failure = catchThrowableOfType(PacksException.class, work::run);
        assertThat(failure).as("nothing was refused").isNotNull();
        return failure.problems().get(0);
    }

    private VelocityTemplates.Renderer renderer(RenderLimits limits) {
        return new PackVelocity().of(FolderTree.read(folder), "web", limits);
    }

    private void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
