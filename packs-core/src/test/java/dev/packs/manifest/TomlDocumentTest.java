package dev.packs.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlDocumentTest {

    private static TomlDocument parse(String text) {
        return TomlDocument.parse(text.getBytes(StandardCharsets.UTF_8), "x.toml", 64 * 1024);
    }

    private static Problem problem(byte[] bytes) {
        PacksException failure = catchThrowableOfType(PacksException.class, () -> {
            TomlDocument document = TomlDocument.parse(bytes, "x.toml", 64 * 1024);
            assertThat(document.problems()).isNotEmpty();
            throw new PacksException(document.problems());
        });
        assertThat(failure.problems()).hasSize(1);
        return failure.problems().get(0);
    }

    private static Problem problem(String text) {
        return problem(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Each {@code @path} in the text is taken out and must be where the scanner finds that value. */
    @Test
    void every_value_has_its_place() {
        String marked = """
                # comment with [brackets] and a = b
                title = «title»"x # no comment"
                "quoted key" = «"quoted key"»'its'
                """ + """
                dotted . "k.e\\u0079" . end = «dotted."k.ey".end»1979-05-27T07:32:00Z  # comment
                long = «long»\"\"\"
                [not.a.table]
                key = "no" \\"\"\" more \"\"\"\"\"
                raw = «raw»'''
                '' [[no]] ''\\'''
                list = «list»[ # comment ]
                   «list[0]»1, «list[1]»[ «list[1][0]»"a]", «list[1][1]»'b,' ],
                   «list[2]»{ a.b = «list[2].a.b»{ c = «list[2].a.b.c»1 }, d = «list[2].d»true }, # end
                ]

                «t»[t]
                a = «t.a»1_000
                «t.deep."x y"»[ t . deep . "x y" ]
                b = «t.deep."x y".b»+inf
                «many[0]»[[many]]
                n = «many[0].n»1
                «many[0].sub»[many.sub]
                s = «many[0].sub.s»1
                «many[0].kids[0]»[[many.kids]]
                «many[0].kids[1]»[[many.kids]]
                k = «many[0].kids[1].k»1
                «many[1]»[[many]]
                «many[1].kids[0]»[[many.kids]]
                k = «many[1].kids[0].k»''
                """;
        StringBuilder text = new StringBuilder();
        Map<String, Integer> expected = new java.util.LinkedHashMap<>();
        int at = 0;
        for (int open = marked.indexOf('«'); open >= 0; open = marked.indexOf('«', at)) {
            int close = marked.indexOf('»', open);
            text.append(marked, at, open);
            expected.put(marked.substring(open + 1, close), text.length());
            at = close + 1;
        }
        text.append(marked.substring(at));

        TomlPlaces places = new TomlPlaces("x.toml", text.toString());

        expected.forEach((path, offset) ->
                assertThat(places.of(path)).as(path).isEqualTo(new LineIndex(text.toString()).place("x.toml", offset)));
        assertThat(expected).hasSize(28);
    }

    @Test
    void every_value_that_the_parser_sees_is_indexed() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            String text = RandomToml.text(random);
            TomlDocument document = parse(text);
            assertIndexed(document, document.root().values(), "", "seed " + seed + " run " + run + "\n" + text);
        }
    }

    private static void assertIndexed(TomlDocument document, Object value, String path, String context) {
        if (!path.isEmpty() && !(value instanceof Map)) {
            boolean ofTables = value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
            if (!ofTables) {
                assertThat(document.places().index().values()).as(context).containsKey(path);
            }
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> assertIndexed(document, child, TomlPath.child(path, (String) key), context));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                assertIndexed(document, list.get(i), TomlPath.item(path, i), context);
            }
        }
    }

    @Test
    void a_place_that_is_not_known_is_that_of_what_encloses_it() {
        TomlPlaces places = parse("[a]\nb = 1\n").places();
        assertThat(places.of("a.b.c[3].d")).hasToString("x.toml:2:1");
        assertThat(places.of("a.\"x.y]\"")).hasToString("x.toml:1:1");
        assertThat(places.of("z")).hasToString("x.toml");
    }

    @Test
    void a_text_that_the_scanner_does_not_understand_keeps_the_places_before() {
        TomlPlaces places = new TomlPlaces("x.toml", "a = 1\n= 2\nb = 3\n");
        assertThat(places.of("a")).hasToString("x.toml:1:5");
        assertThat(places.of("b")).hasToString("x.toml");
        assertThat(new TomlPlaces("x.toml", "a = \"open").of("a")).hasToString("x.toml:1:5");
    }

    @Test
    void characters_inside_a_plain_string_have_places() {
        TomlPlaces places =
                parse("a = \"x\\ty\"\nb = 'x\\ty'\nc = \"\"\"x\"\"\"\n").places();
        assertThat(places.inside("a", 1)).hasToString("x.toml:1:7");
        assertThat(places.inside("a", 3)).hasToString("x.toml:1:5");
        assertThat(places.inside("b", 3)).hasToString("x.toml:2:9");
        assertThat(places.inside("c", 1)).hasToString("x.toml:3:5");
    }

    @Test
    void broken_syntax_has_its_place() {
        Problem problem = problem("a = 1\nb = \n");
        assertThat(problem.code().id()).isEqualTo("PACKS-103");
        assertThat(problem.place().orElseThrow().line()).isEqualTo(2);
        assertThat(problem.message()).startsWith("the file is not TOML: ").doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a = 1\\na = 2 | PACKS-103 x.toml:2:",
                "[a]\\n[a] | PACKS-103 x.toml:2:",
                "ab = 1\\naB = 2 | PACKS-107 x.toml:2:1: the keys `aB` and `ab`",
                "'' = 1 | PACKS-108 x.toml:1:1: a key is empty",
                "a = 2026-11-22 | PACKS-105 x.toml:1:5: `a` is a date",
                "a = inf | PACKS-108 x.toml:1:5: `a` is not a finite number",
                "a = 9223372036854775808 | PACKS-108 x.toml:1:5: `a` is an integer beyond 64 bits",
            })
    void what_no_file_may_hold_is_refused(String line, String problem) {
        assertThat(problem(line.replace("\\n", "\n")).toString()).startsWith(problem);
    }

    @Test
    void keys_that_differ_in_unicode_form_only_are_refused() {
        assertThat(problem("\"\u00e9\" = 1\n\"e\u0301\" = 2\n").code().id()).isEqualTo("PACKS-107");
    }

    @Test
    void hidden_characters_are_refused() {
        assertThat(problem("a = 'x\u202ey'").toString())
                .startsWith("PACKS-103 x.toml:1:7: the text holds the character U+202E");
        assertThat(problem("# \u2066").code().id()).isEqualTo("PACKS-103");
        assertThat(problem("a = 'x\u0085'").code().id()).isEqualTo("PACKS-103");
        assertThat(problem("a = \"x\\u202ey\"").toString()).startsWith("PACKS-108 x.toml:1:5: `a` holds the character");
        assertThat(problem("\"a\\u0007\" = 1").toString()).startsWith("PACKS-108 x.toml:1:1: a key holds");
    }

    @Test
    void only_utf_8_without_a_byte_order_mark_is_read() {
        assertThat(problem(new byte[] {'a', '=', '"', (byte) 0xc3, '"'}).toString())
                .startsWith("PACKS-103 x.toml:1:4: the byte 0xC3 is not UTF-8");
        assertThat(problem("\ufeffa = 1").toString()).startsWith("PACKS-103 x.toml:1:1: the file starts with a byte");
    }

    @Test
    void integers_of_19_digits_are_read_whole() {
        assertThat(parse("a = 5561200614400434044\nb = -9_223_372_036_854_775_808\nc = 0x7fffffffffffffff\n")
                        .root()
                        .values())
                .isEqualTo(Map.of("a", 5561200614400434044L, "b", Long.MIN_VALUE, "c", Long.MAX_VALUE));
    }

    @Test
    void limits_are_held() {
        assertThat(problem("a = 1 #" + "x".repeat(64 * 1024)).code().id()).isEqualTo("PACKS-109");
        assertThat(problem("a = '" + "x".repeat(10_001) + "'").message()).contains("10000");
        assertThat(problem("a".repeat(101) + " = 1").message()).contains("100");
        assertThat(problem("a = " + "1".repeat(31)).message()).contains("30");
        assertThat(problem("a = " + "[".repeat(20) + "]".repeat(20)).code().id())
                .isEqualTo("PACKS-109");
        assertThat(problem("a = " + "[".repeat(30_000)).code().id()).isEqualTo("PACKS-109");
        assertThat(problem(("a.".repeat(20) + "b = 1")).code().id()).isEqualTo("PACKS-109");
        assertThat(problem("a = " + "{ a = ".repeat(9_000)).code().id()).isEqualTo("PACKS-109");
        assertThat(parse("a = '" + "x".repeat(10_000) + "'").problems()).isEmpty();
    }
}
