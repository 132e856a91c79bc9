package dev.packs.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody fetches everything with {@code dependency:go-offline} into an empty local repository, and then has no network. Only of Packs and its packs: what else a build needs is not ours. */
class OfflineLaptopIT {

    private static final String GO_OFFLINE = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:go-offline";
    private static final String GROUP = "com.acme.offline";

    @TempDir
    private Path folder;

    @Test
    void what_go_offline_fetched_is_enough() throws IOException {
        new PackRepositoryBuilder(folder.resolve("market"))
                .add(TestPack.of(GROUP, "made", "1.0.0").template("word", "word.txt", "hello\n"));
        Path work = Files.createDirectory(folder.resolve("work"));
        Files.writeString(work.resolve("pom.xml"), pom(), StandardCharsets.UTF_8);

        maven(work).run(GO_OFFLINE, "-DincludeGroupIds=dev.packs," + GROUP).succeeds();

        withoutNetwork(work).run("generate-sources").succeeds().shows("made: 1 created", "rules: ");
        withoutNetwork(folder.resolve("elsewhere"))
                .run(Harness.plugin() + ":generate", "-Dpack=cli-app", "-Dname=tool")
                .succeeds();
    }

    @Test
    void what_was_never_fetched_is_missed_with_a_way_out() throws IOException {
        new PackRepositoryBuilder(folder.resolve("market"))
                .add(TestPack.of(GROUP, "other", "1.0.0").template("word", "word.txt", "hello\n"));
        Path work = Files.createDirectory(folder.resolve("work"));
        maven(work).run(Harness.plugin() + ":list").succeeds();

        withoutNetwork(work)
                .run(Harness.plugin() + ":generate", "-Dpack=" + GROUP + ":other", "-Dname=tool")
                .fails()
                .shows("PACKS-", "offline")
                .doesNotShow("Cannot access");
    }

    private MavenRun maven(Path work) {
        return MavenRun.in(work)
                .repository("market", folder.resolve("market").toUri().toString())
                .localRepository(folder.resolve("local-repository"))
                .packsHome(folder.resolve("store"));
    }

    /** Not even files count as near. */
    private MavenRun withoutNetwork(Path work) {
        return maven(work).offline().jvmOption("-Daether.offline.protocols=none");
    }

    /** With a pack of a repository, as a dependency, and an embedded one. */
    private static String pom() {
        return TestPom.declaring(GROUP, "made", "1.0.0")
                .replace("<executions>", "<extensions>true</extensions>\n<executions>")
                .replace("</packs>", """
                          <pack>
                            <id>rules</id>
                            <groupId>dev.packs.starters</groupId>
                            <artifactId>base-java</artifactId>
                            <version>1.0.0</version>
                            <variables>
                              <author>Ada</author>
                              <year>2026</year>
                            </variables>
                          </pack>
                        </packs>
                        """)
                .replace("<build>", """
                        <dependencies>
                          <dependency>
                            <groupId>%s</groupId>
                            <artifactId>made</artifactId>
                            <version>1.0.0</version>
                            <type>pack</type>
                            <scope>provided</scope>
                          </dependency>
                        </dependencies>
                        <build>
                        """.formatted(GROUP));
    }
}
