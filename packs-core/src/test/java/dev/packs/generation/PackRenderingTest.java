package dev.packs.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileMode;
import dev.packs.io.FolderTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.FileSet;
import dev.packs.pack.ForEach;
import dev.packs.pack.Overwrite;
import dev.packs.pack.PackageRequest;
import dev.packs.pack.TemplateEngine;
import dev.packs.version.VersionConstraint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackRenderingTest {

    @TempDir
    Path folder;

    private TestPack base;
    private TestPack web;

    @BeforeEach
    void makePacks() {
        base = new TestPack(folder.resolve("base"), "base");
        web = new TestPack(folder.resolve("web"), "web").dependsOn(base);
    }

    private record Outcome(List<RenderedFile> files, List<Problem> problems) {}

    private Outcome render() {
        List<RenderedFile> files = new ArrayList<>();
        List<Problem> problems = TestPack.rendering(base, web).render(files::add);
        return new Outcome(files, problems);
    }

    private Map<String, String> texts() {
        Outcome outcome = render();
        assertThat(outcome.problems()).isEmpty();
        Map<String, String> texts = new TreeMap<>();
        for (RenderedFile file : outcome.files()) {
            texts.put(file.path().text(), new String(file.content().bytes(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private List<String> problems() {
        return render().problems().stream()
                .map(problem -> problem.code() + " " + problem.message())
                .toList();
    }

    @Test
    void templates_see_variables_their_pack_and_their_packages() {
        web.value("name", "Jo")
                .template("a", "out/<name>.txt", "<name> <pack.group>:<pack.id>:<pack.version> <packages.g:a>");
        web.packages.add(request("g:a", null, null, List.of()));
        web.installed.put("g:a", new PackageContent("5.3", FolderTree.read(base.folder)));
        assertThat(texts()).containsExactly(Map.entry("out/Jo.txt", "Jo com.acme:web:1.0.0 {path=null, version=5.3}"));
    }

    @Test
    void a_template_whose_when_is_false_makes_nothing_and_may_be_wrong() {
        web.value("on", false).file("templates/a", "@boom@").template("a", "a.txt", "on", null);
        assertThat(texts()).isEmpty();
        web.value("on", true);
        assertThat(problems()).containsExactly("TEMPLATE_FAILED boom");
    }

    @Test
    void for_each_makes_a_file_for_each_item() {
        web.value("entities", List.of(Map.of("name", "A"), Map.of("name", "B")))
                .file("templates/e", "class <entity.name>")
                .template("e", "<entity.name>.java", null, new ForEach("entity", "entities", false));
        assertThat(texts()).isEqualTo(Map.of("A.java", "class A", "B.java", "class B"));
        web.value("entities", null);
        assertThat(texts()).isEmpty();
        web.value("entities", "text");
        assertThat(problems()).singleElement().asString().contains("is no list");
    }

    @Test
    void a_template_goes_to_its_engine() {
        web.value("x", "1")
                .file("templates/v", "<x>")
                .template("v", "v.txt", null, null, TemplateEngine.VELOCITY, Overwrite.NEVER, null);
        assertThat(texts()).isEqualTo(Map.of("v.txt", "velocity: 1"));
    }

    @Test
    void all_problems_are_reported_and_the_good_files_are_there() {
        web.template("a", "a.txt", "@boom@")
                .template("b", "b.txt", "<nobody>")
                .template("c", "../c.txt", "c")
                .template("d", "d.txt", "fine");
        web.template("missing", "m.txt", null, null);
        Outcome outcome = render();
        assertThat(outcome.problems().stream().map(Problem::code))
                .containsExactlyInAnyOrder(
                        ProblemCode.TEMPLATE_FAILED,
                        ProblemCode.VARIABLE_UNDEFINED,
                        ProblemCode.PATH_ESCAPES,
                        ProblemCode.TEMPLATE_MISSING);
        assertThat(outcome.files()).extracting(file -> file.path().text()).containsExactly("d.txt");
    }

    @Test
    void no_output_leaves_the_folder_or_enters_those_of_other_tools() {
        for (String path : List.of(
                "../x",
                "/x",
                "a/../../x",
                ".git/hooks/x",
                "a/.GIT/config",
                ".mvn/jvm.config",
                ".Mvn/x",
                "git~1/x",
                ".packs/answers.toml",
                "a\\b",
                "con",
                "a//b",
                "")) {
            web.templates.clear();
            web.value("path", path).template("a", "<path>", "x");
            assertThat(problems()).as(path).singleElement().asString().startsWith("PATH_ESCAPES");
        }
        for (String path : List.of(".gitignore", ".github/x.yml", "a/.packs/x")) {
            web.templates.clear();
            web.value("path", path).template("a", "<path>", "x");
            assertThat(texts()).containsKey(path);
        }
    }

    @Test
    void two_files_with_one_path_collide_unless_their_packs_depend_on_each_other() {
        base.template("a", "same.txt", "of base");
        web.template("b", "same.txt", "of web");
        assertThat(texts()).isEqualTo(Map.of("same.txt", "of web"));
        web.dependencies.clear();
        assertThat(problems())
                .containsExactly("OUTPUT_COLLISION `same.txt` would be written twice: by the template a of"
                        + " com.acme:base:1.0.0 and by the template b of com.acme:web:1.0.0");
        base.templates.clear();
        web.template("c", "same.txt", "again");
        assertThat(problems()).hasSize(1);
    }

    @Test
    void names_that_a_file_system_may_take_for_one_collide() {
        web.template("a", "Read.me", "x").template("b", "READ.ME", "y");
        assertThat(problems()).singleElement().asString().contains("which many file systems take for one");
        web.templates.clear();
        web.template("a", "caf\u00e9", "x").template("b", "cafe\u0301", "y");
        assertThat(problems()).hasSize(1);
    }

    @Test
    void a_file_cannot_be_where_another_needs_a_folder() {
        web.template("a", "src/main", "x").template("b", "src/main/App.java", "y");
        assertThat(problems()).singleElement().asString().contains("a file").contains("and a folder");
    }

    @Test
    void files_are_copied_byte_for_byte_with_their_executable_bits() throws IOException {
        byte[] binary = {0, (byte) 0xff, '<', 10, 13};
        Files.createDirectories(web.folder.resolve("files/bin"));
        Files.write(web.folder.resolve("files/logo.png"), binary);
        Path script = Files.writeString(web.folder.resolve("files/bin/run"), "#!");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        List<RenderedFile> files = render().files();
        assertThat(files).extracting(file -> file.path().text()).containsExactly("bin/run", "logo.png");
        assertThat(files).extracting(RenderedFile::mode).containsExactly(FileMode.EXECUTABLE, FileMode.PLAIN);
        assertThat(files.get(1).content().bytes()).isEqualTo(binary);
    }

    private static FileSet set(String source, @Nullable String output, @Nullable String permissions) {
        return new FileSet(
                source,
                Optional.ofNullable(output),
                Optional.empty(),
                Overwrite.NEVER,
                Optional.ofNullable(permissions));
    }

    @Test
    void sets_of_files_are_cut_at_their_first_wildcard_and_moved_to_their_output() {
        web.value("to", "static")
                .file("files/a/x.css", "x")
                .file("files/a/b/y.css", "y")
                .file("files/z.txt", "z");
        web.files.add(set("files/a/**", "<to>/css", null));
        web.files.add(set("files/z.txt", "renamed.txt", "0755"));
        assertThat(texts()).containsOnlyKeys("static/css/x.css", "static/css/b/y.css", "renamed.txt");
        assertThat(render().files().get(0).mode()).isEqualTo(FileMode.EXECUTABLE);
        web.files.add(set("nothing/**", null, null));
        assertThat(problems()).singleElement().asString().startsWith("TEMPLATE_MISSING");
    }

    @Test
    void the_copy_engine_renders_only_the_name() {
        web.value("n", "x").file("templates/raw", "<n>");
        web.template("raw", "<n>.txt", null, null, TemplateEngine.COPY, Overwrite.NEVER, "0700");
        assertThat(texts()).isEqualTo(Map.of("x.txt", "<n>"));
    }

    private static PackageRequest request(
            String name, @Nullable String installPath, @Nullable String root, List<String> include) {
        return new PackageRequest(
                name,
                VersionConstraint.parse("*"),
                "jar",
                "",
                false,
                false,
                Optional.ofNullable(installPath).map(RelativePath::parse),
                Optional.ofNullable(root).map(RelativePath::parse),
                include);
    }

    private PackageContent installed(String... paths) {
        Path root = folder.resolve("package");
        for (String path : paths) {
            TestPack.write(root.resolve(path), path);
        }
        return new PackageContent("5.3.3", FolderTree.read(root));
    }

    @Test
    void of_a_webjar_its_own_folder_is_copied() {
        String own = "META-INF/resources/webjars/bootstrap/5.3.3/";
        web.packages.add(request("g:bootstrap", "static/vendor", null, List.of()));
        web.installed.put(
                "g:bootstrap",
                installed(own + "css/b.css", own + "js/b.js", "META-INF/MANIFEST.MF", "META-INF/maven/pom.xml"));
        assertThat(texts()).containsOnlyKeys("static/vendor/css/b.css", "static/vendor/js/b.js");
    }

    @Test
    void of_other_packages_everything_but_meta_inf_is_copied() {
        web.packages.add(request("g:a", "lib", null, List.of()));
        web.installed.put("g:a", installed("x/a.txt", "META-INF/MANIFEST.MF"));
        assertThat(texts()).containsOnlyKeys("lib/x/a.txt");
    }

    @Test
    void root_and_include_choose_what_is_copied() {
        web.packages.add(request("g:a", "lib", "META-INF/x", List.of("**/*.css")));
        web.installed.put("g:a", installed("META-INF/x/a/b.css", "META-INF/x/c.js", "META-INF/y.css"));
        assertThat(texts()).containsOnlyKeys("lib/a/b.css");
        web.packages.set(0, request("g:a", "lib", "nothing", List.of()));
        assertThat(problems()).singleElement().asString().contains("nothing in the package g:a");
    }

    @Test
    void a_package_that_is_not_there_is_left_out() {
        web.packages.add(request("g:a", "lib", null, List.of()));
        assertThat(texts()).isEmpty();
    }
}
