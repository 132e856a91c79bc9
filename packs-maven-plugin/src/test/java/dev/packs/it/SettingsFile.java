package dev.packs.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of one {@link MavenRun}: {@code src/it/settings.xml} with a test's own servers, mirrors, proxies and repositories. */
final class SettingsFile {

    private final Harness harness;
    private boolean interactive;
    private final StringBuilder repositories = new StringBuilder();
    private final StringBuilder servers = new StringBuilder();
    private final StringBuilder mirrors = new StringBuilder();
    private final StringBuilder proxies = new StringBuilder();
    private Path localRepository;
    private Path feed;
    private boolean offline;

    SettingsFile(Harness harness) {
        this.harness = harness;
        this.localRepository = harness.localRepository();
        this.feed = harness.usersRepository();
        this.offline = harness.offline();
    }

    void repository(String id, String url) {
        // Updated always: a test changes its repository between two runs and means it.
        repositories.append("<repository><id>" + id + "</id><url>" + url
                + "</url><releases><updatePolicy>always</updatePolicy></releases>"
                + "<snapshots><enabled>true</enabled><updatePolicy>always</updatePolicy></snapshots></repository>");
    }

    /** Everything but the files of the user's local repository comes from there. */
    void onlyRepository(String id, String url) {
        mirror(id, "external:*", url);
        offline = false;
    }

    void server(String id, String user, String password) {
        servers.append("<server><id>" + id + "</id><username>" + user + "</username><password>" + password
                + "</password></server>");
    }

    void mirror(String id, String of, String url) {
        mirrors.append("<mirror><id>" + id + "</id><mirrorOf>" + of + "</mirrorOf><url>" + url + "</url></mirror>");
    }

    void proxy(int port, String user, String password) {
        proxies.append("<proxy><id>proxy</id><active>true</active><protocol>http</protocol><host>127.0.0.1</host><port>"
                + port + "</port>");
        if (!user.isEmpty()) {
            proxies.append("<username>" + user + "</username><password>" + password + "</password>");
        }
        proxies.append("<nonProxyHosts></nonProxyHosts></proxy>");
    }

    /** Fed from the tests' repository rather than the user's, as only that one has the plugin. */
    void localRepository(Path repository) {
        localRepository = repository;
        feed = harness.localRepository();
    }

    /** Somebody may be asked. */
    void interactive() {
        interactive = true;
    }

    Path write() throws IOException {
        String text = Files.readString(harness.settings(), StandardCharsets.UTF_8)
                .replace("<interactiveMode>false<", "<interactiveMode>" + interactive + "<")
                .replace("@localRepository@", localRepository.toString())
                .replace("@it.offline@", Boolean.toString(offline))
                .replace("@users.repository.url@", feed.toUri().toString())
                .replace("<!--repositories-->", repositories)
                .replace("<!--servers-->", servers)
                .replace("<!--mirrors-->", mirrors)
                .replace("<!--proxies-->", proxies);
        if (!feed.equals(harness.usersRepository())) {
            text = text.replace("<enabled>false</enabled>", "<enabled>true</enabled>");
            // The tests' repository may lack what only the user's has been asked for so far.
            for (String kind : new String[] {"repositor", "pluginRepositor"}) {
                text = text.replace(
                        "</" + kind + "ies>",
                        "<" + kind + "y><id>users-files</id><url>"
                                + harness.usersRepository().toUri()
                                + "</url><releases><updatePolicy>never</updatePolicy><checksumPolicy>ignore</checksumPolicy></releases></"
                                + kind + "y></" + kind + "ies>");
            }
        }
        Path file = Files.createTempFile(harness.scratch(), "settings", ".xml");
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
