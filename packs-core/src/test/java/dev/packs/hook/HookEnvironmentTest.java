package dev.packs.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.pack.Hook;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HookEnvironmentTest {

    private static final Hook HOOK = new Hook(List.of("mvn.cmd"), List.of("DOCKER_HOST"), Duration.ofSeconds(1));
    private static final Map<String, String> ALL = Map.of(
            "ComSpec",
            "cmd",
            "Path",
            "bin",
            "SYSTEMROOT",
            "root",
            "Docker_Host",
            "here",
            "Other",
            "never",
            "HOME",
            "h");

    @Test
    void windows_does_not_tell_capitals_apart() {
        assertThat(HookEnvironment.of(HOOK, ALL, String.CASE_INSENSITIVE_ORDER))
                .containsOnlyKeys("ComSpec", "Path", "SYSTEMROOT", "Docker_Host", "HOME");
    }

    @Test
    void other_systems_do() {
        assertThat(HookEnvironment.of(HOOK, ALL, Comparator.naturalOrder())).containsOnlyKeys("HOME");
    }
}
