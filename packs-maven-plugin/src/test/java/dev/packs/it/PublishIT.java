package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author publishes packs to a repository that wants a login, and others use them. */
class PublishIT {

    private static final String GROUP = "com.acme.published";

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void a_pack_project() {
        project = folder.resolve("work/welcome");
        MavenRun.in(folder.resolve("work"))
                .run("packs:init", "-Dname=welcome", "-Dvar.group_id=" + GROUP)
                .succeeds();
    }

    private MavenRun author(FaultyRepository market, String password) {
        return MavenRun.in(project).onlyRepository("mirror", market.url()).server("market", "me", password);
    }

    private void edit(String file, String old, String now) throws IOException {
        Path path = project.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, now));
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static List<String> uploads(FaultyRepository market) {
        return market.requests().stream()
                .filter(request -> request.method().equals("PUT") && request.status() < 300)
                .map(LoggedRequest::path)
                .filter(path -> !path.matches(".*\\.(md5|sha1|sha256|sha512)"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    @Test
    void a_release_is_checked_published_once_and_used() throws IOException {
        try (FaultyRepository market = FaultyRepository.serving(folder.resolve("market"))) {
            String target = "-DaltDeploymentRepository=market::" + market.url();
            author(market, "x")
                    .run("packs:publish")
                    .fails()
                    .shows("PACKS-143", "-DaltDeploymentRepository=releases::https://repository.example.org/releases");

            // Snapshots come and come again, each by way of the login in the settings.
            market.requireLogin("me", "secret");
            author(market, "wrong").run("packs:publish", target).fails().shows("PACKS-210", "`market`", "<servers>");
            author(market, "secret")
                    .run("packs:publish", target)
                    .succeeds()
                    .shows("Published " + GROUP + ":welcome:0.1.0-SNAPSHOT");
            author(market, "secret").run("packs:publish", target).succeeds();

            edit("pom.xml", "0.1.0-SNAPSHOT</version>\n    <packaging>", "1.0.0</version>\n    <packaging>");
            edit("src/main/pack/templates/greeting.md", "[(${greeting})]", "[(${greting})]");
            int before = uploads(market).size();
            author(market, "secret")
                    .run("packs:publish", target)
                    .fails()
                    .shows("greeting.md:1:7", "did you mean `greeting`?");
            edit("src/main/pack/templates/greeting.md", "[(${greting})]", "[(${greeting})]");
            author(market, "secret")
                    .run("packs:publish", target, "-Dpacks.dryRun")
                    .succeeds()
                    .shows("Would publish " + GROUP + ":welcome:1.0.0");
            assertThat(uploads(market)).hasSize(before);

            author(market, "secret")
                    .run("packs:publish", target, "-Dpacks.format=json", "-Dpacks.outputFile=published.json")
                    .succeeds();
            assertThat(project.resolve("published.json"))
                    .content()
                    .contains("\"coordinates\" : \"" + GROUP + ":welcome:1.0.0\"", "welcome-1.0.0.toml");
            assertThat(uploads(market).subList(before, uploads(market).size()))
                    .contains("welcome-1.0.0.jar", "welcome-1.0.0.pom", "welcome-1.0.0.toml", "maven-metadata.xml");
            before = uploads(market).size();
            author(market, "secret")
                    .run("packs:publish", target)
                    .fails()
                    .shows("PACKS-142", GROUP + ":welcome:1.0.0", "give it a new version");
            assertThat(uploads(market)).hasSize(before);

            MavenRun.in(folder.resolve("user"))
                    .onlyRepository("market", market.url())
                    .server("market", "me", "secret")
                    .run("packs:generate", "-Dpack=" + GROUP + ":welcome", "-Dname=hello")
                    .succeeds()
                    .shows("Generated `hello` from " + GROUP + ":welcome 1.0.0");
        }
    }

    @Test
    void folders_jars_and_catalogues_are_published_and_a_broken_server_is_told() throws IOException {
        try (FaultyRepository market = FaultyRepository.serving(folder.resolve("market"))) {
            String target = "-DaltDeploymentRepository=market::default::" + market.url();
            MavenRun maven = MavenRun.in(folder.resolve("work")).onlyRepository("market", market.url());
            Path loose = Files.createDirectories(folder.resolve("work/greeter"));
            Files.writeString(
                    loose.resolve("pack.toml"),
                    TestPack.of(GROUP, "greeter", "2.0.0").manifest());
            Files.writeString(loose.resolve("README.md"), "# Greeter\n");

            maven.run("packs:publish", "-Dpack=greetr", target)
                    .fails()
                    .shows("PACKS-117", "did you mean `-Dpack=file:greeter`?");
            // A server that breaks off, so that what it has taken has to go before the next attempt.
            market.fail("**/greeter/maven-metadata.xml", Fault.status(507));
            maven.run("packs:publish", "-Dpack=file:greeter", target).fails().shows("PACKS-144", "507", "run again");
            delete(folder.resolve("market/com/acme/published/greeter"));
            market.heal();
            maven.run("packs:publish", "-Dpack=file:greeter", target)
                    .succeeds()
                    .shows("Published " + GROUP + ":greeter:2.0.0", "+ greeter-2.0.0.jar");
            assertThat(folder.resolve("market/com/acme/published/greeter/2.0.0/greeter-2.0.0.pom"))
                    .content()
                    .contains("<packaging>pack</packaging>", "<name>Apache-2.0</name>");

            byte[] jar =
                    Files.readAllBytes(folder.resolve("market/com/acme/published/greeter/2.0.0/greeter-2.0.0.jar"));
            Files.write(folder.resolve("work/greeter.jar"), jar);
            maven.run("packs:publish", "-Dpack=file:greeter.jar", target)
                    .fails()
                    .shows("PACKS-142");

            maven.run("packs:catalog", "-Dpacks.folder=" + folder.resolve("market"))
                    .succeeds();
            maven.run("packs:publish", "-Dpacks.catalog=packs.packcatalog", target)
                    .fails()
                    .shows("PACKS-117", "-Dpacks.coordinates=");
            maven.run(
                            "packs:publish",
                            "-Dpacks.catalog=packs.packcatalog",
                            "-Dpacks.coordinates=com.acme.packs:all:7",
                            target)
                    .succeeds()
                    .shows("Published com.acme.packs:all:7", "+ all-7.packcatalog");
            maven.run("packs:search", "-Dquery=greeter", "-Dpacks.catalog=com.acme.packs:all:7")
                    .succeeds()
                    .shows(GROUP + ":greeter  2.0.0");
        }
    }

    @Test
    void a_project_says_where_it_is_published_and_its_catalogue_goes_along() throws IOException {
        Path market = folder.resolve("market");
        Path pom = folder.resolve("catalogue/pom.xml");
        Files.createDirectories(pom.getParent());
        Files.writeString(pom, """
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <groupId>com.acme.published</groupId>
                    <artifactId>catalogue</artifactId>
                    <version>3</version>
                    <packaging>pom</packaging>
                    <distributionManagement>
                        <repository><id>market</id><url>%s</url></repository>
                    </distributionManagement>
                    <build><plugins><plugin>
                        <groupId>dev.packs</groupId>
                        <artifactId>packs-maven-plugin</artifactId>
                        <version>%s</version>
                        <executions><execution>
                            <goals><goal>catalog</goal></goals>
                            <configuration><pack>web-api-starter,cli-app</pack></configuration>
                        </execution></executions>
                    </plugin></plugins></build>
                </project>
                """.formatted(market.toUri(), Harness.ofBuild().version()));
        MavenRun.in(folder.resolve("catalogue")).run("deploy").succeeds().shows("Wrote 2 packs");
        assertThat(market.resolve("com/acme/published/catalogue/3/catalogue-3.packcatalog"))
                .exists();

        String management = "    <distributionManagement>\n        <snapshotRepository><id>market</id><url>"
                + market.toUri() + "</url></snapshotRepository>\n    </distributionManagement>\n</project>";
        edit("pom.xml", "</project>", management);
        MavenRun.in(project).run("package", "packs:publish").succeeds().shows("+ welcome-0.1.0-SNAPSHOT.toml");
        assertThat(market.resolve("com/acme/published/welcome/0.1.0-SNAPSHOT/maven-metadata.xml"))
                .content()
                .contains("<extension>toml</extension>");
    }
}
