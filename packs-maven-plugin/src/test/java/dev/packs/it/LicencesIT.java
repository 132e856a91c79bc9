package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has to know under which licences a pack comes with everything that it needs. */
class LicencesIT {

    private static final String GROUP = "com.acme.licensed";

    @TempDir
    private Path folder;

    @Test
    void the_licences_of_everything_are_told_as_their_poms_give_them() throws IOException {
        try (Workbench bench = Workbench.in(folder)) {
            publish(bench.publish());

            bench.maven()
                    .run(Harness.plugin() + ":info", "-Dpack=" + GROUP + ":house")
                    .succeeds()
                    .shows(
                            "licence   MIT OR Apache-2.0",
                            "Licences",
                            "  ACME Tool Terms 2.1         " + GROUP + ":tool:3.0",
                            "  Apache-2.0                  " + GROUP + ":base:1.0.0, " + GROUP + ":icons:1.0.0",
                            "  Eclipse Public License 2.0  " + GROUP + ":css:1.0.4",
                            "  MIT                         " + GROUP + ":icons:1.0.0",
                            "  MIT OR Apache-2.0           " + GROUP + ":house:1.0.0",
                            "  https://example.org/terms   " + GROUP + ":font:1.0.0",
                            "  not stated                  " + GROUP + ":bare:1.0.0")
                    .doesNotShow("PACKS-", "css:1.1.0", "  not known  ");

            // What was installed is what was told.
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=" + GROUP + ":house")
                    .succeeds();
            assertThat(Files.readString(bench.work().resolve("packs.lock")))
                    .contains("1.0.4")
                    .doesNotContain("1.1.0");

            // Of a POM that is not at hand nobody can say what it gives.
            Files.delete(new PackRepositoryBuilder(folder.resolve("local-repository"))
                    .home(GROUP, "house-rules", "7")
                    .resolve("house-rules-7.pom"));
            bench.maven()
                    .run(
                            Harness.plugin() + ":info",
                            "-o",
                            "-Dpack=" + GROUP + ":house",
                            "-Dpacks.format=json",
                            "-Dpacks.outputFile=info.json")
                    .succeeds();
            assertThat(licenses(bench.work().resolve("info.json")))
                    .containsEntry("not known", "[\"" + GROUP + ":css:1.0.4\"]")
                    .containsEntry("not stated", "[\"" + GROUP + ":bare:1.0.0\"]")
                    .containsEntry("ACME Tool Terms 2.1", "[\"" + GROUP + ":tool:3.0\"]")
                    .doesNotContainKey("Eclipse Public License 2.0");
        }
    }

    /** A pack whose packages have licences of every kind: inherited ones, several, none, one by its address, and one that nobody else has. */
    private static void publish(PackRepositoryBuilder market) {
        market.addPom(
                        GROUP + ":house-rules:7",
                        "<packaging>pom</packaging>" + licenses("<name>Eclipse Public\n      License 2.0</name>"))
                .addPackage(GROUP + ":css:1.1.0", Map.of("a.css", "a"))
                .addPackage(GROUP + ":css:1.0.4", Map.of("a.css", "a"))
                .addPom(
                        GROUP + ":css:1.0.4",
                        "<parent><groupId>" + GROUP
                                + "</groupId><artifactId>house-rules</artifactId><version>7</version></parent>")
                .addPackage(GROUP + ":icons:1.0.0", Map.of("a.svg", "a"))
                .addPom(
                        GROUP + ":icons:1.0.0",
                        licenses("<name>MIT</name>", "<name>Apache-2.0</name>")
                                + "<dependencies><dependency><groupId>" + GROUP
                                + "</groupId><artifactId>tool</artifactId><version>3.0</version></dependency></dependencies>")
                .addPackage(GROUP + ":tool:3.0", Map.of("tool.js", "a"))
                .addPom(GROUP + ":tool:3.0", licenses("<name>ACME Tool Terms 2.1</name>"))
                .addPackage(GROUP + ":font:1.0.0", Map.of("a.woff", "a"))
                .addPom(GROUP + ":font:1.0.0", licenses("<url>https://example.org/terms</url>"))
                .addPackage(GROUP + ":bare:1.0.0", Map.of("bare.txt", "a"))
                .add(TestPack.of(GROUP, "base", "1.0.0")
                        .installs(GROUP + ":css", "^1.0")
                        .installs(GROUP + ":bare", "^1.0"));
        TestPack house = TestPack.of(GROUP, "house", "1.0.0");
        market.add(house.withManifest(house.manifest().replace("\"Apache-2.0\"", "\"MIT OR Apache-2.0\""))
                .dependsOn(GROUP + ":base", "^1.0")
                .installs(GROUP + ":css", "~1.0")
                .installs(GROUP + ":font", "^1.0")
                .with("[[packages]]\nname = \"" + GROUP + ":icons\"\nversion = \"^1.0\"\ntransitive = true"));
    }

    private static String licenses(String... each) {
        StringBuilder xml = new StringBuilder("<licenses>");
        for (String one : each) {
            xml.append("<license>").append(one).append("</license>");
        }
        return xml.append("</licenses>").toString();
    }

    private static SortedMap<String, String> licenses(Path document) throws IOException {
        SortedMap<String, String> licenses = new TreeMap<>();
        for (JsonNode each : new ObjectMapper().readTree(document.toFile()).at("/result/licenses")) {
            licenses.put(each.path("license").asText(), each.path("of").toString());
        }
        return licenses;
    }
}
