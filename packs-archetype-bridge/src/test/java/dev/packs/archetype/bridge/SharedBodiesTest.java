package dev.packs.archetype.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.parser.StandardParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates with the same body come out as they do when each of them is read. */
class SharedBodiesTest {

    private static final String HEADER =
            "#set( $symbol_pound = '#' )\n#set( $symbol_dollar = '$' )\npackage ${package};";

    /** More with {@code -Drandom.templates=100000}. */
    private static final int ROUNDS = Integer.getInteger("random.templates", 1_000) / 4;

    private static final List<String> HEADS = List.of(
            "",
            "",
            "\n",
            "File one\n",
            "Two\r\n  lines\n",
            "a\rb\n",
            "{\n",
            "(\n",
            "\"\n",
            "  \n\t",
            "words ",
            "é\n\n",
            "end\n#");

    private static final List<String> BODIES = List.of(
            "$x",
            "${x}",
            "$!{none}",
            "${none}",
            "${x|'other'}",
            "$x.length()",
            "$x.class",
            "$foreach.count",
            "$i",
            "#set($x = 'bay')\n",
            "#set( $a = \"$x\" )",
            "#set($a = \"plain\")",
            "#set($b = $a)\n",
            "#set($b = $a + 1)",
            "#set($list = [1..2])",
            "#if($x)yes#end",
            "  #if($a)\n yes\n  #else\n no\n  #end\n",
            "#if($a == $x)same#end",
            "#foreach($i in [1..3])\nround $i\n#end\n",
            "#foreach($i in [$a..2])$i#end",
            "#foreach($i in $list)$i #end",
            "#foreach($i in $x)$i#{else}none#end",
            "#macro(m $p)<$p>#end",
            "#m($x)",
            "#m('b')\n",
            "#define($d)$x#end",
            "#parse('other')",
            "#evaluate('$x')",
            "## a comment\n",
            "#* and another *#",
            "#[[ $x ]]#",
            "\\$x",
            "\\#set",
            "\\\\",
            "#",
            "$",
            "\n",
            "\r\n",
            " word ");

    private static final List<String> TAILS = List.of(
            "", "\n", "\nlast line\n", "\nplain words to the end of the file.\n".repeat(5), "\n)}]\"\n", "\n#end\n");

    @Test
    void the_body_of_a_second_template_is_not_read_again() {
        SharedBodies bodies = new SharedBodies();
        Map<String, String> templates = new HashMap<>();
        String end = "class Words of a file that goes on and on;\n".repeat(4);
        templates.put("a", HEADER + "\n\n" + end);
        templates.put("b", HEADER + "\n\n" + end + "and differs\n");
        templates.put("c", "x\n" + HEADER + "\n\n" + end);
        templates.put("d", "y\n" + HEADER + "\n\n" + end);
        VelocityEngine engine = engine(templates, bodies);
        templates.forEach((name, text) -> assertThat(
                        rendered(engine, name, new VelocityContext(new HashMap<>(Map.of("package", "com.acme")))))
                .isEqualTo(text.replaceAll("(?m)^#set.*\\n", "").replace("${package}", "com.acme")));
        // One for each line that it begins in.
        assertThat(bodies.kept()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$x.length()",
                "#macro(m)m#end",
                "#m()",
                "#parse('a')",
                "#set($a = \"$x\")",
                "#if($a > 1)a#end",
                "## c\n"
            })
    void what_could_tell_where_it_stands_is_read_each_time(String body) {
        SharedBodies bodies = new SharedBodies();
        VelocityEngine engine = engine(Map.of("t", body + "\nrest\n", "a", ""), bodies);
        rendered(engine, "t", new VelocityContext());
        assertThat(bodies.kept()).as(body).isZero();
    }

    @Test
    void random_templates_come_out_the_same() {
        Random random = new Random(6);
        int reused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> templates = new HashMap<>(Map.of("other", "other $x\n"));
            List<String> shared = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                StringBuilder body = new StringBuilder();
                for (int part = random.nextInt(4); part >= 0; part--) {
                    body.append(BODIES.get(random.nextInt(BODIES.size())));
                }
                shared.add(body.toString());
            }
            for (int i = 0; i < 8; i++) {
                templates.put("t" + i, any(HEADS, random) + any(shared, random) + any(TAILS, random));
            }
            SharedBodies bodies = new SharedBodies();
            VelocityEngine sharing = engine(templates, bodies);
            VelocityEngine plain = engine(templates, null);
            // Values go on from template to template, as they do in an archetype.
            VelocityContext one = new VelocityContext(new HashMap<>(Map.of("x", "shop")));
            VelocityContext other = new VelocityContext(new HashMap<>(Map.of("x", "shop")));
            for (int i = 0; i < 8; i++) {
                assertThat(rendered(sharing, "t" + i, one))
                        .as(templates.toString())
                        .isEqualTo(rendered(plain, "t" + i, other));
            }
            reused += bodies.uses();
        }
        assertThat(reused).isGreaterThan(ROUNDS / 10);
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static VelocityEngine engine(Map<String, String> templates, @Nullable SharedBodies bodies) {
        Properties settings = new Properties();
        Dialect.ARCHETYPE.set(settings);
        settings.put("resource.loaders", "jar");
        settings.put(
                "resource.loader.jar.instance",
                new JarTemplates(
                        name -> Optional.ofNullable(templates.get(name)).map(text -> text.getBytes(UTF_8))));
        settings.put(
                RuntimeConstants.PARSER_CLASS, (bodies == null ? StandardParser.class : CheckedParser.class).getName());
        VelocityEngine engine = new VelocityEngine();
        if (bodies != null) {
            engine.setApplicationAttribute(SharedBodies.ATTRIBUTE, bodies);
        }
        engine.setProperties(settings);
        engine.init();
        return engine;
    }

    /** The text, or the message that it ends with. */
    private static String rendered(VelocityEngine engine, String template, VelocityContext context) {
        StringWriter text = new StringWriter();
        try {
            engine.mergeTemplate(template, "UTF-8", context, text);
            return text.toString();
        } catch (VelocityException failed) {
            return "fails " + text + failed.getMessage();
        }
    }
}
