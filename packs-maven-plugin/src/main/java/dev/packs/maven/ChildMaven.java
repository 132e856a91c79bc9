package dev.packs.maven;

import dev.packs.hook.GuardedProcess;
import dev.packs.operation.CaseBuild;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds as this build does: with the same Maven and Java, settings, local repository and store, and offline where it is. Properties that somebody typed are not passed on. It ends with this build, and what it started with it. */
final class ChildMaven implements CaseBuild {

    private final MavenCall call;
    private final int seconds;

    /** @param seconds after which a build is stopped */
    ChildMaven(MavenCall call, int seconds) {
        this.call = call;
        this.seconds = seconds;
    }

    @Override
    public Optional<String> run(Path project, List<String> arguments, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments));
        builder.directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // Otherwise Maven looks for a .mvn further up, and takes this project's for the generated one's.
        environment.put("MAVEN_BASEDIR", project.toString());
        environment.remove("MAVEN_PROJECTBASEDIR");
        environment.remove("MAVEN_ARGS");
        try (GuardedProcess process = GuardedProcess.start(builder)) {
            if (!process.await(Duration.ofSeconds(seconds))) {
                return Optional.of("was stopped after " + seconds + " seconds, which -Dpacks.buildTimeout=… changes");
            }
            return process.exitValue() == 0 ? Optional.empty() : Optional.of("failed");
        } catch (IOException failed) {
            return Optional.of("could not be started: " + failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("was interrupted");
        }
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(executable().toString());
        command.add("-B");
        if (call.session().isOffline()) {
            command.add("-o");
        }
        addFile(command, "-s", call.session().getRequest().getUserSettingsFile());
        addFile(command, "-gs", call.session().getRequest().getGlobalSettingsFile());
        command.add("-Dmaven.repo.local="
                + call.repositorySession().getLocalRepository().getBasedir());
        File home = call.parameters().home();
        if (home != null) {
            command.add("-Dpacks.home=" + call.folder().resolve(home.toPath()));
        }
        command.addAll(arguments);
        return command;
    }

    private static void addFile(List<String> command, String option, @Nullable File file) {
        if (file != null && file.isFile()) {
            command.add(option);
            command.add(file.getPath());
        }
    }

    private Path executable() {
        Path bin = Path.of(call.session().getSystemProperties().getProperty("maven.home"))
                .resolve("bin");
        boolean isWindows = File.separatorChar == '\\';
        return bin.resolve(isWindows ? "mvn.cmd" : "mvn");
    }
}
