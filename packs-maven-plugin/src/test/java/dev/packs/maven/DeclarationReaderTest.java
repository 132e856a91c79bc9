package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.operation.PackDeclaration;
import java.io.File;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class DeclarationReaderTest {

    private static final String COORDINATES = "<groupId>com.acme.packs</groupId><artifactId>model</artifactId>";

    private final MavenProject project = project("com.acme", "app", "jar");
    private final List<MavenProject> reactor = new ArrayList<>(List.of(project));
    private final Problems problems = new Problems();

    @Test
    void a_declaration_is_read_with_its_defaults() throws Exception {
        PackDeclaration declaration = read("<pack>" + COORDINATES + "<version>1.2.0</version>"
                        + "<variables><package>com.acme.model</package><suffix/></variables>"
                        + "<answers>src/packs/model.toml</answers>"
                        + "<graphs><graph>src/a.ttl</graph><graph>ontology/*.ttl</graph></graphs></pack>")
                .get(0);

        assertThat(declaration.id()).isEqualTo("model");
        assertThat(declaration.name()).hasToString("com.acme.packs:model");
        assertThat(declaration.constraint().exact()).isPresent();
        assertThat(declaration.variables())
                .containsEntry("package", "com.acme.model")
                .containsEntry("suffix", "");
        assertThat(declaration.answers()).contains(new File("/projects/app/src/packs/model.toml").toPath());
        assertThat(declaration.graphs()).containsExactly("src/a.ttl", "ontology/*.ttl");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void graphs_that_name_nothing_are_reported() throws Exception {
        read("<pack>" + COORDINATES
                + "<version>1.0.0</version><graphs><graph/><file>a.ttl</file></graphs></pack>"
                + "<pack><id>other</id>" + COORDINATES + "<version>1.0.0</version><graphs/></pack>");

        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly(
                        "a `<graph>` names no file", "`<graphs>` knows no `<file>`", "`<graphs>` has no `<graph>`");
    }

    @Test
    void every_problem_is_reported_at_once() throws Exception {
        List<PackDeclaration> read = read("<pak/><pack><groupID>x</groupID><version>1</version></pack>"
                + "<pack>" + COORDINATES
                + "<id>a b</id><version>one</version><variables><list><item>1</item></list></variables></pack>");

        assertThat(read).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::message)
                .contains(
                        "`<packs>` knows no `<pak>`",
                        "`<pack>` knows no `<groupID>`",
                        "a `<pack>` has no `<groupId>`",
                        "a `<pack>` has no `<artifactId>`",
                        "`a b` is not an id",
                        "the variable `list` holds elements instead of text");
        assertThat(problems.list()).extracting(Problem::code).contains(ProblemCode.CONSTRAINT_INVALID);
        assertThat(problems.list().get(1).help()).contains("did you mean `groupId`?");
    }

    @Test
    void the_same_pack_twice_needs_two_ids() throws Exception {
        String pack = "<pack>" + COORDINATES + "<version>1.2.0</version></pack>";

        read(pack + pack);

        assertThat(problems.list()).extracting(Problem::message).containsExactly("two packs have the id `model`");
    }

    @Test
    void what_two_executions_inherited_counts_once() throws Exception {
        ConfigurationElement packs = packs("<pack>" + COORDINATES + "<version>1.2.0</version></pack>");

        List<PackDeclaration> read = reader().read(List.of(packs, packs));

        assertThat(read).hasSize(1);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_pack_of_the_same_build_takes_its_version_from_the_dependency() throws Exception {
        reactor.add(project("com.acme.packs", "model", "pack"));
        Dependency dependency = new Dependency();
        dependency.setGroupId("com.acme.packs");
        dependency.setArtifactId("model");
        dependency.setVersion("2.0.0-SNAPSHOT");
        dependency.setType("pack");
        project.getDependencies().add(dependency);

        assertThat(read("<pack>" + COORDINATES + "</pack>").get(0).constraint().text())
                .isEqualTo("2.0.0-SNAPSHOT");
    }

    @Test
    void without_the_dependency_the_lines_to_paste_are_printed() throws Exception {
        reactor.add(project("com.acme.packs", "model", "pack"));

        read("<pack>" + COORDINATES + "<version>1.0.0</version></pack>");

        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).code()).isEqualTo(ProblemCode.WORKSPACE_DEPENDENCY_MISSING);
        assertThat(problems.list().get(0).help().orElseThrow())
                .contains("<artifactId>model</artifactId>")
                .contains("<type>pack</type>")
                .contains("<scope>provided</scope>");
    }

    @Test
    void a_version_left_out_without_a_module_is_an_error() throws Exception {
        read("<pack>" + COORDINATES + "</pack>");

        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly("the pack `com.acme.packs:model` has no `<version>`");
    }

    private List<PackDeclaration> read(String content) throws Exception {
        return reader().read(List.of(packs(content)));
    }

    private DeclarationReader reader() {
        return new DeclarationReader(project, reactor, problems);
    }

    private static ConfigurationElement packs(String content) throws Exception {
        return ConfigurationElement.of(Xpp3DomBuilder.build(new StringReader("<packs>" + content + "</packs>")));
    }

    private static MavenProject project(String group, String id, String packaging) {
        Model model = new Model();
        model.setGroupId(group);
        model.setArtifactId(id);
        model.setVersion("1");
        model.setPackaging(packaging);
        MavenProject project = new MavenProject(model);
        project.setFile(new File("/projects/" + id + "/pom.xml"));
        return project;
    }
}
