package dev.packs.archetype.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that nobody would write and values that nobody would give, through the original: whatever Packs renders, it renders. */
class RandomPacksTest {

    /** More with {@code -Drandom.packs=1000}. */
    private static final int PACKS = Integer.getInteger("random.packs", 30);

    private static final List<String> TEXTS = List.of(
            "$",
            "#",
            "\\",
            "{",
            "}",
            "$x",
            "${y}",
            "$!{z}",
            "#set($a = 1)",
            "##",
            "#*",
            "*#",
            "#[[ ",
            "]]#",
            "\n",
            "\n\n",
            "  ",
            "\t",
            "\"",
            "'",
            "a",
            "é",
            "#end",
            "#if(true)",
            "#{else}",
            "\\$",
            "\\\\#",
            "@",
            "|",
            "😀",
            "[1..2]",
            ":",
            ".length()",
            "[0]",
            "(none)",
            "$s1",
            "${s1}",
            "#foreach",
            " \n ",
            "-",
            "_",
            "__s1__",
            "<a b='c'>",
            "&amp;",
            "%",
            "~");

    private static final List<String> VALUES = List.of(
            "",
            "a",
            "b c",
            " x ",
            "$",
            "#",
            "\\",
            "$s1",
            "#set($s1 = 'q')",
            "\\$1",
            "'",
            "\"",
            "false",
            "off",
            "no",
            "true",
            "0",
            "1",
            "é😀",
            "a.b.c",
            "A-b_C",
            "[1]",
            "##",
            "#end",
            "\n",
            "a\nb",
            "$!{x}",
            "<&>",
            "__s2__",
            "i İ ß");

    private static final List<String> ORDERS = List.of("<", "<=", ">", ">=");

    private static final List<String> NUMBERS = List.of(
            "-1", "0", "1", "2", "-12", "-2", "3", "10", "9", "100", "-9223372036854775808", "9223372036854775807");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"3.2.1", "3.3.1", "3.4.1"})
    void what_packs_renders_the_original_renders(String version) {
        StockArchetypes stock = StockArchetypes.open(version);
        StockRun run = new StockRun(folder);
        for (int seed = 0; seed < PACKS; seed++) {
            Random random = new Random(seed);
            PackInMemory pack = pack(random);
            byte[] jar = pack.exported(Map.of()).jar();
            for (int i = 0; i < 2; i++) {
                Map<String, String> answers = answers(random);
                Map<String, String> all = new LinkedHashMap<>(answers);
                all.put("project_name", "demo");
                assertThat(run.generate(stock, jar, answers))
                        .as("seed %d, answers %s", seed, answers)
                        .isEqualTo(pack.rendered(all));
            }
            Map<String, String> answers = answers(random);
            Map<String, String> fixed = new TreeMap<>(answers);
            fixed.keySet().removeIf(name -> random.nextBoolean());
            answers.keySet().removeAll(fixed.keySet());
            Map<String, String> all = new LinkedHashMap<>(answers);
            all.put("project_name", "demo");
            all.putAll(fixed);
            assertThat(run.generate(stock, pack.exported(fixed).jar(), answers))
                    .as("seed %d, fixed %s, answers %s", seed, fixed, answers)
                    .isEqualTo(pack.rendered(all));
        }
    }

    private static PackInMemory pack(Random random) {
        PackInMemory pack = new PackInMemory()
                .variable("project_name", "string", "required = true")
                .variable("s1", "string", "default = " + PackInMemory.toml(pick(VALUES, random)))
                .variable("s2", "string", "default = \"${'x' + s1}\"")
                .variable("n1", "string", "")
                .variable("i1", "integer", "default = 8")
                .variable("b1", "boolean", "default = true")
                .variable("b2", "boolean", "default = false\nwhen = \"${b1}\"");
        pack.template("pom.xml", "<project/>" + block(random, 2));
        for (int i = 0; i < 3; i++) {
            pack.template(
                    "f" + i + "/[(${#strings.length(s1)})]-x[(${i1})]/[(${b1 ? 'yes' : 'no'})].txt",
                    block(random, 3),
                    i == 0 ? "when = " + PackInMemory.toml("${" + condition(random, 2) + "}") : "");
        }
        return pack;
    }

    private static Map<String, String> answers(Random random) {
        Map<String, String> answers = new TreeMap<>();
        answers.put("s1", pick(VALUES, random));
        if (random.nextBoolean()) {
            answers.put("s2", pick(VALUES, random));
        }
        if (random.nextBoolean()) {
            answers.put("n1", pick(VALUES, random));
        }
        answers.put("i1", pick(NUMBERS, random));
        answers.put("b1", Boolean.toString(random.nextBoolean()));
        answers.put("b2", Boolean.toString(random.nextBoolean()));
        // Archetypes take what is blank for nothing.
        answers.replaceAll((name, value) -> value.isBlank() ? "" : value);
        return answers;
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static String block(Random random, int depth) {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(6);
        for (int i = 0; i < parts; i++) {
            switch (depth == 0 ? random.nextInt(3) : random.nextInt(8)) {
                case 3, 4 -> {
                    String word = random.nextBoolean() ? "if" : "unless";
                    text.append("[# th:" + word + "=\"${" + condition(random, 2) + "}\"]" + block(random, depth - 1)
                            + "[/]");
                }
                case 5 ->
                    text.append("[# th:switch=\"${" + text(random, 1) + "}\"]" + pick(TEXTS, random) + "[# th:case=\"${"
                            + text(random, 1)
                            + "}\"]" + block(random, depth - 1) + "[/][# th:case=\"'a'\"]A[/]" + pick(TEXTS, random)
                            + "[# th:case=\"*\"]" + block(random, depth - 1) + "[/][/]");
                case 6 ->
                    text.append("[# th:each=\"p, at : ${#strings.split(s1, '.')}\"]" + block(random, 0)
                            + "[(${at.count + ':' + p})]" + "[# th:unless=\"${at.last}\"]" + pick(TEXTS, random)
                            + "[/][/]");
                case 0, 1 -> text.append(pick(TEXTS, random)).append(pick(TEXTS, random));
                default -> text.append("[(${" + text(random, 2) + "})]");
            }
            if (random.nextInt(3) == 0) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String text(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 14)) {
            case 0 -> "s1";
            case 1 -> "s2";
            case 2 -> "(n1 ?: '-')";
            case 3 ->
                "'"
                        + pick(VALUES, random)
                                .replace("\\", "\\\\")
                                .replace("'", "\\'")
                                .replace("\"", "\\u0022")
                                .replace("\n", "\\n")
                        + "'";
            case 4 -> "(" + text(random, depth - 1) + " + " + text(random, depth - 1) + ")";
            case 5 ->
                "(" + condition(random, depth - 1) + " ? " + text(random, depth - 1) + " : " + text(random, depth - 1)
                        + ")";
            case 6 -> "#strings.toUpperCase(" + text(random, depth - 1) + ")";
            case 7 -> "#strings.replace(" + text(random, depth - 1) + ", 'a', " + text(random, depth - 1) + ")";
            case 8 -> "#strings.substringAfter(" + text(random, depth - 1) + ", '.')";
            case 9 -> "#strings.abbreviate(" + text(random, depth - 1) + ", " + random.nextInt(4) + ")";
            case 10 -> "#strings.padLeft(" + text(random, depth - 1) + ", " + random.nextInt(9) + ")";
            case 11 -> "#strings.padRight(" + text(random, depth - 1) + ", " + random.nextInt(9) + ")";
            case 12 ->
                "#strings.join(#strings.split(" + text(random, depth - 1) + ", '.'), " + text(random, depth - 1) + ")";
            default -> "#strings.concat(" + text(random, depth - 1) + ", i1, b1)";
        };
    }

    private static String condition(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 12)) {
            case 0 -> "b1";
            case 1 -> "b2";
            case 2 -> "i1";
            case 3 -> "(n1 == null)";
            case 4 -> "(i1 == 1)";
            case 5 -> "(i1 " + pick(ORDERS, random) + " " + pick(NUMBERS.subList(0, 10), random) + ")";
            case 6 -> "not " + condition(random, depth - 1);
            case 7 ->
                "(" + condition(random, depth - 1) + (random.nextBoolean() ? " and " : " or ")
                        + condition(random, depth - 1) + ")";
            case 8 ->
                "(" + text(random, depth - 1) + (random.nextBoolean() ? " == " : " != ") + text(random, depth - 1)
                        + ")";
            case 9 ->
                "(" + number(random, depth - 1) + " " + pick(ORDERS, random) + " " + number(random, depth - 1) + ")";
            case 10 ->
                "#lists.contains(#strings.split(" + text(random, depth - 1) + ", '.'), " + text(random, depth - 1)
                        + ")";
            default -> "#strings.contains(" + text(random, depth - 1) + ", 'a')";
        };
    }

    private static String number(Random random, int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> "i1";
            case 1 -> "#strings.length(" + text(random, depth) + ")";
            case 2 -> "#strings.indexOf(" + text(random, depth) + ", 'a')";
            default -> "#lists.size(#strings.split(" + text(random, depth) + ", '.'))";
        };
    }
}
