package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody makes one project of several packs, keeps the recipe as a pack, and makes the project again from that. */
class ComposeIT {

    private static final String PACKS = "-Dpack=cli-app,domain-model,com.acme.compose:extras";
    private static final String RULES = "-Dpacks.collisions=README.md=first,**/*.yaml=merge,LICENSE=last";

    @TempDir
    private Path folder;

    private Path work;

    @BeforeEach
    void an_empty_folder() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
    }

    private static TestPack extras() {
        return TestPack.of("com.acme.compose", "extras", "1.0.0")
                .with("[[variables]]\nname = \"project_name\"\nrequired = true\n")
                .template("readme", "README.md", "# [(${project_name})]\n\n## Team\n\nWe are on call.\n")
                .file("files/LICENSE", "All rights reserved.\n")
                .file("files/.gitignore", "# Ours\n/secrets/\n")
                .file("files/src/main/resources/app.properties", "# Ours.\ntimeout=3\n")
                .file("files/.github/workflows/ci.yml", """
                    name: CI
                    jobs:
                      verify:
                        steps:
                          - run: mvn -B verify
                          # Who looks at it.
                          - name: Report
                            run: echo done
                    """)
                .file("files/pom.xml", """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <properties>
                        <junit.version>5.0.0</junit.version>
                        <team>orders</team>
                      </properties>
                      <build>
                        <plugins>
                          <!-- Ours. -->
                          <plugin>
                            <artifactId>maven-surefire-plugin</artifactId>
                            <configuration>
                              <trimStackTrace>true</trimStackTrace>
                            </configuration>
                          </plugin>
                        </plugins>
                      </build>
                    </project>
                    """);
    }

    @Test
    void three_packs_become_one_project_and_a_pack_that_makes_it_again() throws IOException {
        new PackRepositoryBuilder(folder.resolve("market")).add(extras());
        Files.writeString(work.resolve("model.toml"), """
            entities = [{ name = "Customer", description = "Who buys", fields = [{ name = "email", type = "string" }] }]
            group_id = "com.acme"
            author = "Ada"
            year = 2026
            """, StandardCharsets.UTF_8);

        goal("packs:compose", PACKS, "-Dname=app", "-Dpacks.answers=model.toml")
                .fails()
                .shows(
                        "PACKS-315 `LICENSE` comes from dev.packs.starters:base-java and from com.acme.compose:extras",
                        "-Dpacks.collisions=LICENSE=first");
        assertThat(work.resolve("app")).doesNotExist();

        goal("packs:compose", PACKS, "-Dname=app", "-Dpacks.answers=model.toml", RULES, "-Dpacks.dryRun")
                .succeeds()
                .shows(
                        "Would generate `app` from dev.packs.starters:cli-app 1.0.0 and"
                                + " dev.packs.starters:domain-model 1.0.0 and com.acme.compose:extras 1.0.0 (with"
                                + " base-java 1.0.0)",
                        "+ .gitignore  (base-java and extras, merged)",
                        "+ LICENSE  (extras, the last; not base-java)",
                        "+ README.md  (cli-app, the first; not extras)",
                        "+ bin/app  (cli-app)",
                        "+ pom.xml  (cli-app and extras, merged)",
                        "pom.xml: properties/junit.version is `6.1.3`, not `5.0.0`: the higher version stays");
        assertThat(work.resolve("app")).doesNotExist();

        goal("packs:compose", PACKS, "-Dname=app", "-Dpacks.answers=model.toml", RULES, "-Dpacks.saveAs=my-stack")
                .succeeds()
                .shows("Generated `app` from", "Saved the composition as a pack in `my-stack`");
        Tree app = Tree.of(work.resolve("app"));
        assertThat(app.text("LICENSE")).isEqualTo("All rights reserved.\n");
        assertThat(app.text(".gitignore")).contains("target/", "\n\n# Ours\n/secrets/\n\n");
        assertThat(app.text("pom.xml"))
                .contains("        <team>orders</team>\n", "<junit.version>6.1.3</junit.version>")
                .contains("<trimStackTrace>true</trimStackTrace>");
        assertThat(app.text(".github/workflows/ci.yml"))
                .contains("      - run: mvn -B verify\n      # Who looks at it.\n      - name: Report\n");
        assertThat(app.text("src/main/resources/app.properties")).isEqualTo("# Ours.\ntimeout=3\n");
        assertThat(app.files()).containsKey("src/main/java/com/acme/app/Customer.java");
        assertThat(app.text(".packs/packs.lock"))
                .contains("base-java", "cli-app", "domain-model", "extras")
                .doesNotContain("my-stack");
        // The saved pack is built, checked and installed like any other.
        maven(work.resolve("my-stack")).run("install").succeeds();
        goal(
                        "packs:generate",
                        "-Dpack=com.example.packs:my-stack",
                        "-Dname=app",
                        "-Dpacks.output=../same",
                        "-Dpacks.answers=model.toml")
                .succeeds()
                .shows("from com.example.packs:my-stack 1.0.0", "+ pom.xml  (cli-app and extras, merged)");
        assertThat(files(folder.resolve("same"))).isEqualTo(files(work.resolve("app")));

        goal("packs:generate", "-Dpack=file:my-stack", "-Dname=app2", "-Dpacks.answers=model.toml")
                .succeeds();
        assertThat(work.resolve("app2/bin/app2")).isExecutable();
    }

    /** What the packs wrote: nothing of Packs itself, nothing that a build made. */
    private static Map<String, String> files(Path project) {
        Tree tree = Tree.of(project);
        Map<String, String> files = new TreeMap<>();
        for (String path : tree.files().keySet()) {
            if (!path.startsWith(".packs/") && !path.startsWith("target/")) {
                files.put(path, tree.text(path));
            }
        }
        return files;
    }

    private MavenResult goal(String goal, String... parameters) {
        List<String> arguments = new ArrayList<>(List.of(goal));
        arguments.addAll(Arrays.asList(parameters));
        return maven(work).run(arguments.toArray(String[]::new));
    }

    private MavenRun maven(Path place) {
        return MavenRun.in(place)
                .packsHome(folder.resolve("home"))
                .repository("market", folder.resolve("market").toUri().toString());
    }
}
