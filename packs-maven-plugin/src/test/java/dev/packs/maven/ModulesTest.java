package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packs.PacksException;
import java.io.File;
import java.time.Instant;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class ModulesTest {

    private static Dependency managed(String artifact, String type, String classifier) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("org.example");
        dependency.setArtifactId(artifact);
        dependency.setVersion("1.0");
        dependency.setType(type);
        dependency.setClassifier(classifier);
        return dependency;
    }

    @Test
    void a_time_is_written_as_maven_knows_it() {
        assertThat(Modules.timestamp("2026-01-01T00:00:00Z")).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(Modules.timestamp("2026-01-01T01:00:00+01:00")).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(Modules.timestamp("1767225600")).contains(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void one_letter_turns_it_off_as_in_maven() {
        assertThat(Modules.timestamp("x")).isEmpty();
        assertThat(Modules.timestamp("")).isEmpty();
    }

    @Test
    void what_is_no_time_is_refused() {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> Modules.timestamp("yesterday"))
                .withMessageContaining("`yesterday` is not a time");
    }

    @Test
    void managed_versions_have_the_keys_that_packages_have() {
        Model model = new Model();
        model.setArtifactId("app");
        DependencyManagement management = new DependencyManagement();
        management.addDependency(managed("css", "jar", ""));
        management.addDependency(managed("fonts", "zip", ""));
        management.addDependency(managed("js", "jar", "min"));
        Dependency excluded = new Dependency();
        excluded.setGroupId("org.example");
        excluded.setArtifactId("no-version");
        management.addDependency(excluded);
        model.setDependencyManagement(management);
        MavenProject project = new MavenProject(model);
        project.setFile(new File("pom.xml").getAbsoluteFile());
        model.setBuild(new Build());
        project.getBuild().setDirectory("target");

        assertThat(Modules.of(project, List.of()).managed())
                .containsOnlyKeys("org.example:css", "org.example:fonts:zip", "org.example:js:jar:min");
    }
}
