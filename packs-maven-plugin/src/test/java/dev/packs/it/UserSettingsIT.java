package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's settings say how repositories are reached, as they do for everything else in Maven. */
class UserSettingsIT {

    private static final String GROUP = "com.acme.settings";

    @TempDir
    private Path folder;

    @Test
    void a_pack_and_its_package_come_through_a_proxy_from_a_mirror_that_asks_for_a_login() throws IOException {
        new PackRepositoryBuilder(folder.resolve("market"))
                .add(TestPack.of(GROUP, "styled", "1.0.0")
                        .installs(GROUP + ":widgets", "^1.0")
                        .template(
                                "page",
                                "page.txt",
                                "uses widgets [(${packages['com.acme.settings:widgets'].version})]"))
                .addPackage(GROUP + ":widgets:1.2.0", Map.of("widget.css", "a {}"));
        String[] generate = {Harness.plugin() + ":generate", "-Dpack=" + GROUP + ":styled@^1.0", "-Dname=page"};
        // One server plays both: names that nobody can resolve are only reached through the proxy.
        try (FaultyRepository server = FaultyRepository.serving(folder.resolve("market"))) {
            server.requireLogin("reader", "secret-of-the-mirror").requireProxyLogin("passer", "secret-of-the-proxy");

            String printed = run("first", server).run(generate).succeeds().output();

            assertThat(folder.resolve("first/page/page.txt")).hasContent("uses widgets 1.2.0");
            assertThat(server.requests("**/styled-1.0.0.jar"))
                    .extracting(LoggedRequest::status)
                    .contains(200);
            assertThat(server.requests("**/widgets-1.2.0.jar"))
                    .extracting(LoggedRequest::status)
                    .contains(200);
            assertThat(printed).doesNotContain("secret-of-the");
            assertThat(Tree.of(folder.resolve("first")).text("page/.packs/packs.lock"))
                    .contains("widgets", "sha256:")
                    .doesNotContain("mirror", "127.0.0.1", "invalid");

            int before = server.requests().size();
            run("second", server).offline().run(generate).succeeds();
            assertThat(folder.resolve("second/page/page.txt")).hasContent("uses widgets 1.2.0");
            assertThat(server.requests()).hasSize(before);
        }
    }

    @Test
    void a_wrong_password_is_named_and_not_tried_again() {
        new PackRepositoryBuilder(folder.resolve("market")).add(TestPack.of(GROUP, "closed", "1.0.0"));
        try (FaultyRepository server = FaultyRepository.serving(folder.resolve("market"))) {
            server.requireLogin("reader", "right");

            MavenRun.in(folder.resolve("work"))
                    .localRepository(folder.resolve("repository"))
                    .repository("market", server.url())
                    .server("market", "reader", "wrong-password")
                    .run(Harness.plugin() + ":install", "-Dpack=" + GROUP + ":closed@1.0.0")
                    .fails()
                    .shows("`market`", "401")
                    .doesNotShow("wrong-password");
            assertThat(List.of(
                            server.requests("**/closed-1.0.0.toml").size(),
                            server.requests("**/closed-1.0.0.jar").size()))
                    .allMatch(requests -> requests <= 2);
        }
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    private MavenRun run(String work, FaultyRepository server) {
        return MavenRun.in(folder.resolve(work))
                .localRepository(folder.resolve("repository"))
                .repository("market", "http://market.invalid")
                .mirror("company", "*,!users-local-repository", "http://mirror.invalid")
                .server("company", "reader", "secret-of-the-mirror")
                .proxy(server.port(), "passer", "secret-of-the-proxy");
    }
}
