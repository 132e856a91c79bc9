package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the other integration tests take for granted. */
class HarnessIT {

    @TempDir
    private Path folder;

    @Test
    void a_goal_runs_in_an_empty_folder() {
        MavenRun.in(folder.resolve("work"))
                .run(Harness.plugin() + ":help")
                .succeeds()
                .shows("packs:help", "BUILD SUCCESS");
    }

    @Test
    void the_users_home_is_out_of_reach() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(
                work.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>${user.home}</artifactId>"
                        + "<version>1</version><packaging>pom</packaging></project>");
        MavenRun.in(work)
                .environment("PACKS_HOME", "")
                .run("-X", "validate")
                .fails()
                .shows(Harness.ofBuild().scratch().resolve("home").toString());
    }

    @Test
    void a_local_repository_of_ones_own_is_filled_without_a_network() {
        Path own = folder.resolve("repository");
        MavenRun.in(folder.resolve("work"))
                .localRepository(own)
                .offline()
                .run(Harness.plugin() + ":help")
                .succeeds();
        assertThat(own.resolve("dev/packs/packs-maven-plugin")).isDirectory();
    }

    @Test
    void a_killed_run_is_gone() throws IOException {
        try (FaultyRepository repository = FaultyRepository.serving(folder.resolve("repository"))) {
            repository.fail("**", new Fault.Stall(Duration.ofMinutes(5)));
            RunningMaven running = MavenRun.in(folder.resolve("work"))
                    .repository("stalling", repository.url())
                    .mirror("stalling", "central", repository.url())
                    .start("com.acme.missing:missing-maven-plugin:1:go");
            running.awaitThat(() -> running.output().contains("Scanning"));
            running.kill();
            assertThat(running.await().exitCode()).isNotZero();
        }
    }
}
