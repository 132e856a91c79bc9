package dev.packs.archetype.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each claim is held by the original's own classes, of three versions. */
class ExportedArchetypeTest {

    private static final String POM = "<project><artifactId>[(${project_name})]</artifactId></project>\n";

    private static final Map<String, StockArchetypes> STOCK = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        for (String version : StockArchetypes.VERSIONS) {
            STOCK.put(version, StockArchetypes.open(version));
        }
    }

    private static PackInMemory pack() {
        return new PackInMemory()
                .variable("project_name", "string", "required = true")
                .template("pom.xml", POM);
    }

    private SortedMap<String, String> holds(PackInMemory pack, Map<String, String> answers) {
        return holds(pack, Map.of(), answers);
    }

    private SortedMap<String, String> holds(PackInMemory pack, Map<String, String> fixed, Map<String, String> answers) {
        Map<String, String> all = new LinkedHashMap<>(answers);
        all.put("project_name", "demo");
        all.putAll(fixed);
        SortedMap<String, String> expected = pack.rendered(all);
        byte[] jar = pack.exported(fixed).jar();
        for (Map.Entry<String, StockArchetypes> stock : STOCK.entrySet()) {
            assertThat(new StockRun(folder.resolve(stock.getKey())).generate(stock.getValue(), jar, answers))
                    .as("%s with %s", stock.getKey(), answers)
                    .isEqualTo(expected);
        }
        return expected;
    }

    /** What one expression prints. */
    private String prints(String expression, Map<String, String> answers) {
        PackInMemory pack = pack();
        for (String name : answers.keySet()) {
            pack.variable(name, "string", "");
        }
        pack.template(
                "a.txt",
                "<[(${" + expression + "})]>\n  [# th:if=\"${" + expression.replace('"', '\'') + "}\"]yes[/]\n");
        return holds(pack, answers).getOrDefault("a.txt", "");
    }

    @Test
    void text_that_velocity_would_read_as_its_own_comes_out_as_it_is() {
        String odd = """
                $a ${b} $!c #set($x = 1) ## comment
                #* block *# \\$d \\\\ \\#if #[[raw]]# ]]# $$ ## "q" 'q' $!{x} #end #{else}
                  #foreach($i in [1..2]) @ ${a.b()} $a.b[0] | #macro(x) [[1,2]] é € 😀
                \t#if(true)
                """;
        SortedMap<String, String> files = holds(
                pack().template("a.txt", odd + "[(${project_name})]" + odd).template("b.txt", odd), Map.of());

        assertThat(files.get("a.txt")).isEqualTo(odd + "demo" + odd);
        assertThat(files.get("b.txt")).isEqualTo(odd);
    }

    @Test
    void white_space_around_directives_stays_as_it_is() {
        holds(pack().variable("a", "boolean", "default = true").template("a.txt", """
                          [# th:if="${a}"] x [/]  y
                        [# th:if="${a}"]

                          in

                        [/]
                        [# th:unless="${a}"]
                        no
                        [/]
                        [# th:if="${a}"][(${project_name})][/]
                            [# th:if="${a}"]  [/]
                        [# th:switch="${project_name}"]
                        [# th:case="'demo'"]
                         case
                        [/]
                        [# th:case="*"] other [/]
                        [/]
                        """), Map.of());
        holds(
                pack().variable("a", "boolean", "default = true")
                        .template("a.txt", "\n [# th:if=\"${a}\"]\n\n x [/]\n\n[# th:unless=\"${a}\"] y\n[/] \n"),
                Map.of("a", "false"));
    }

    @Test
    void values_of_all_types_and_defaults_mean_the_same() {
        PackInMemory pack = pack().variable("text", "string", "default = \"\"")
                .variable("odd", "string", "default = \" ${x} #set \\\\ 'q' \\\"d\\\" \\n\\t$\"")
                .variable("nothing", "string", "")
                .variable("port", "integer", "default = 8080")
                .variable("on", "boolean", "default = true")
                .variable("off", "boolean", "default = false")
                .variable("derived", "string", "default = \"${project_name + '-' + port + odd}\"")
                .variable("maybe", "string", "default = \"d\"\nwhen = \"${on}\"")
                .template("a.txt", """
                        [(${text})]|[(${odd})]|[(${port})]|[(${on})]|[(${derived})]|[(${maybe})]|[(${nothing ?: 'none'})]
                        [# th:if="${text}"]text[/][# th:if="${nothing}"]some[/][# th:if="${nothing == null}"]null[/]
                        [# th:if="${port == 8080}"]p[/][# th:if="${port != 80}"]q[/][# th:if="${on and not off}"]r[/]
                        [(${on ? 'yes' : 'no'})] [(${on == off})] [(${text == '' or port == 1})] [(${not on})]
                        """);

        holds(pack, Map.of());
        holds(
                pack,
                Map.of("text", "x", "odd", "$y #end \\", "nothing", "off", "port", "80", "on", "false", "off", "true"));
        holds(pack, Map.of("derived", "given", "odd", "", "port", "0", "maybe", "m"));
        holds(pack, Map.of("on", "false"), Map.of("port", "-5"));
        holds(pack, Map.of("port", "1", "odd", "fixed"), Map.of("on", "false"));
    }

    @Test
    void functions_give_what_they_give_in_packs() {
        List<String> texts = List.of(
                "",
                "a",
                "Web API",
                "myHTTPServer2-x_y",
                "com.acme.My-App.new.2x",
                " ß i İ I ı ǆ ",
                "a.b,c.d",
                "..A..",
                "class",
                "x&<'\">",
                "ÄÖÜäöü ΑΣ Σ",
                "l'été $1 \\2 #x",
                "2nd",
                "off",
                "😀Grin aB");
        PackInMemory pack = pack().variable("s", "string", "required = true").variable("n", "string", "");
        for (String function : new TreeSet<>(Calls.TEXTS)) {
            String arguments = switch (function) {
                case "#strings.defaultString", "#strings.prepend", "#strings.append", "#strings.concat" -> "(s, 'd$')";
                case "#objects.nullSafe" -> "(n, s)";
                case "#strings.substringBefore", "#strings.substringAfter", "#strings.indexOf" -> "(s, '.')";
                case "#strings.replace" -> "(s, 'a', '$1\\\\')";
                case "#strings.repeat",
                        "#strings.indent",
                        "#strings.abbreviate",
                        "#strings.padLeft",
                        "#strings.padRight" -> "(s, 3)";
                case "#strings.substring" -> "(#strings.append(s, 'abc'), 1, 3)";
                default -> "(s)";
            };
            pack.template(
                    function.substring(1) + ".txt",
                    "<[(${" + function + arguments + "})]>[# th:if=\"${" + function + arguments + "}\"]yes[/]");
        }
        for (String text : texts) {
            holds(pack, Map.of("s", text));
        }
    }

    @Test
    void tests_give_what_they_give_in_packs() {
        String template = """
                [(${#strings.isEmpty(s)})] [(${#strings.contains(s, 'a')})] [(${#strings.containsIgnoreCase(s, 'WEB')})]
                [(${#strings.startsWith(s, 'W')})] [(${#strings.endsWith(s, 'I')})] [(${#strings.equals(s, 'a')})]
                [(${#strings.equalsIgnoreCase(s, 'A')})] [(${#bools.isTrue(s)})] [(${#bools.isFalse(s)})]
                [(${#names.isJavaKeyword(s)})] [(${#names.isJavaIdentifier(s)})] [(${s < 'b'})] [(${s >= 'b'})]
                [(${#strings.isEmpty(n)})] [(${n == null and s != 'x'})] [(${#strings.length(s) == 1})]
                [(${#strings.length(s) == 1 ? s : #strings.toUpperCase(s)})] [(${n == null or #strings.trim(n) == ''})]
                [# th:if="${#strings.indexOf(s, 'a')}"]x[/][# th:if="${#strings.length(s)}"]y[/]
                """;
        PackInMemory pack = pack().variable("s", "string", "required = true")
                .variable("n", "string", "")
                .template("a.txt", template);

        for (String text : List.of("", "a", "A", "Web API", "class", "no", "_x1", "b", "🙂")) {
            holds(pack, Map.of("s", text));
            holds(pack, Map.of("s", text, "n", " x "));
        }
    }

    @Test
    void numbers_are_ordered_as_numbers() {
        List<String> numbers = List.of(
                "-9223372036854775808",
                "-100",
                "-99",
                "-10",
                "-9",
                "-1",
                "0",
                "1",
                "9",
                "10",
                "11",
                "99",
                "100",
                "9223372036854775807");
        StringBuilder template = new StringBuilder();
        for (String other : List.of("a", "b", "-10", "-1", "0", "1", "10", "10.0", "#strings.length(project_name)")) {
            for (String symbol : List.of("<", "<=", ">", ">=")) {
                template.append("[(${a " + symbol + " " + other + "})] [(${" + other + " " + symbol + " b})]\n");
            }
        }
        PackInMemory pack = pack().variable("a", "integer", "default = 1")
                .variable("b", "integer", "default = 1")
                .variable("n", "integer", "")
                .template("a.txt", template + "[# th:if=\"${n != null and n > 3}\"]more[/]")
                .template("b.txt", "[(${(a > b ? a : b) >= 10 ? 'x' : 'y'})]", "when = \"${a >= 10}\"");

        for (int i = 0; i < numbers.size(); i++) {
            holds(pack, Map.of("a", numbers.get(i), "b", numbers.get((i * 5 + 3) % numbers.size())));
        }
        holds(pack, Map.of("n", "4"));
        holds(pack, Map.of("a", "5", "n", "3"));
    }

    @Test
    void what_a_text_is_split_into_is_counted_searched_and_joined() {
        PackInMemory pack = pack().variable("s", "string", "default = \"\"").template("a.txt", """
                [(${#lists.size(#strings.split(s, ','))})] [(${#lists.isEmpty(#strings.split(s, ','))})]
                [(${#lists.contains(#strings.split(s, ','), 'b')})] [(${#lists.contains(#strings.split(s, ','), project_name)})]
                [(${#strings.join(#strings.split(s, ','), '$, #')})] [(${#lists.join(#strings.split(s, ','), project_name)})]
                [(${#lists.contains(#strings.split('x,$b', ','), s)})] [(${#strings.join(#strings.split('x,$b', ','), s)})]
                [# th:if="${#lists.size(#strings.split(s, ',')) > 2}"]many[/][# th:if="${#lists.size(#strings.split(s, ','))}"]some[/]
                """);

        for (String text : List.of("", "a", "a,b", ",", "b,,demo,", "$x,#y,\\z,'\"")) {
            holds(pack, Map.of("s", text));
        }
    }

    @Test
    void loops_over_what_a_text_is_split_into_know_how_far_they_are() {
        PackInMemory pack = pack().variable("s", "string", "default = \"\"").template("a.txt", """
                [# th:each="part, at : ${#strings.split(s, '.')}"]
                  [(${at.index})] [(${at.count})] [(${at.size})] [(${at.first})] [(${at.last})] [(${at.even})] [(${at.odd})] [(${at.current})]=[(${part})]
                  [# th:each="c : ${#strings.split(part, '-')}"][(${c})]/[(${at.count})]/[(${cStat.count})][# th:unless="${cStat.last}"], [/][/]
                  [# th:if="${at.first}"]first[/][# th:if="${part == 'b'}"]b[/][# th:if="${at.count == 2}"]2[/]
                [/]
                """);

        for (String text : List.of("", "a", "a.b", "a-b-.c..d-", ".", "$x.#y.\\z")) {
            holds(pack, Map.of("s", text));
        }
    }

    @Test
    void paths_may_hold_values() {
        PackInMemory pack = pack().variable(
                        "package", "string", "default = \"${#names.packageName('com.x.' + project_name)}\"")
                .variable("x", "string", "default = \"a\"")
                .template("src/[(${#names.path(package)})]/App.java", "package [(${package})];\n")
                .template("[(${x})]-[(${project_name})].txt", "x")
                .template("lib/__init__.py", "[(${x})]")
                .template("lib/__x__.py", "plain")
                .template("lib/__[(${x})]__/_[(${x})]_.py", "both")
                .template("in [(${x})]/$[(${x})]$/b#[(${x})].txt", "[(${x})]")
                .template("[(${x == 'a' ? 'is' : 'not'})]/a", "")
                .template("z/[(${x})]", "last");

        holds(pack, Map.of());
        holds(pack, Map.of("x", "$1 é", "package", "org.other"));
        holds(pack, Map.of("x", "p/q"));
    }

    @Test
    void files_that_are_not_always_there_are_there_when_they_should_be() {
        PackInMemory pack = pack().variable("a", "boolean", "default = false")
                .variable("db", "string", "options = [\"h2\", \"mysql\"]\ndefault = \"h2\"")
                .template("a/[(${db})].txt", "x [(${db})]", "when = \"${a}\"")
                .template("b/fixed.txt", "static", "when = \"${db == 'h2' and not a}\"")
                .file("files/img/logo.bin", new byte[] {65, 13, 10, 0, 7});

        for (String a : List.of("true", "false")) {
            for (String db : List.of("h2", "mysql")) {
                holds(pack, Map.of("a", a, "db", db));
            }
        }
    }

    @Test
    void a_pack_without_pom_and_one_with_a_pom_that_may_be_missing_leave_none_behind() {
        PackInMemory none =
                new PackInMemory().variable("x", "string", "default = \"a\"").template("a.txt", "[(${x})]");
        PackInMemory perhaps = new PackInMemory()
                .variable("x", "boolean", "default = true")
                .template("pom.xml", "<project>[(${x})]</project>", "when = \"${x}\"")
                .template("a.txt", "[(${x})]");

        assertThat(none.exported(Map.of()).jar()).isNotEmpty();
        Map<String, String> expected = Map.of("a.txt", "b");
        for (StockArchetypes stock : STOCK.values()) {
            StockRun run = new StockRun(folder.resolve("none" + stock.hashCode()));
            assertThat(run.generate(stock, none.exported(Map.of()).jar(), Map.of("x", "b")))
                    .isEqualTo(expected);
        }
        assertThat(perhaps.rendered(Map.of("x", "false"))).containsOnlyKeys("a.txt");
        for (StockArchetypes stock : STOCK.values()) {
            StockRun run = new StockRun(folder.resolve("perhaps" + stock.hashCode()));
            byte[] jar = perhaps.exported(Map.of()).jar();
            assertThat(run.generate(stock, jar, Map.of("x", "false")))
                    .isEqualTo(perhaps.rendered(Map.of("x", "false")));
            assertThat(run.generate(stock, jar, Map.of())).isEqualTo(perhaps.rendered(Map.of()));
        }
    }

    @Test
    void files_that_can_be_run_can_be_run() {
        holds(
                pack().variable("a", "boolean", "default = true")
                        .template("bin/[(${project_name})] x", "#!/bin/sh\n", "permissions = \"0755\"")
                        .template("bin/b", "#!/bin/sh\n[(${a})]", "permissions = \"0755\"\nwhen = \"${not a}\""),
                Map.of());
    }

    @Test
    void equal_packs_give_equal_bytes_that_know_nothing_of_packs() {
        byte[] jar = pack().template("a.txt", "[(${project_name})]")
                .exported(Map.of())
                .jar();

        assertThat(pack().template("a.txt", "[(${project_name})]")
                        .exported(Map.of())
                        .jar())
                .isEqualTo(jar);
        assertThat(StockRun.text(jar, "META-INF/maven/archetype-metadata.xml"))
                .contains("<requiredProperty key=\"project_name\">", "<defaultValue>${artifactId}</defaultValue>");
        assertThat(StockRun.text(jar, "META-INF/maven/com.acme.packs/demo-archetype/pom.properties"))
                .isEqualTo("artifactId=demo-archetype\ngroupId=com.acme.packs\nversion=1.2.0\n");
        assertThat(new String(jar, StandardCharsets.ISO_8859_1)).doesNotContain("dev.packs");
    }

    @Test
    void what_cannot_be_carried_is_said_all_at_once_with_places_and_a_way_out() {
        PackInMemory pack = pack().variable("port", "integer", "default = 1")
                .variable("items", "list", "required = true\nitems = { type = \"string\" }")
                .template(
                        "a.txt",
                        "[(${port + 1})]\n [(${#names.plural(project_name)})]\n[# th:if=\"${port > 3.5}\"]x[/]\n")
                .template("b.txt", "[(${project_name})]\r\n")
                .template("c-[(${#names.plural(project_name)})].txt", "c", "when = \"${port % 3 == 0}\"");

        PacksException lists = catchThrowableOfType(PacksException.class, () -> pack.exported(Map.of()));
        assertThat(lists.problems())
                .hasSize(8)
                .first()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("PACKS-127 demo!/pack.toml:21:1: the variable `items` is a list")
                        .contains("-Dvar.items="));
        PacksException rest = catchThrowableOfType(PacksException.class, () -> pack.exported(Map.of("items", "a,b")));
        assertThat(rest.problems())
                .extracting(problem -> problem.place().orElseThrow().toString())
                .containsExactlyInAnyOrder(
                        "demo!/templates/t2.txt:1:10",
                        "demo!/templates/t2.txt:2:6",
                        "demo!/templates/t2.txt:3:18",
                        "demo!/templates/t3.txt",
                        "demo!/pack.toml:39:19",
                        "demo!/pack.toml:39:15",
                        "demo!/pack.toml:40:16");
        assertThat(rest.problems()).allMatch(problem -> problem.help().isPresent());
        assertThat(holds(
                        pack().variable("port", "integer", "default = 1")
                                .template("a.txt", "[(${port + 1})] [(${project_name})]"),
                        Map.of("port", "41"),
                        Map.of()))
                .containsEntry("a.txt", "42 demo");
    }

    @Test
    void lists_that_are_given_become_text() {
        PackInMemory pack = pack().variable("items", "list", "required = true\nitems = { type = \"string\" }")
                .template(
                        "a.txt", "[# th:each=\"i, s : ${items}\"]\n[(${s.count})] [(${i})] [(${project_name})]\n[/]\n")
                .template("part-[(${i})].txt", "[(${i})]", "for_each = \"i : items\"");

        assertThat(holds(pack, Map.of("items", "a,b"), Map.of())).containsKeys("part-a.txt", "part-b.txt");
    }

    @Test
    void one_expression_is_printed_and_tested_alike() {
        assertThat(prints("a == 'x' ? #strings.concat(a, \"$\", 'b') : a + '#' + a", Map.of("a", "q")))
                .startsWith("<q#q>");
        assertThat(prints("(a ?: 'x') + (a == 'q' and a != 'r')", Map.of("a", "q")))
                .startsWith("<qtrue>");
    }
}
