package dev.packs.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Maven as a child process, as an integration test needs it: the local repository and settings of the tests, a home of its own, a store of its own, no {@code PACKS_HOME}.
 *
 * <pre>{@code
 * MavenResult result = MavenRun.in(folder)
 *         .repository("market", repository.url())
 *         .run("packs:install", "-Dpack=com.acme:starter");
 * result.fails().shows("PACKS-201");
 * }</pre>
 */
public final class MavenRun {

    private final Harness harness = Harness.ofBuild();
    private final SettingsFile settings;
    private final Path folder;
    private final List<String> jvmOptions = new ArrayList<>();
    private final Map<String, String> environment = new java.util.TreeMap<>();
    private Path mavenHome = harness.mavenHome();
    private Path packsHome;
    private boolean offline = harness.offline();
    private Duration timeout = Duration.ofMinutes(2);

    private MavenRun(Path folder) {
        this.folder = folder;
        this.packsHome = folder.resolveSibling(folder.getFileName() + ".packs-home");
        this.settings = new SettingsFile(harness);
    }

    /** In this working folder, made if it is missing. The store is a folder beside it, so that runs in one folder share it. */
    public static MavenRun in(Path folder) {
        return new MavenRun(folder.toAbsolutePath());
    }

    /** With one more repository, asked after the user's local one and before Central. */
    public MavenRun repository(String id, String url) {
        settings.repository(id, url);
        return this;
    }

    /** With this as the only repository beside the user's local one, so that nobody else is asked and the run needs no network, even where the build is offline. */
    public MavenRun onlyRepository(String id, String url) {
        settings.onlyRepository(id, url);
        offline = false;
        return this;
    }

    /** With a user and password for the repository or mirror of this id. */
    public MavenRun server(String id, String user, String password) {
        settings.server(id, user, password);
        return this;
    }

    /** @param of which repositories, as in Maven's {@code mirrorOf} */
    public MavenRun mirror(String id, String of, String url) {
        settings.mirror(id, of, url);
        return this;
    }

    /** With an HTTP proxy on 127.0.0.1; an empty user needs no login. */
    public MavenRun proxy(int port, String user, String password) {
        settings.proxy(port, user, password);
        return this;
    }

    /** With {@code packs.home} there. */
    public MavenRun packsHome(Path home) {
        packsHome = home;
        return this;
    }

    public Path packsHome() {
        return packsHome;
    }

    /** With another local repository than the tests'; an empty one is filled from the tests', read only. */
    public MavenRun localRepository(Path repository) {
        settings.localRepository(repository);
        return this;
    }

    public MavenRun mavenHome(Path home) {
        mavenHome = home;
        return this;
    }

    /** With {@code -o}. Files of the user's local repository stay in reach, as those of nobody's network. */
    public MavenRun offline() {
        offline = true;
        return this;
    }

    public MavenRun environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public MavenRun jvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    /** After which the run is killed and the test fails; two minutes unless set. */
    public MavenRun timeout(Duration limit) {
        timeout = limit;
        return this;
    }

    /** Runs to the end. */
    public MavenResult run(String... arguments) {
        try (RunningMaven running = start(arguments)) {
            return running.await();
        }
    }

    /** Starts and does not wait. */
    public RunningMaven start(String... arguments) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(harness.scratch());
            Path log = Files.createTempFile(harness.scratch(), "maven", ".log");
            ProcessBuilder process = new ProcessBuilder(command(true, arguments))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(log.toFile());
            prepare(process.environment());
            return new RunningMaven(process.start(), log, timeout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts at a pseudo-terminal, so that somebody may be asked; without {@code -B} unless it is among the arguments. */
    public MavenAtTerminal startAtTerminal(String... arguments) {
        try {
            Files.createDirectories(folder);
            settings.interactive();
            Map<String, String> variables = new java.util.TreeMap<>(System.getenv());
            variables.put("TERM", "xterm");
            prepare(variables);
            variables.remove("CI");
            return MavenAtTerminal.start(command(false, arguments), folder, variables, timeout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(boolean batch, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(mavenHome
                .resolve("bin")
                .resolve(isWindows() ? "mvn.cmd" : "mvn")
                .toString());
        if (batch) {
            command.add("-B");
        }
        command.addAll(List.of("-ntp", "-s", settings.write().toString()));
        if (offline) {
            command.add("-o");
        }
        command.add("-Dpacks.home=" + packsHome);
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private void prepare(Map<String, String> variables) throws IOException {
        variables.keySet().removeAll(List.of("PACKS_HOME", "MAVEN_ARGS", "MAVEN_PROJECTBASEDIR", "M2_HOME"));
        Path home = Files.createDirectories(harness.scratch().resolve("home"));
        variables.put("MAVEN_SKIP_RC", "true");
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        List<String> options = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.home=" + home,
                "-Daether.offline.protocols=file"));
        options.addAll(jvmOptions);
        variables.put("MAVEN_OPTS", String.join(" ", options));
        variables.putAll(environment);
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    private static File nothing() {
        return new File(isWindows() ? "NUL" : "/dev/null");
    }
}
