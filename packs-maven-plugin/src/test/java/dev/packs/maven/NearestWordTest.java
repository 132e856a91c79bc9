package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever a parameter takes one of some words, the answer to a mistyped one has the word that was most likely meant. */
class NearestWordTest {

    @TempDir
    private Path folder;

    @Test
    void the_nearest_word_is_suggested() {
        Map<String, ThrowingCallable> places = new LinkedHashMap<>();
        places.put(
                "json",
                () -> Output.of(
                        TestCalls.of(folder, MojoExecution.Source.CLI, new MavenProject(), Map.of()),
                        "jsno",
                        null,
                        Map.of()));
        places.put("run", () -> HookParameter.parse("rnu"));
        places.put("off", () -> HookParameter.parse("of"));
        places.put("fail", () -> SparqlCall.requireAsk("fial"));
        places.put("packs.limits.queryRows", () -> BuildGraphs.read(Map.of("packs.limits.queryRow", "7")));
        places.forEach((meant, call) -> {
            PacksException refused = Objects.requireNonNull(catchThrowableOfType(PacksException.class, call), meant);
            assertThat(refused.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.help().orElseThrow())
                            .containsIgnoringCase("did you mean `" + meant + "`?"));
        });
        assertThat(TypedProperties.unknown(List.of("packs.dryrun"), Set.of("packs.dryRun")))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.help().orElseThrow()).isEqualTo("did you mean `-Dpacks.dryRun`?"));
    }
}
