package dev.packs.it;

import java.nio.file.Path;

/**
 * Where the build that runs the tests keeps what they need. Known inside {@code mvn verify} alone, from the system properties that failsafe sets.
 *
 * @param mavenHome the Maven that runs the build
 * @param usersRepository the user's local repository, never written to
 * @param localRepository the integration tests' own, with the plugin of this build in it
 * @param settings the template {@code src/it/settings.xml}
 * @param scratch a folder for what tests write
 * @param version of Packs
 * @param offline whether the build itself is
 */
public record Harness(
        Path mavenHome,
        Path usersRepository,
        Path localRepository,
        Path settings,
        Path scratch,
        String version,
        boolean offline) {

    private static final String PREFIX = "packs.it.";

    static Harness ofBuild() {
        return new Harness(
                Path.of(require("maven.home")),
                Path.of(require("users.repository")),
                Path.of(require("local.repository")),
                Path.of(require("settings")),
                Path.of(require("scratch")),
                require("version"),
                require("network").equals("offline=true"));
    }

    private static String require(String name) {
        String value = System.getProperty(PREFIX + name);
        if (value == null) {
            throw new IllegalStateException("`" + PREFIX + name
                    + "` is not set\nhelp: run the test by `mvn verify -Dit.test=…`, which sets it");
        }
        return value;
    }

    /** The plugin of this build, as {@code group:name:version}. */
    public static String plugin() {
        return "dev.packs:packs-maven-plugin:" + ofBuild().version();
    }
}
