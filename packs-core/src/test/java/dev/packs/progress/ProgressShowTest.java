package dev.packs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressShowTest {

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<String>> line = new AtomicReference<>(Optional.of("one"));

    private final class Remembered implements Screen {

        private final long pause;

        private Remembered(long pause) {
            this.pause = pause;
        }

        @Override
        public void show(String text) {
            events.add(text);
        }

        @Override
        public long pause() {
            return pause;
        }

        @Override
        public void clear() {
            events.add("-");
        }
    }

    private ProgressShow show(long pause) {
        ProgressShow show = new ProgressShow(line::get, () -> {
            events.add("chosen");
            return Optional.of(new Remembered(pause));
        });
        show.begin();
        show.begin();
        return show;
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("packs-progress"))
                .count();
    }

    @Test
    void there_is_one_thread_from_the_first_work_to_the_end_and_none_before() throws InterruptedException {
        long others = threads();
        ProgressShow show = new ProgressShow(line::get, Optional::empty);
        assertThat(threads()).isEqualTo(others);

        show.begin();
        show.begin();
        assertThat(threads()).isEqualTo(others + 1);

        show.close();
        show.begin();
        for (int tenths = 0; tenths < 100 && threads() > others; tenths++) {
            Thread.sleep(100);
        }
        assertThat(threads()).isEqualTo(others);
    }

    private void awaits(String event) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!events.contains(event) && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(events).contains(event);
    }

    @Test
    void short_work_shows_nothing_and_does_not_even_look_for_a_screen() throws InterruptedException {
        try (ProgressShow show = show(0)) {
            show.aside(() -> events.add("log"));
            Thread.sleep(200);
        }
        Thread.sleep(1_000);

        assertThat(events).containsExactly("log");
    }

    @Test
    void long_work_is_shown_cleared_for_others_and_gone_at_the_end() throws InterruptedException {
        ProgressShow show = show(0);
        awaits("one");
        assertThat(events).startsWith("chosen", "one");

        show.hold();
        int held = events.size();
        line.set(Optional.of("two"));
        Thread.sleep(300);
        assertThat(events).hasSize(held).endsWith("-");
        show.aside(() -> events.add("log"));
        assertThat(events).endsWith("-", "log");
        show.release();
        awaits("two");

        show.close();
        int closed = events.size();
        Thread.sleep(300);
        assertThat(events).hasSize(closed).endsWith("-");
    }

    @Test
    void lines_that_stay_are_few() throws InterruptedException {
        try (ProgressShow show = show(600_000)) {
            awaits("chosen");
            Thread.sleep(300);
            show.aside(() -> events.add("log"));
        }

        assertThat(events).doesNotContain("one");
        List<String> logged = new ArrayList<>();
        Screen plain = new PlainLines(logged::add);
        plain.show("packs: x");
        plain.clear();
        assertThat(logged).containsExactly("packs: x");
        assertThat(plain.pause()).isEqualTo(5_000);
    }

    @Test
    void a_line_is_overwritten_by_the_next_and_leaves_nothing() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        LiveLine live = new LiveLine(terminal, true);
        live.clear();
        live.show("packs: long");
        live.show("packs: long");
        live.show("short");
        live.clear();
        live.clear();

        assertThat(terminal.toString(StandardCharsets.US_ASCII))
                .isEqualTo(written("packs: long") + written("short      ") + written("     "));
        terminal.reset();
        new LiveLine(terminal, false).show("packs: plain");
        assertThat(terminal.toString(StandardCharsets.US_ASCII)).isEqualTo("\rpacks: plain\r");
    }

    /** With wrapping switched off: in a narrow terminal it would go on in the next line, and stay there. */
    private static String written(String line) {
        return "\r\u001b[?7l" + line + "\u001b[?7h\r";
    }

    @Test
    void a_terminal_that_is_gone_is_no_failure() {
        LiveLine live = new LiveLine(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("gone");
                    }
                },
                true);
        live.show("packs: x");
        live.clear();

        assertThat(live.pause()).isEqualTo(100);
    }
}
