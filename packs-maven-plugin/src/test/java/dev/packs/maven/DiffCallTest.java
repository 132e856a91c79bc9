package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.operation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCallTest {

    @TempDir
    private Path folder;

    private Report compare(boolean strict, String packs) {
        MavenCall call = TestCalls.of(folder, MojoExecution.Source.CLI, new MavenProject(), Map.of());
        return new DiffCall(call, new Wiring(call, new GoalRun(call, new SystemStreamLog()))).run(packs, strict);
    }

    private void pack(String name, String rest) throws IOException {
        Files.writeString(
                Files.createDirectory(folder.resolve(name)).resolve("pack.toml"),
                "[pack]\ngroup = \"com.acme\"\nid = \"shop\"\nversion = \"1.0.0\"\ndescription = \"Of a test\"\n"
                        + rest);
    }

    @Test
    void what_changed_is_told_also_where_it_is_a_failure() throws IOException {
        pack("old", "[[variables]]\nname = \"colour\"\n");
        pack("new", "");

        Report report = compare(true, "file:old,file:new");

        assertThat(report.failures()).extracting(Problem::code).containsExactly(ProblemCode.VERSION_TOO_LOW);
        assertThat(report.lines()).contains("  major: the variable `colour` is gone");
        assertThat(report.document()).containsEntry("change", "major");
        assertThat(compare(false, "file:old,file:new").failures()).isEmpty();
    }

    @Test
    void both_sides_that_are_wrong_are_told_at_once() {
        assertThat(Objects.requireNonNull(catchThrowableOfType(
                                PacksException.class, () -> compare(false, "file:none,file:nowhere")))
                        .problems())
                .hasSize(2);
    }

    @Test
    void a_side_that_is_missing_is_asked_for_with_the_pack_that_was_named() {
        assertThat(DiffCall.help("com.shop:web@1.2.0")).contains("-Dpack=com.shop:web@1.2.0,com.shop:web\n");
        assertThat(DiffCall.help("com.shop:web")).contains("-Dpack=com.shop:web@1.0.0,com.shop:web\n");
        assertThat(DiffCall.help("file:old")).contains("-Dpack=file:old,file:<the folder");
        assertThat(DiffCall.help("")).contains("-Dpack=com.acme:my-pack@1.0.0,com.acme:my-pack\n");
        assertThat(DiffCall.help("a,b,c")).contains("-Dpack=com.acme:my-pack@1.0.0,");
    }
}
