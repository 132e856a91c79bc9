package dev.packs.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackManifest;
import dev.packs.source.MemorySource;
import dev.packs.terminal.ShellText;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.ValueSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepeatedCommandTest {

    private static final PackManifest SERVICE = ManifestReader.read(
                    MemorySource.manifest("service", "1.0.0", """
                            [archetype]
                            group = "com.acme"
                            artifact = "service-archetype"
                            version = "1.0"
                            digest = "sha256:93b885adfe0da089cdf634904fd59f71b1a8f1c7b6f5b0e0d3f2e0c7d0e5a1b2"
                            jar = "archetype/service-archetype-1.0.jar"
                            properties = { db_password = "db.pass" }

                            [[variables]]
                            name = "db_password"
                            secret = true

                            [[variables]]
                            name = "title"
                            """).getBytes(StandardCharsets.UTF_8),
                    "pack.toml",
                    Optional.empty())
            .manifest();

    private static List<String> lines(ShellText shell, Map<String, String> properties, String title) {
        ResolvedVariables resolved = new ResolvedVariables(
                Map.of("db_password", "hunter2", "title", title),
                Set.of("db_password"),
                Map.of("db_password", ValueSource.COMMAND_LINE, "title", ValueSource.PROMPT),
                List.of());
        return new RepeatedCommand("mvn packs:generate", properties, shell)
                .lines(
                        Optional.of("shop"),
                        new AskedValues(List.of(SERVICE), Map.of(SERVICE.id().name(), resolved)));
    }

    @Test
    void a_secret_is_left_out_under_every_name_that_it_may_have() {
        for (String key : List.of("db.pass", "var.db_password", "var.service.db_password")) {
            List<String> lines = lines(ShellText.POSIX, Map.of("pack", "service", key, "hunter2"), "Shop");

            assertThat(lines)
                    .contains(
                            "  mvn packs:generate -Dpack=service -Dname=shop -Dvar.title=Shop",
                            "It leaves out what is secret and stored nowhere: add -Dvar.db_password=…");
            assertThat(String.join("\n", lines)).doesNotContain("hunter2");
        }
    }

    @Test
    void what_asks_is_left_out_and_hooks_that_were_agreed_to_stay() {
        String digest = "sha256:" + "0".repeat(64);

        assertThat(lines(ShellText.POSIX, Map.of("pack", "service", "packs.hooks", digest), "Shop"))
                .contains("  mvn packs:generate -Dpack=service -Dname=shop -Dpacks.hooks=" + digest
                        + " -Dvar.title=Shop");
        assertThat(lines(
                        ShellText.POSIX,
                        Map.of("pack", "service", "packs.hooks", "run", "packs.interactive", "true"),
                        "Shop"))
                .contains("  mvn packs:generate -Dpack=service -Dname=shop -Dvar.title=Shop");
    }

    @Test
    void what_no_quotes_hold_is_shown_as_lines_of_a_file_or_named() {
        Map<String, String> properties = Map.of("pack", "service", "packs.output", "100%\\shop");

        assertThat(lines(ShellText.POSIX, properties, "a $(b)"))
                .contains(
                        "  mvn packs:generate -Dpack=service -Dname=shop '-Dpacks.output=100%\\shop' '-Dvar.title=a $(b)'");
        assertThat(lines(ShellText.WINDOWS, properties, "a $(b)"))
                .contains(
                        "  mvn packs:generate \"-Dpack=service\" \"-Dname=shop\" \"-Dpacks.answers=answers.toml\"",
                        "It leaves out what no quotes hold in this shell: add -Dpacks.output=…",
                        "  title = \"a $(b)\"");
    }
}
