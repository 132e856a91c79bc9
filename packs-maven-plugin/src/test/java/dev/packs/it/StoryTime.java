package dev.packs.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a story takes, the builds of the projects that it generates apart. At its end its line is written in {@code target/stories.txt}: written down to be read, and not judged,
 * because a busy machine makes any story long.
 */
final class StoryTime {

    private final long begin = System.nanoTime();
    private long builds;

    private StoryTime() {}

    /** A story that is gone through. */
    interface Story {
        void go(StoryTime time) throws Exception;
    }

    /** @param name its number and what it does, on one line, without a tabulator */
    static void told(String name, Story story) throws Exception {
        StoryTime time = new StoryTime();
        story.go(time);
        long took = System.nanoTime() - time.begin - time.builds;
        Path file = Harness.ofBuild().scratch().resolveSibling("stories.txt");
        write(file, name, Duration.ofNanos(took), Duration.ofNanos(time.builds));
    }

    /** What is no part of the story: the build of a generated project. */
    void apart(Runnable build) {
        long start = System.nanoTime();
        build.run();
        builds += System.nanoTime() - start;
    }

    /** Replaces the story's line, and leaves those of others. */
    static void write(Path file, String story, Duration took, Duration builds) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                lines.put(line.substring(0, line.indexOf('\t')), line);
            }
        }
        lines.put(story, story + "\t" + seconds(took) + " s\tbuilds apart: " + seconds(builds) + " s");
        Files.write(file, lines.values(), StandardCharsets.UTF_8);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
