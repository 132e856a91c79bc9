package dev.packs.archetype.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeContent;
import dev.packs.archetype.ArchetypeKind;
import dev.packs.archetype.ArchetypeProperty;
import dev.packs.archetype.ArchetypeRun;
import dev.packs.archetype.ArchetypeTestProject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is read of an archetype before it is run, and what is said when that is not possible. */
class ContentTest {

    private static final String METADATA = "META-INF/maven/archetype-metadata.xml";

    @TempDir
    Path folder;

    @Test
    void properties_are_read_in_order_and_the_standard_ones_added() {
        ArchetypeContent content = read(
                TestArchetype.in(folder)
                        .partial()
                        .property("kind", "<defaultValue>web</defaultValue><validationRegex>[a-z]+</validationRegex>")
                        .property("version", "")
                        .module(
                                "<module id=\"a\" dir=\"a\" name=\"a\"><modules><module id=\"b\" dir=\"b\" name=\"b\"/></modules></module>"));

        assertThat(content.kind()).isEqualTo(ArchetypeKind.FILESET);
        assertThat(content.id()).isEqualTo("test");
        assertThat(content.partial()).isTrue();
        assertThat(content.modules()).isEqualTo(2);
        assertThat(content.script()).isEmpty();
        assertThat(content.properties())
                .containsExactly(
                        new ArchetypeProperty("kind", Optional.of("web"), Optional.of("[a-z]+")),
                        new ArchetypeProperty("version", Optional.empty(), Optional.empty()));
        assertThat(content.asked())
                .extracting(ArchetypeProperty::key)
                .containsExactly("kind", "version", "groupId", "artifactId", "package");
    }

    @Test
    void an_old_archetype_asks_for_the_standard_ones() {
        ArchetypeContent content = read(TestArchetype.in(folder)
                .entry(
                        "META-INF/archetype.xml",
                        "<archetype><id>old</id><allowPartial>true</allowPartial></archetype>"));

        assertThat(content.kind()).isEqualTo(ArchetypeKind.OLD);
        assertThat(content.id()).isEqualTo("old");
        assertThat(content.partial()).isTrue();
        assertThat(content.asked())
                .extracting(ArchetypeProperty::key)
                .containsExactly("groupId", "artifactId", "version", "package");
    }

    @Test
    void test_projects_are_found_where_the_jar_carries_them() {
        ArchetypeContent content = read(TestArchetype.in(folder)
                .entry("projects/basic/archetype.properties", "groupId=g\nartifactId=a\n")
                .entry("projects/basic/goal.txt", "verify\n")
                .entry("projects/basic/reference/src/A.java", "class A {}")
                .entry("src/test/resources/projects/bare/archetype.properties", "b=1")
                .entry("other/archetype.properties", "x=1")
                .resource("projects/no/archetype.properties", "x=1"));

        assertThat(content.tests()).extracting(ArchetypeTestProject::name).containsExactly("basic", "bare");
        ArchetypeTestProject basic = content.tests().get(0);
        assertThat(basic.properties()).isEqualTo(Map.of("groupId", "g", "artifactId", "a"));
        assertThat(basic.goal()).isEqualTo("verify");
        assertThat(basic.reference()).hasSize(1).allSatisfy((path, bytes) -> {
            assertThat(path.text()).isEqualTo("src/A.java");
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("class A {}");
        });
        assertThat(content.tests().get(1).goal()).isEmpty();
        assertThat(content.tests().get(1).reference()).isEmpty();
        assertThat(problem(() -> read(TestArchetype.in(folder).entry("projects/a/archetype.properties", "a=\\u00zz")))
                        .toString())
                .startsWith("PACKS-126 test.jar!/projects/a/archetype.properties:");
    }

    @Test
    void what_is_no_archetype_is_told_with_its_place() {
        for (String descriptor : List.of("<archetype-descriptor", "")) {
            assertThat(problem(() -> read(TestArchetype.in(folder).entry(METADATA, descriptor)))
                            .toString())
                    .startsWith("PACKS-126 test.jar!/" + METADATA);
        }
        assertThat(problem(() -> read(TestArchetype.in(folder).entry("META-INF/maven/archetype.xml", "<archetype")))
                        .toString())
                .startsWith("PACKS-126 test.jar!/META-INF/maven/archetype.xml");
        assertThat(problem(() -> read(TestArchetype.in(folder).property("a", "<validationRegex>[</validationRegex>")))
                        .toString())
                .contains("validationRegex of `a`");
        assertThat(problem(() -> read(TestArchetype.in(folder).property("", "")))
                        .toString())
                .contains("has no key");
    }

    @Test
    void a_jar_without_a_descriptor_is_no_archetype() throws Exception {
        Path jar = folder.resolve("plain.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("a.txt"));
        }

        assertThat(problem(() -> new BridgeEngine().read(jar)).code()).isEqualTo(ProblemCode.ARCHETYPE_INVALID);
        assertThat(problem(() -> new BridgeEngine().read(folder.resolve("gone.jar")))
                        .code())
                .isEqualTo(ProblemCode.READ_FAILED);
    }

    @Test
    void a_descriptor_that_is_cut_off_is_told_with_a_way_out() throws Exception {
        Path jar = folder.resolve("cut.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/maven/archetype-metadata.xml"));
            zip.write("<archetype-descriptor name=\"cut\">".getBytes(StandardCharsets.UTF_8));
        }

        Problem problem = problem(() -> new BridgeEngine().read(jar));

        assertThat(problem.code()).isEqualTo(ProblemCode.ARCHETYPE_INVALID);
        assertThat(problem.message()).contains("the descriptor cannot be read");
        assertThat(problem.help().orElseThrow()).contains("take another version");
    }

    @Test
    void every_property_that_is_missing_is_told() {
        TestArchetype archetype = TestArchetype.in(folder).property("a", "").property("b", "");
        PacksException failure = catchThrowableOfType(PacksException.class, archetype::resolved);

        assertThat(failure.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "the archetype `test` needs a value for `a`", "the archetype `test` needs a value for `b`");
        assertThat(problem(() -> new BridgeEngine()
                                .generate(ArchetypeRun.of(archetype.jar(), Map.of("groupId", "g"), archetype.base())))
                        .code())
                .isEqualTo(ProblemCode.VARIABLE_MISSING);
        assertThat(problem(() -> TestArchetype.in(folder)
                                .property("a", "<defaultValue>${groupId} #if(</defaultValue>")
                                .resolved())
                        .code())
                .isEqualTo(ProblemCode.TEMPLATE_SYNTAX);
        assertThat(problem(() -> TestArchetype.in(folder)
                                .property("a", "<defaultValue>${b}</defaultValue>")
                                .property("b", "<defaultValue>${a}</defaultValue>")
                                .resolved())
                        .code())
                .isEqualTo(ProblemCode.ARCHETYPE_INVALID);
    }

    @Test
    void a_template_that_is_wrong_is_told_with_its_place() {
        assertThat(problem(TestArchetype.in(folder).template("a.txt", "x\n#if(")::generate)
                        .toString())
                .startsWith("PACKS-301 test.jar!/archetype-resources/a.txt:2:");
        assertThat(problem(TestArchetype.in(folder).template("a.txt", "$artifactId.substring(99)")::generate)
                        .toString())
                .startsWith("PACKS-302 test.jar!/archetype-resources/a.txt:1:");
        assertThat(problem(TestArchetype.in(folder).template("a.txt", "$artifactId.matches('[')")::generate)
                        .code())
                .isEqualTo(ProblemCode.TEMPLATE_FAILED);
    }

    @Test
    void what_the_original_warns_of_is_in_the_result() {
        assertThat(TestArchetype.in(folder)
                        .resource("__gone__.txt", "")
                        .filtered("", "__gone__.txt")
                        .generate()
                        .warnings())
                .anyMatch(warning -> warning.contains("'gone' was not specified"));
    }

    @Test
    void the_logger_keeps_warnings_and_nothing_else() {
        Logger logger = LoggerFactory.getLogger(ContentTest.class);
        Warnings.add("nobody listens");
        try (Warnings warnings = Warnings.collect()) {
            logger.warn("plain");
            logger.warn("one {}", 1);
            logger.warn("two {} {}", 1, 2);
            logger.warn("three {} {} {}", 1, 2, 3);
            logger.warn("thrown", new IllegalStateException());
            logger.info("no");
            logger.info("no {}", 1);
            logger.info("no {} {}", 1, 2);
            logger.info("no {} {} {}", 1, 2, 3);
            logger.error("no");
            logger.error("no {}", 1);
            logger.error("no", new IllegalStateException());
            logger.debug("no");
            logger.debug("no {}", 1);
            logger.trace("no");
            assertThat(warnings.texts()).containsExactly("plain", "one 1", "two 1 2", "three 1 2 3", "thrown");
        }
        assertThat(logger.isWarnEnabled()).isTrue();
        assertThat(List.of(
                        logger.isInfoEnabled(),
                        logger.isErrorEnabled(),
                        logger.isDebugEnabled(),
                        logger.isTraceEnabled()))
                .containsOnly(false);
    }

    private static ArchetypeContent read(TestArchetype archetype) {
        return new BridgeEngine().read(archetype.jar());
    }

    private static Problem problem(Runnable work) {
        PacksException failure = catchThrowableOfType(PacksException.class, work::run);
        assertThat(failure).as("nothing was refused").isNotNull();
        return failure.problems().get(0);
    }
}
