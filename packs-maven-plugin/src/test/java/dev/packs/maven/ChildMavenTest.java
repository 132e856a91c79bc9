package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ChildMavenTest {

    @TempDir
    private Path folder;

    /** Runs a script in the place of Maven. */
    private Optional<String> run(int seconds, String script) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("maven/bin"));
        Path mvn = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\n" + script);
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
        MavenCall call = TestCalls.of(folder, MojoExecution.Source.CLI, new MavenProject(), Map.of());
        call.session()
                .getSystemProperties()
                .setProperty("maven.home", folder.resolve("maven").toString());
        LocalRepository local = new LocalRepository(folder.resolve("repository").toFile());
        ((DefaultRepositorySystemSession) call.repositorySession())
                .setLocalRepositoryManager((LocalRepositoryManager) Proxy.newProxyInstance(
                        ChildMavenTest.class.getClassLoader(),
                        new Class<?>[] {LocalRepositoryManager.class},
                        (proxy, method, arguments) -> local));
        Path project = Files.createDirectories(folder.resolve("project"));
        return new ChildMaven(call, seconds).run(project, List.of("verify"), folder.resolve("build.log"));
    }

    private boolean isAlive(String file) throws IOException {
        long pid = Long.parseLong(
                Files.readString(folder.resolve("project").resolve(file)).strip());
        return ProcessHandle.of(pid).filter(ChildMavenTest::isNoZombie).isPresent();
    }

    /** One that has ended may wait for a parent that never asks. */
    private static boolean isNoZombie(ProcessHandle process) {
        try {
            return !Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"))
                    .contains(") Z ");
        } catch (IOException gone) {
            return process.isAlive() && !Files.isDirectory(Path.of("/proc/self"));
        }
    }

    @Test
    void what_a_build_leaves_running_ends_with_it() throws IOException {
        assertThat(run(30, "sleep 60 &\necho $! > left\necho \"$@\"\n")).isEmpty();

        assertThat(isAlive("left")).isFalse();
        assertThat(folder.resolve("build.log")).content().contains("-B", "verify");
    }

    @Test
    void a_build_that_takes_too_long_is_stopped_with_all_that_it_started() throws IOException {
        assertThat(run(1, "sleep 60 &\necho $! > left\nwait\n"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("was stopped after 1 seconds"));

        assertThat(isAlive("left")).isFalse();
    }

    @Test
    void a_build_that_fails_says_so() throws IOException {
        assertThat(run(30, "exit 1\n")).hasValue("failed");
    }
}
