package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs that need a third one in different versions are composed, and the composition is published and used by somebody else. */
class SavedCompositionIT {

    private static final String GROUP = "com.acme.saved";
    private static final String COMPOSE = "packs:compose";

    @TempDir
    private Path folder;

    private static TestPack needing(String id, String constraint) {
        return TestPack.of(GROUP, id, "1.0.0")
                .dependsOn(GROUP + ":shared", constraint)
                .template(id, id + ".txt", id + " for [(${project_name})]\n")
                .with("[[variables]]\nname = \"project_name\"\nrequired = true")
                .with("[[hooks.post_generate]]\nrun = [\"touch\", \"hooked\"]");
    }

    private void fill() {
        PackRepositoryBuilder market = new PackRepositoryBuilder(folder.resolve("market"));
        for (String version : new String[] {"1.2.0", "1.5.0", "1.9.0", "2.0.0"}) {
            market.add(TestPack.of(GROUP, "shared", version).file("files/shared.txt", version + "\n"));
        }
        market.add(needing("left", "^1.0"));
        market.add(needing("right", ">=1.2 <1.9"));
        market.add(needing("newer", "^2.0"));
    }

    @Test
    void it_is_resolved_together_published_installed_and_generated_like_any_other() throws Exception {
        fill();
        try (FaultyRepository market = FaultyRepository.serving(folder.resolve("market"))) {
            MavenRun author = MavenRun.in(folder.resolve("author")).onlyRepository("market", market.url());
            author.run(
                            COMPOSE,
                            "-Dpack=" + GROUP + ":left," + GROUP + ":right",
                            "-Dname=app",
                            "-Dpacks.saveAs=shared-stack",
                            "-Dpacks.hooks=run")
                    .succeeds()
                    .shows(
                            "PACKS-157 the pack " + GROUP + ":left:1.0.0 has 1 hook, and a composition runs none",
                            "PACKS-157 the pack " + GROUP + ":right:1.0.0",
                            "Generated `app` from " + GROUP + ":left 1.0.0 and " + GROUP
                                    + ":right 1.0.0 (with shared 1.5.0)");
            Tree app = Tree.of(folder.resolve("author/app"));
            app.holdsExactly("left.txt", "right.txt", "shared.txt", ".packs/answers.toml", ".packs/packs.lock");
            assertThat(app.text("shared.txt")).isEqualTo("1.5.0\n");

            MavenRun.in(folder.resolve("author/shared-stack"))
                    .onlyRepository("market", market.url())
                    .run("packs:publish", "-DaltDeploymentRepository=market::" + market.url())
                    .succeeds()
                    .shows("Published com.example.packs:shared-stack:1.0.0");

            MavenRun user = MavenRun.in(folder.resolve("user")).onlyRepository("market", market.url());
            String pack = "-Dpack=com.example.packs:shared-stack";
            user.run("packs:install", pack).succeeds().shows("shared-stack: 4 packs in 3 levels");
            assertThat(folder.resolve("user/packs.lock"))
                    .content()
                    .contains("id = \"shared-stack\"", "id = \"shared\"");
            user.run("packs:generate", pack, "-Dname=app")
                    .succeeds()
                    .shows("only those of the pack that you name can", "from com.example.packs:shared-stack 1.0.0");
            Tree again = Tree.of(folder.resolve("user/app"));
            again.holdsExactly(app.files().keySet().toArray(String[]::new));
            for (String file : new String[] {"left.txt", "right.txt", "shared.txt"}) {
                assertThat(again.text(file)).as(file).isEqualTo(app.text(file));
            }
        }
    }

    @Test
    void packs_that_need_what_no_version_can_be_are_told_with_both_constraints() {
        fill();
        try (FaultyRepository market = FaultyRepository.serving(folder.resolve("market"))) {
            MavenRun.in(folder.resolve("author"))
                    .onlyRepository("market", market.url())
                    .run(COMPOSE, "-Dpack=" + GROUP + ":left," + GROUP + ":newer", "-Dname=app")
                    .fails()
                    .shows(
                            "PACKS-402",
                            GROUP + ":left 1.0.0 depends on " + GROUP + ":shared ^1.0 and ",
                            ":shared ^2.0",
                            "help: leave out");
        }
        assertThat(folder.resolve("author/app")).doesNotExist();
        assertThat(Files.exists(folder.resolve("author/packs.lock"))).isFalse();
    }
}
