package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryTimeTest {

    @TempDir
    private Path folder;

    @Test
    void each_story_has_one_line_with_its_last_figures() throws IOException {
        Path file = folder.resolve("stories.txt");
        StoryTime.write(file, "2 composing", Duration.ofMillis(900), Duration.ofSeconds(70));
        StoryTime.write(file, "1 starting", Duration.ofMillis(12_345), Duration.ZERO);
        StoryTime.write(file, "2 composing", Duration.ofSeconds(1), Duration.ofSeconds(61));

        assertThat(file)
                .hasContent("1 starting\t12.3 s\tbuilds apart: 0.0 s\n2 composing\t1.0 s\tbuilds apart: 61.0 s\n");
    }
}
