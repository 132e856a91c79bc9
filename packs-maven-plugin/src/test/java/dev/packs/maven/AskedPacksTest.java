package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedPacksTest {

    @TempDir
    private Path folder;

    private List<AskedPack> asked(String packs) {
        MavenCall call = TestCalls.of(folder, MojoExecution.Source.CLI, new MavenProject(), Map.of());
        return AskedPacks.require(packs, call, new Wiring(call, new GoalRun(call, new SystemStreamLog())));
    }

    @Test
    void a_comma_in_a_maven_range_separates_no_packs() {
        assertThat(asked("web-api-starter@[1.0,2.0), cli-app"))
                .extracting(each -> each.ref().text())
                .containsExactly("web-api-starter@[1.0,2.0)", "cli-app");
        assertThat(asked(" ")).isEmpty();
    }

    @Test
    void whatever_is_wrong_with_packs_is_said_at_once() {
        PacksException wrong = Objects.requireNonNull(
                catchThrowableOfType(PacksException.class, () -> asked("file:none,a--b,github:a/b")),
                "nothing was wrong");

        assertThat(wrong.problems())
                .extracting(problem -> problem.code())
                .containsExactly(
                        ProblemCode.PACK_NOT_FOUND, ProblemCode.REFERENCE_INVALID, ProblemCode.NOT_SUPPORTED_YET);
    }
}
