package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.activity.Subject;
import dev.packs.activity.Work;
import dev.packs.operation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalRunTest {

    private static final List<Problem> PROBLEMS = List.of(
            Problem.of(ProblemCode.PACK_NOT_FOUND, "there is no pack `x`").help("look again"));

    @TempDir
    private Path folder;

    private record Greeting() implements Report {
        @Override
        public List<String> lines() {
            return List.of("hello");
        }

        @Override
        public Map<String, Object> document() {
            return Map.of("greeting", "hello");
        }
    }

    private MavenProject project() throws IOException {
        MavenProject project = new MavenProject();
        project.setGroupId("com.acme");
        project.setArtifactId("app");
        project.setFile(
                Files.writeString(folder.resolve("pom.xml"), "<project/>").toFile());
        Build build = new Build();
        build.setDirectory(folder.resolve("target").toString());
        project.getModel().setBuild(build);
        return project;
    }

    private MavenCall call(String goal, MavenProject project, Map<String, String> properties) {
        MavenCall call = TestCalls.of(folder, MojoExecution.Source.LIFECYCLE, project, properties);
        call.execution().getMojoDescriptor().setGoal(goal);
        return call;
    }

    private static GoalRun run(MavenCall call) {
        return new GoalRun(call, new SystemStreamLog());
    }

    private JsonNode runs() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("target/packs/report.json").toFile())
                .get("runs");
    }

    @Test
    void the_runs_of_a_build_stand_one_behind_the_other_and_the_next_build_begins_anew() throws IOException {
        MavenProject project = project();
        MavenCall install = call("install", project, Map.of());
        run(install).succeeded(new Greeting());
        MavenCall generate = new MavenCall(
                install.session(),
                call("generate", project, Map.of()).execution(),
                install.repositorySystem(),
                install.parameters());
        GoalRun failing = run(generate);
        failing.failed(PROBLEMS);

        assertThat(runs()).extracting(run -> run.get("goal").asText()).containsExactly("install", "generate");
        assertThat(runs()).extracting(run -> run.get("success").asBoolean()).containsExactly(true, false);
        assertThat(runs().get(0).get("module").asText()).isEqualTo("com.acme:app");
        assertThat(runs().get(0).get("execution").asText()).isEqualTo("default");
        assertThat(runs().get(0).get("result").get("greeting").asText()).isEqualTo("hello");
        assertThat(runs().get(1).get("problems").get(0).get("code").asText()).isEqualTo("PACKS-101");

        run(call("validate", project, Map.of())).broke(new IllegalStateException("whatever"));
        assertThat(runs()).extracting(run -> run.get("goal").asText()).containsExactly("validate");
        assertThat(runs().get(0).get("fault").asText()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void what_was_told_in_part_is_not_told_again_when_it_fails() throws IOException {
        GoalRun run = run(call("import", project(), Map.of()));
        run.succeeded(new Greeting());
        run.failed(PROBLEMS);

        assertThat(runs()).hasSize(1);
        assertThat(runs().get(0).has("result")).isTrue();
    }

    @Test
    void questions_plans_and_folders_without_a_project_leave_nothing_behind() throws IOException {
        run(call("list", project(), Map.of())).succeeded(new Greeting());
        run(call("generate", project(), Map.of("packs.dryRun", "true"))).succeeded(new Greeting());
        run(call("generate", new MavenProject(), Map.of())).succeeded(new Greeting());
        MavenCall configured = call("generate", project(), Map.of());
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom dryRun = new Xpp3Dom("dryRun");
        dryRun.setValue("true");
        configuration.addChild(dryRun);
        configured.execution().setConfiguration(configuration);
        run(configured).failed(PROBLEMS);

        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void only_work_that_is_told_starts_a_thread() throws IOException {
        Set<Thread> before = threads();
        GoalRun run = run(call("list", project(), Map.of()));
        assertThat(threads()).isEqualTo(before);

        run.activity()
                .start(Work.RENDER, Subject.of("com.acme:model:1.0.0", "model"))
                .close();
        assertThat(threads()).hasSize(before.size() + 1);
        run.ended();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("packs-progress"))
                .collect(Collectors.toSet());
    }

    @Test
    void a_report_that_cannot_be_written_is_no_reason_to_fail() throws IOException {
        MavenProject project = project();
        Files.writeString(folder.resolve("target"), "a file");

        run(call("generate", project, Map.of())).succeeded(new Greeting());

        assertThat(folder.resolve("target")).hasContent("a file");
    }
}
