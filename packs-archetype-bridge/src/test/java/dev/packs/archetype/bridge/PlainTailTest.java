package dev.packs.archetype.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.parser.StandardParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Velocity makes of a template, it makes of one whose plain end it does not read. */
class PlainTailTest {

    private static final String END = "plain words to the end of the file, and (brackets) too.\n".repeat(4);

    /** More with {@code -Drandom.templates=100000}. */
    private static final int TEMPLATES = Integer.getInteger("random.templates", 1_000);

    private static final List<String> PARTS = List.of(
            "$x",
            "${x}",
            "$!{none}",
            "${x",
            "$x.length()",
            "$x.substring(",
            "#set($a = 1)",
            "#set($a = [1,\n",
            "#set($a = \"",
            "\"",
            "'",
            "])",
            ")",
            "(",
            "[",
            "]",
            "{",
            "}",
            "#if($x)",
            "#if(",
            "#else",
            "#end",
            "#{end}",
            "#foreach($i in [1..2])",
            "#foreach($i in ",
            "#macro(m $p)",
            "#m('a')",
            "#m(",
            "#unknown",
            "#unknown(",
            "#stop",
            "#break",
            "##",
            "#*",
            "*#",
            "#[[",
            "]]#",
            "\\",
            "\\$x",
            "\\#",
            "$",
            "#",
            "\n",
            "\n",
            "\n",
            "\r\n",
            "  ",
            "\t",
            "word",
            "two words\n",
            "é",
            ".",
            "|",
            ",");

    @Test
    void the_end_is_cut_off_behind_the_first_word() {
        String head = "$x\n\n  \n- first";
        assertThat(PlainTail.start(head + " line\n" + END)).isEqualTo(head.length());
        assertThat(PlainTail.start("first\n" + END)).isEqualTo("first".length());
    }

    @Test
    void what_may_be_open_is_not_cut() {
        for (String head : List.of(
                "#m(\nfirst\n",
                "${x\nfirst\n",
                "$x[\nfirst\n",
                "$x.m(## )\nfirst\n",
                "$x.m(')'\nfirst\n",
                ") $x.m(\nfirst\n")) {
            assertThat(PlainTail.start(head + END)).isEqualTo(head.length() + END.length());
        }
        assertThat(PlainTail.start(END + "$x")).isEqualTo(END.length() + 2);
        assertThat(PlainTail.start("short\nplain\n")).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#stop\nfirst\n",
                "#if($x)\nfirst\n",
                "#* open\nfirst\n",
                "#[[ open\nfirst\n",
                "#set($a = \"\nfirst\n",
                "#macro(m)\nfirst\n",
                "#if(true)a#end\n  \n  first\n"
            })
    void what_goes_on_to_the_end_or_stops_before_it_is_as_velocity_has_it(String head) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(rendered(engine(dialect, true), head + END))
                    .isEqualTo(rendered(engine(dialect, false), head + END));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void random_templates_come_out_the_same(Dialect dialect) {
        VelocityEngine cut = engine(dialect, true);
        VelocityEngine whole = engine(dialect, false);
        Random random = new Random(4);
        int cuts = 0;
        int made = 0;
        for (int i = 0; i < TEMPLATES; i++) {
            StringBuilder head = new StringBuilder();
            for (int part = random.nextInt(8); part >= 0; part--) {
                head.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            String template = head.append(random.nextBoolean() ? "\n" : "")
                    .append(END, random.nextInt(20), END.length())
                    .append(random.nextInt(4) == 0 ? ")}]\"" : "")
                    .toString();
            String expected = rendered(whole, template);
            assertThat(rendered(cut, template)).as(template).isEqualTo(expected);
            cuts += PlainTail.start(template) < template.length() ? 1 : 0;
            made += expected.startsWith("fails") ? 0 : 1;
        }
        assertThat(cuts).isGreaterThan(TEMPLATES / 5);
        assertThat(made).isGreaterThan(TEMPLATES / 5);
    }

    private static VelocityEngine engine(Dialect dialect, boolean cuts) {
        Properties settings = new Properties();
        dialect.set(settings);
        settings.put(RuntimeConstants.PARSER_CLASS, (cuts ? CheckedParser.class : StandardParser.class).getName());
        VelocityEngine engine = new VelocityEngine();
        engine.setProperties(settings);
        engine.init();
        return engine;
    }

    /** The text, or the message that it ends with. */
    private static String rendered(VelocityEngine engine, String template) {
        StringWriter text = new StringWriter();
        try {
            engine.evaluate(new VelocityContext(new HashMap<>(Map.of("x", "shop"))), text, "a.vm", template);
            return text.toString();
        } catch (VelocityException failed) {
            return "fails " + text + failed.getMessage();
        }
    }
}
