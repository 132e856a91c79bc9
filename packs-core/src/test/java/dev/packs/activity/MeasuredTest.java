package dev.packs.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    private final AtomicLong now = new AtomicLong(1_000);
    private final Measured measured = new Measured(now::get);

    private Measured.Total total(Work work) {
        return measured.total(work);
    }

    @Test
    void pieces_bytes_and_time_of_a_kind_add_up() {
        for (int piece = 1; piece <= 3; piece++) {
            try (Step step = measured.start(Work.RENDER, Subject.of("com.acme:a:1.0.0", "template " + piece))) {
                now.addAndGet(10);
                step.made(100, 1);
            }
            now.addAndGet(1_000);
        }

        assertThat(total(Work.RENDER)).isEqualTo(new Measured.Total(3, 300, 30));
        assertThat(total(Work.QUERY)).isEqualTo(new Measured.Total(0, 0, 0));
    }

    @Test
    void what_goes_on_at_once_takes_its_time_once() {
        Step first = measured.start(Work.DOWNLOAD, Subject.of("a"));
        now.addAndGet(10);
        Step second = measured.start(Work.DOWNLOAD, Subject.of("b"));
        now.addAndGet(10);
        first.made(1, 1);
        first.close();
        now.addAndGet(10);
        second.made(2, 1);
        second.close();

        assertThat(total(Work.DOWNLOAD)).isEqualTo(new Measured.Total(2, 3, 30));
    }

    @Test
    void what_failed_took_its_time_and_brought_nothing() {
        measured.start(Work.VERIFY, Subject.of("a")).close();

        assertThat(total(Work.VERIFY)).isEqualTo(new Measured.Total(1, 0, 0));
    }

    @Test
    void a_pack_takes_part_once() {
        measured.use(new UsedPack("b:b:1.0.0", "embedded", Optional.empty()));
        measured.use(new UsedPack("a:a:1.0.0", "repository", Optional.of("sha256:00")));
        measured.use(new UsedPack("b:b:1.0.0", "embedded", Optional.empty()));

        assertThat(measured.packs()).extracting(UsedPack::id).containsExactly("a:a:1.0.0", "b:b:1.0.0");
    }

    @Test
    void two_hear_the_same_and_nobody_hears_nothing() {
        Measured other = new Measured(now::get);
        Activity both = new Both(measured, new Both(other, Activity.none()));
        both.expect(Work.WRITE, 1);
        both.reach(Work.WRITE);
        both.use(new UsedPack("a:a:1.0.0", "folder", Optional.empty()));
        try (Step step = both.start(Work.WRITE, Subject.of("a"))) {
            now.addAndGet(5);
            step.made(7, 1);
        }

        assertThat(other.total(Work.WRITE)).isEqualTo(total(Work.WRITE));
        assertThat(other.packs()).isEqualTo(measured.packs()).hasSize(1);
        assertThat(total(Work.WRITE)).isEqualTo(new Measured.Total(1, 7, 5));
    }
}
