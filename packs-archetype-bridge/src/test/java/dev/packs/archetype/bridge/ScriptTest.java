package dev.packs.archetype.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.PacksException;
import dev.packs.archetype.AllowedScript;
import dev.packs.archetype.ArchetypeLimits;
import dev.packs.archetype.ArchetypeResult;
import dev.packs.archetype.ArchetypeRun;
import dev.packs.archetype.ArchetypeScript;
import dev.packs.integrity.Digest;
import groovy.lang.GroovyShell;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts after generation: refused, or run as the original runs them. */
class ScriptTest {

    private static final String SCRIPT = "META-INF/archetype-post-generate.groovy";

    @TempDir
    Path folder;

    @Test
    void a_script_is_told_by_its_text_and_digest() {
        TestArchetype archetype = TestArchetype.in(folder).entry(SCRIPT, "println 'hello'");

        assertThat(new BridgeEngine().read(archetype.jar()).script())
                .contains(new ArchetypeScript("println 'hello'", digest("println 'hello'")));
    }

    @Test
    void a_script_is_refused_with_its_digest_and_nothing_is_generated() {
        TestArchetype archetype = TestArchetype.in(folder).entry(SCRIPT, "println 'hello'");

        assertThatThrownBy(archetype::generate)
                .isInstanceOf(PacksException.class)
                .hasMessageContaining("PACKS-607")
                .hasMessageContaining("-Dpacks.allowScript=" + digest("println 'hello'"));
        assertThat(archetype.tree()).containsOnlyKeys("/");
        assertThatThrownBy(() -> run(archetype, digest("println 'another'")))
                .isInstanceOf(PacksException.class)
                .hasMessageContaining("PACKS-607")
                .hasMessageContaining("another one");
    }

    @Test
    void an_allowed_script_does_not_run_where_the_generation_is_only_planned() throws Exception {
        String script = "new File(request.outputDirectory, 'ran').text = 'x'";
        TestArchetype archetype = TestArchetype.in(folder).entry(SCRIPT, script).template("a.txt", "a");

        ArchetypeResult result = new BridgeEngine()
                .generate(new ArchetypeRun(
                        archetype.jar(),
                        archetype.resolved(),
                        archetype.base(),
                        ArchetypeLimits.standard(),
                        Optional.of(AllowedScript.planned(digest(script)))));

        assertThat(result.files()).extracting(Object::toString).contains("shop/a.txt");
        assertThat(archetype.base().resolve("ran")).doesNotExist();
    }

    @Test
    void an_allowed_script_runs_with_the_originals_bindings() throws Exception {
        String script = """
                def project = new File(request.outputDirectory, request.artifactId)
                new File(project, 'script.txt').text = [request.getGroupId(), request.version, request.package, artifactId,
                    groupId, given, request.properties.getProperty('given'), binding.variables['java.version'] != null,
                    request.interactiveMode, Thread.currentThread().contextClassLoader.URLs[0].file.endsWith('test.jar')].join('|')
                new File(project, 'remove.txt').delete()
                new File(project, 'empty').mkdirs()
                """;
        TestArchetype archetype = TestArchetype.in(folder)
                .entry(SCRIPT, script)
                .property("given", "")
                .given("given", "${artifactId}!")
                .template("remove.txt", "")
                .template("stay.txt", "$given");

        ArchetypeResult result = run(archetype, digest(script));

        assertThat(archetype.tree().get("shop/script.txt"))
                .isEqualTo(
                        "com.acme|1.0-SNAPSHOT|com.acme.shop|shop|com.acme|${artifactId}!|${artifactId}!|true|false|true");
        assertThat(archetype.tree().get("shop/stay.txt")).isEqualTo("shop!");
        assertThat(result.files())
                .extracting(Object::toString)
                .containsExactly("shop/pom.xml", "shop/script.txt", "shop/stay.txt");
        assertThat(result.emptyFolders()).extracting(Object::toString).containsExactly("shop/empty");
    }

    @Test
    void a_script_that_fails_is_a_problem() {
        String script = "throw new IllegalStateException('no luck')";
        assertThatThrownBy(() -> run(TestArchetype.in(folder).entry(SCRIPT, script), digest(script)))
                .isInstanceOf(PacksException.class)
                .hasMessageContaining("PACKS-302")
                .hasMessageContaining("no luck");
    }

    @Test
    void an_old_archetype_runs_none() {
        TestArchetype archetype = TestArchetype.in(folder)
                .entry(SCRIPT, "println 'hello'")
                .entry("META-INF/maven/archetype.xml", "<archetype><id>old</id></archetype>");

        assertThat(new BridgeEngine().read(archetype.jar()).script()).isEmpty();
        assertThat(archetype.generate().files()).extracting(Object::toString).containsExactly("shop/pom.xml");
    }

    private static ArchetypeResult run(TestArchetype archetype, Digest allowed) throws Exception {
        Path groovy = Path.of(GroovyShell.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, String> properties = archetype.resolved();
        return new BridgeEngine()
                .generate(new ArchetypeRun(
                        archetype.jar(),
                        properties,
                        archetype.base(),
                        ArchetypeLimits.standard(),
                        Optional.of(AllowedScript.run(allowed, List.of(groovy)))));
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
