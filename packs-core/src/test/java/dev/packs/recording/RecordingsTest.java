package dev.packs.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.UsedPack;
import dev.packs.activity.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.jfr.EventType;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {

    private static final Subject SUBJECT = new Subject("com.acme:model:1.0.0", "template main", "src/main.txt");

    @TempDir
    private Path folder;

    private List<RecordedEvent> recorded(Runnable work) throws IOException {
        Path file = folder.resolve("packs.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.packs."))
                .toList();
    }

    private static void one(Activity activity, Work work) {
        try (Step step = activity.start(work, SUBJECT)) {
            step.made(7, 3);
        }
    }

    private static RecordedEvent only(List<RecordedEvent> events, String name) {
        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals(name))
                .hasSize(1);
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_piece_of_work_is_an_event_with_what_it_was_about_and_what_came_of_it() throws IOException {
        List<RecordedEvent> events = recorded(() -> {
            Activity activity = Recordings.current();
            for (Work work : Work.values()) {
                one(activity, work);
            }
            activity.expect(Work.WRITE, 1);
            activity.reach(Work.WRITE);
            activity.use(new UsedPack("com.acme:model:1.0.0", "embedded", Optional.empty()));
        });

        assertThat(events).hasSize(Work.values().length).allMatch(event -> event.getBoolean("succeeded"));
        RecordedEvent resolve = only(events, "dev.packs.Resolve");
        assertThat(resolve.getString("packs")).isEqualTo(SUBJECT.pack());
        assertThat(resolve.getLong("chosen")).isEqualTo(3);
        RecordedEvent download = only(events, "dev.packs.Download");
        assertThat(download.getString("repository")).isEqualTo(SUBJECT.name());
        assertThat(download.getString("path")).isEqualTo(SUBJECT.path());
        assertThat(download.getLong("bytes")).isEqualTo(7);
        RecordedEvent verify = only(events, "dev.packs.Verify");
        assertThat(verify.getString("pack")).isEqualTo(SUBJECT.pack());
        assertThat(verify.getLong("files")).isEqualTo(3);
        RecordedEvent query = only(events, "dev.packs.Query");
        assertThat(query.getString("path")).isEqualTo(SUBJECT.path());
        assertThat(query.getLong("rows")).isEqualTo(3);
        RecordedEvent render = only(events, "dev.packs.Render");
        assertThat(render.getString("template")).isEqualTo(SUBJECT.name());
        assertThat(render.getString("path")).isEqualTo(SUBJECT.path());
        assertThat(render.getLong("bytes")).isEqualTo(7);
        RecordedEvent write = only(events, "dev.packs.Write");
        assertThat(write.getString("output")).isEqualTo(SUBJECT.name());
        assertThat(write.getLong("files")).isEqualTo(3);
    }

    @Test
    void what_failed_says_so_and_has_its_time() throws IOException {
        List<RecordedEvent> events = recorded(() -> {
            Step step = Recordings.current().start(Work.RENDER, SUBJECT);
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            step.close();
        });

        RecordedEvent event = only(events, "dev.packs.Render");
        assertThat(event.getBoolean("succeeded")).isFalse();
        assertThat(event.getString("template")).isEqualTo(SUBJECT.name());
        assertThat(event.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(4));
    }

    @Test
    void the_page_names_every_event_and_field_and_all_of_them_are_labelled() throws IOException {
        String page = Files.readString(Path.of("../docs/seeing.md"));
        List<RecordedEvent> events = recorded(() -> {
            for (Work work : Work.values()) {
                one(Recordings.current(), work);
            }
        });

        assertThat(events).hasSize(Work.values().length);
        for (RecordedEvent event : events) {
            EventType type = event.getEventType();
            assertThat(type.getCategoryNames()).containsExactly("Packs");
            assertThat(type.getLabel()).isEqualTo(type.getName().substring("dev.packs.".length()));
            assertThat(type.getDescription()).isNotBlank();
            String row = page.lines()
                    .filter(line -> line.startsWith("| `" + type.getName() + "` |"))
                    .findFirst()
                    .orElse("");
            for (ValueDescriptor field : type.getFields()) {
                if (!List.of("startTime", "duration", "eventThread", "stackTrace", "succeeded")
                        .contains(field.getName())) {
                    assertThat(row).contains("`" + field.getName() + "`");
                }
                assertThat(field.getLabel()).as(field.getName()).isNotBlank();
            }
        }
    }
}
