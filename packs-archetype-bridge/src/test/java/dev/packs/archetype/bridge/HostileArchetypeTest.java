package dev.packs.archetype.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeLimits;
import dev.packs.archetype.ArchetypeRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archetypes that would see more than they were given, do more than they should, or write elsewhere. */
class HostileArchetypeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$artifactId.getClass()",
                "$artifactId.class",
                "$artifactId.Class",
                "$artifactId.class.forName('java.lang.Runtime').getRuntime().exec('id')",
                "#set($x = $artifactId.getClass().getClassLoader())",
                "#if($artifactId.class)x#end",
                "#set($x = 1)$x.getClass()",
                "#set($x = [1,2])$x.class.name",
                "#set($x = {'a' : 1})$x.class",
                "#foreach($i in [1..2])$foreach.class#end",
                "#foreach($c in $artifactId.class.methods)$c#end",
                "#evaluate('$artifactId.getClass()')",
                "#macro(m $a)$a.getClass()#end#m($artifactId)",
                "#set($x = \"a$artifactId.getClass()\")",
                "#set($x = 1)$x.getInteger('java.specification.version')",
                "#set($x = true)$x.getBoolean('java.home')",
                "#set($x = [])$x.ensureCapacity(2000000000)",
                "#set($x = $artifactId.chars())$x.parallel()",
                "$artifactId.wait()",
                "$artifactId.notifyAll()",
                "#set($artifactId.class.name = 'x')"
            })
    void a_template_that_reaches_for_more_than_values_is_refused_with_its_place(String template) {
        Problem problem = refused(TestArchetype.in(folder).template("a.txt", "first\n" + template));

        assertThat(problem.code()).isEqualTo(ProblemCode.TEMPLATE_FORBIDDEN);
        assertThat(problem.place()).isPresent();
        if (!template.contains("#evaluate")) {
            assertThat(problem.place().get().toString()).startsWith("test.jar!/archetype-resources/a.txt:2:");
        }
        assertThat(problem.place().get().column()).isPositive();
    }

    @Test
    void what_a_default_or_a_condition_reaches_for_is_refused_too() {
        assertThat(refused(TestArchetype.in(folder).property("x", "<defaultValue>${groupId.getClass()}</defaultValue>"))
                        .code())
                .isEqualTo(ProblemCode.TEMPLATE_FORBIDDEN);
        assertThat(refused(TestArchetype.in(folder).given("version", "${groupId.class}"))
                        .code())
                .isEqualTo(ProblemCode.TEMPLATE_FORBIDDEN);
        TestArchetype conditional = TestArchetype.in(folder)
                .resource("a.txt", "")
                .set("<fileSet includeCondition=\"$artifactId.class.name\"><directory></directory>"
                        + TestArchetype.includes("a.txt") + "</fileSet>");
        assertThat(refused(conditional).code()).isEqualTo(ProblemCode.TEMPLATE_FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#foreach($i in [1..2000000000])#end",
                "#foreach($i in [1..2000])#foreach($j in [1..2000])#end#end",
                "#set($x = 'xxxxxxxxxx')#foreach($i in [1..40])#set($x = \"$x$x\")#end",
                "#set($x = 'xxxxxxxxxx')#foreach($i in [1..40])#set($x = $x + $x)#end",
                "#set($x = 'xxxxxxxxxx')#foreach($i in [1..40])#set($x = $x.concat($x))#end",
                "#set($x = 3)#foreach($i in [1..60])#set($x = $x * $x)#end",
                "#set($x = 'x')$x.repeat(2000000000)",
                "#set($x = 'x')$x.format('%2000000000d', 1)",
                "#set($x = 'x')$x.format('%1\\$2000000000d', 1)",
                "#set($x = ' x')$x.indent(2000000000)",
                "#set($x = 'aaaaaaaaaa')#foreach($i in [1..40])#set($x = $x.replace('a', $x))#end",
                "#set($x = 'aaaaaaaaaa')#foreach($i in [1..40])#set($x = $x.replaceAll('a', $x))#end",
                "#set($x = 'aaaaaaaaaa')#foreach($i in [1..40])#set($x = $x.join($x, [$x, $x]))#end",
                "#set($l = [1])#foreach($i in [1..40])#set($b = $l.addAll($l))#end",
                "#set($l = [1])#foreach($i in [1..40])#set($l = [$l, $l])#end$l",
                "#set($l = [])#set($b = $l.add($l))",
                "#set($m = {})#foreach($i in [1..40])#set($m = {'a': $m, 'b': $m})#end$m",
                "#set($r = [1..2000000000])$r",
                "#set($a = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')$a.matches('(.*a){14}b')",
                "#set($a = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')$a.replaceAll('(.*a){14}b', '')",
                "#set($a = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')$a.replaceFirst('(.*a){14}b', '')",
                "#set($a = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')$a.split('(.*a){14}b').size()",
                "#set($a = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')$a.split('(.*a){14}b', 3).size()",
                "#foreach($i in [1..1000000])xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx#end"
            })
    void loops_values_patterns_and_output_are_bounded(String template) {
        assertThat(refused(TestArchetype.in(folder).template("a.txt", template)).code())
                .isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    }

    @Test
    void a_sum_of_many_texts_and_a_sum_with_lists_are_refused() {
        assertThat(refused(TestArchetype.in(folder).template("a.txt", "#set($x = 'a'" + " + 'a'".repeat(100) + ")"))
                        .code())
                .isEqualTo(ProblemCode.TEMPLATE_SYNTAX);
        assertThat(refused(TestArchetype.in(folder).template("a.txt", "#set($x = 'a' + [1..2000000000])"))
                        .code())
                .isEqualTo(ProblemCode.TEMPLATE_SYNTAX);
    }

    @Test
    void templates_that_never_end_are_left_behind() {
        StringBuilder macros = new StringBuilder("#macro(m0)#end");
        for (int i = 1; i <= 12; i++) {
            macros.append("#macro(m")
                    .append(i)
                    .append(")")
                    .append(("#m" + (i - 1) + "()").repeat(10))
                    .append("#end");
        }
        TestArchetype archetype = TestArchetype.in(folder).template("a.txt", macros + "#m12()");
        ArchetypeLimits standard = ArchetypeLimits.standard();
        ArchetypeLimits brief = new ArchetypeLimits(
                Duration.ofMillis(500),
                standard.files(),
                standard.fileCharacters(),
                standard.totalBytes(),
                standard.iterations());
        ArchetypeRun run =
                new ArchetypeRun(archetype.jar(), archetype.resolved(), archetype.base(), brief, Optional.empty());

        assertThat(problem(() -> new BridgeEngine().generate(run)).code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    }

    @Test
    void templates_that_call_themselves_come_to_an_end() {
        assertThat(refused(TestArchetype.in(folder).template("a.txt", "#macro(m)x#m()#end#m()"))
                        .code())
                .isEqualTo(ProblemCode.TEMPLATE_FAILED);
        String nested = "#if(true)".repeat(60_000);
        assertThat(refused(TestArchetype.in(folder).template("a.txt", nested)).code())
                .isIn(ProblemCode.LIMIT_EXCEEDED, ProblemCode.TEMPLATE_SYNTAX);
        assertThat(TestArchetype.in(folder)
                        .template("a.txt", "x#parse('a.txt')")
                        .text("a.txt"))
                .startsWith("xx")
                .hasSizeLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/hostname", "../../../../../../../../etc/hostname", "file:///etc/hostname", "pom.properties"
            })
    void what_a_template_includes_lies_in_the_archetype(String file) {
        assertThat(refused(TestArchetype.in(folder).template("a.txt", "#include('" + file + "')"))
                        .code())
                .isEqualTo(ProblemCode.TEMPLATE_FAILED);
        assertThat(refused(TestArchetype.in(folder).template("a.txt", "#parse('" + file + "')"))
                        .code())
                .isEqualTo(ProblemCode.TEMPLATE_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../..", "a/../../..", "a\\\\b", "nul", "a:b", "x\u202e", ".git/hooks"})
    void a_value_in_a_name_does_not_lead_elsewhere(String value) {
        TestArchetype archetype = TestArchetype.in(folder)
                .property("where", "")
                .given("where", value)
                .resource("__where__/a.txt", "x")
                .copied("", "__where__/a.txt");

        assertThat(refused(archetype).code()).isEqualTo(ProblemCode.PATH_ESCAPES);
        assertThat(archetype.tree()).containsOnlyKeys("/");
    }

    @Test
    void a_value_that_a_template_sets_is_looked_at_before_it_names_a_file() {
        for (String set : List.of(
                "#set($where = '../../..')",
                "#set($artifactId = '../../..')",
                "#evaluate('#set($where = \"../../..\")')")) {
            TestArchetype archetype = TestArchetype.in(folder)
                    .property("where", "")
                    .given("where", "good")
                    .resource("pom.xml", set + TestArchetype.POM)
                    .resource("__where__/__artifactId__/a.txt", "x")
                    .filtered("", "**/a.txt");

            assertThat(refused(archetype).code()).as(set).isEqualTo(ProblemCode.PATH_ESCAPES);
            assertThat(archetype.base().resolveSibling("a.txt")).doesNotExist();
        }
    }

    @Test
    void folders_modules_and_artifact_ids_do_not_lead_elsewhere() {
        assertThat(refused(TestArchetype.in(folder).given("artifactId", "../shop"))
                        .code())
                .isEqualTo(ProblemCode.PATH_ESCAPES);
        assertThat(refused(TestArchetype.in(folder).copied("../..", "a.txt")).code())
                .isEqualTo(ProblemCode.PATH_ESCAPES);
        assertThat(refused(TestArchetype.in(folder)
                                .module("<module id=\"m\" dir=\"../../m\" name=\"m\"><fileSets/></module>"))
                        .code())
                .isEqualTo(ProblemCode.PATH_ESCAPES);
        assertThat(refused(
                                TestArchetype.in(folder)
                                        .resource("__artifactId__/a.txt", "")
                                        .module(
                                                "<module id=\"../../m\" dir=\"m\" name=\"m\"><fileSets><fileSet><directory>__artifactId__</directory></fileSet></fileSets></module>"))
                        .code())
                .isEqualTo(ProblemCode.PATH_ESCAPES);
    }

    @Test
    void an_old_archetype_writes_no_elsewhere_either() {
        String descriptor = "<archetype><id>old</id><resources><resource>%s</resource></resources></archetype>";
        TestArchetype outside =
                TestArchetype.in(folder).entry("META-INF/maven/archetype.xml", descriptor.formatted("../../a.txt"));
        assertThat(refused(outside).code()).isEqualTo(ProblemCode.PATH_ESCAPES);

        for (String element : List.of(
                "<sourceDirectory>../../../x</sourceDirectory>",
                "<scriptSourceDirectory>../../../x</scriptSourceDirectory>",
                "<resources><resource><directory>../../../x</directory></resource></resources>",
                "<testResources><testResource><directory>../../../x</directory></testResource></testResources>",
                "<testSourceDirectory>../../../x</testSourceDirectory>")) {
            TestArchetype pom = TestArchetype.in(folder)
                    .resource("pom.xml", "<project><build>" + element + "</build></project>")
                    .resource("a.txt", "")
                    .entry("META-INF/maven/archetype.xml", descriptor.formatted("a.txt"));
            assertThat(refused(pom).code()).as(element).isEqualTo(ProblemCode.PATH_ESCAPES);
            assertThat(pom.base().resolveSibling("x")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil", "archetype-resources/../../evil", "/evil", "archetype-resources/a\\..\\b", "C:/evil"})
    void a_jar_with_a_name_that_leads_elsewhere_is_refused(String name) {
        assertThat(problem(() -> new BridgeEngine()
                                .read(TestArchetype.in(folder).entry(name, "x").jar()))
                        .code())
                .isEqualTo(ProblemCode.ARCHIVE_REFUSED);
    }

    @Test
    void a_jar_with_twins_or_a_bomb_is_refused() {
        assertThat(problem(() -> new BridgeEngine()
                                .read(TestArchetype.in(folder)
                                        .resource("a", "")
                                        .resource("A", "")
                                        .jar()))
                        .code())
                .isEqualTo(ProblemCode.ARCHIVE_REFUSED);
        assertThat(problem(() -> new BridgeEngine()
                                .read(TestArchetype.in(folder)
                                        .entry("bomb", new byte[30 << 20])
                                        .jar()))
                        .code())
                .isEqualTo(ProblemCode.ARCHIVE_REFUSED);
    }

    @Test
    void many_copies_of_a_file_are_bounded() {
        TestArchetype archetype = TestArchetype.in(folder).entry("archetype-resources/a/a/a.bin", noise());
        for (int i = 0; i < 1000; i++) {
            archetype.copied("", "**/a.bin");
        }

        assertThat(refused(archetype).code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    }

    private static byte[] noise() {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        return noise;
    }

    @Test
    void a_pom_brings_no_entities_from_elsewhere() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        String doctype = "<!DOCTYPE project [<!ENTITY % e SYSTEM \""
                + folder.resolve("secret.txt").toUri() + "\"> %e;]>";
        TestArchetype archetype = TestArchetype.in(folder)
                .resource("pom.xml", TestArchetype.POM.replace("<version>", "<packaging>pom</packaging><version>"))
                .resource("m/pom.xml", doctype + TestArchetype.POM)
                .module("<module id=\"m\" dir=\"m\" name=\"m\"><fileSets/></module>");

        assertThat(refused(archetype).code()).isEqualTo(ProblemCode.ARCHETYPE_INVALID);
    }

    @Test
    void a_service_in_the_archetype_is_not_loaded() {
        TestArchetype archetype = TestArchetype.in(folder)
                .entry("META-INF/services/javax.xml.parsers.DocumentBuilderFactory", "com.evil.Factory")
                .entry("META-INF/services/javax.xml.parsers.SAXParserFactory", "com.evil.Factory")
                .resource("pom.xml", TestArchetype.POM.replace("<version>", "<packaging>pom</packaging><version>"))
                .resource("m/pom.xml", TestArchetype.POM)
                .module("<module id=\"m\" dir=\"m\" name=\"m\"><fileSets/></module>");

        assertThat(archetype.text("pom.xml")).contains("<module>m</module>");
    }

    @Test
    void a_pom_above_that_can_have_no_modules_is_told() throws IOException {
        TestArchetype archetype = TestArchetype.in(folder);
        String jar = TestArchetype.POM.replace("${groupId}", "g").replace("${artifactId}", "a");
        Files.writeString(archetype.base().resolve("pom.xml"), jar.replace("${version}", "1"));

        Problem problem = refused(archetype);

        assertThat(problem.code()).isEqualTo(ProblemCode.PARAMETER_INVALID);
        assertThat(problem.toString())
                .contains("would become the parent, and only one of packaging `pom` can", "-Dpacks.output=../my-app");
    }

    @Test
    void a_script_is_refused_with_its_digest() {
        Problem problem =
                refused(TestArchetype.in(folder).entry("META-INF/archetype-post-generate.groovy", "println 'hello'"));

        assertThat(problem.code()).isEqualTo(ProblemCode.SCRIPT_REFUSED);
        assertThat(problem.toString())
                .contains("sha256:"
                        + dev.packs.integrity.Digest.of(
                                        "println 'hello'".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .hex())
                .contains("-Dpacks.allowScript=sha256:");
    }

    private static Problem refused(TestArchetype archetype) {
        return problem(archetype::generate);
    }

    private static Problem problem(Runnable work) {
        PacksException failure = catchThrowableOfType(PacksException.class, work::run);
        assertThat(failure).as("nothing was refused").isNotNull();
        return failure.problems().get(0);
    }
}
