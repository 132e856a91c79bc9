package dev.packs.source.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.pack.PackageCoordinates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomLicensesTest {

    @TempDir
    private Path folder;

    private final RepositoryServer server = new RepositoryServer();
    private TestMaven maven;

    @BeforeEach
    void oneRepository() {
        maven = new TestMaven(folder.resolve("local")).with("acme", server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void pom(String id, String... inside) {
        server.put(
                "org/example/" + id + "/1.0/" + id + "-1.0.pom", "<project>" + String.join("", inside) + "</project>");
    }

    private static String parent(String id) {
        return "<parent><groupId>org.example</groupId><artifactId>" + id
                + "</artifactId><version>1.0</version></parent>";
    }

    private static String licenses(String... each) {
        StringBuilder xml = new StringBuilder("<licenses>");
        for (String one : each) {
            xml.append("<license>").append(one).append("</license>");
        }
        return xml.append("</licenses>").toString();
    }

    private Optional<List<String>> of(MavenRepositories repositories, String id) {
        return new PomLicenses(repositories).of(PackageCoordinates.jar("org.example", id, "1.0"));
    }

    private Optional<List<String>> of(String id) {
        return of(maven.online(), id);
    }

    @Test
    void several_licences_are_all_told() {
        pom("lib", licenses("<name>MIT</name>", "<name>Eclipse Public\n   License 2.0</name>"));

        assertThat(of("lib")).contains(List.of("MIT", "Eclipse Public License 2.0"));
    }

    @Test
    void who_gives_none_has_those_of_the_nearest_parent_that_does() {
        pom("root", licenses("<name>Apache-2.0</name>"));
        pom("middle", parent("root"), "<licenses/>");
        pom("near", parent("root"), licenses("<name>EPL-2.0</name>"));
        pom("far", parent("middle"));
        pom("own", parent("root"), licenses("<name>MIT</name>"));

        assertThat(of("far")).contains(List.of("Apache-2.0"));
        assertThat(of("own")).contains(List.of("MIT"));
        pom("child", parent("near"));
        assertThat(of("child")).contains(List.of("EPL-2.0"));
    }

    @Test
    void one_without_a_name_is_told_by_its_address_and_hides_those_of_the_parent() {
        pom("root", licenses("<name>Apache-2.0</name>"));
        pom("linked", parent("root"), licenses("<url>https://example.org/terms</url>", "<name> </name>"));
        pom("silent", parent("root"), licenses("<comments>ask us</comments>"));

        assertThat(of("linked")).contains(List.of("https://example.org/terms"));
        assertThat(of("silent")).contains(List.of());
    }

    @Test
    void where_nobody_gives_any_there_are_none() {
        pom("bare");
        pom("one", parent("two"));
        pom("two", parent("one"));

        assertThat(of("bare")).contains(List.of());
        assertThat(of("one")).contains(List.of());
    }

    @Test
    void what_is_not_to_be_had_or_cannot_be_read_is_not_taken_for_none() {
        pom("orphan", parent("gone"));
        server.put("org/example/page/1.0/page-1.0.pom", "<html><p>Sign in");
        pom("late", licenses("<name>MIT</name>"));

        assertThat(of("gone")).isEmpty();
        assertThat(of("orphan")).isEmpty();
        assertThat(of("page")).isEmpty();
        assertThat(of(maven.offline(), "late")).isEmpty();
        assertThat(of("late")).contains(List.of("MIT"));
        assertThat(of(maven.offline(), "late")).contains(List.of("MIT"));
    }
}
