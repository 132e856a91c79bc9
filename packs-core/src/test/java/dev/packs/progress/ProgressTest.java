package dev.packs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.UsedPack;
import dev.packs.activity.Work;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress();

    @Test
    void nothing_is_told_while_nothing_goes_on() {
        progress.use(new UsedPack("a:a:1.0.0", "embedded", Optional.empty()));
        progress.start(Work.WRITE, Subject.of("a")).close();
        progress.expect(Work.RENDER, 1);
        progress.reach(Work.RENDER);

        assertThat(progress.line()).isEmpty();
    }

    @Test
    void what_can_be_counted_is_and_the_last_kind_of_a_run_goes_first() {
        progress.expect(Work.DOWNLOAD, 3);
        progress.reach(Work.DOWNLOAD);
        Step transfer = progress.start(Work.DOWNLOAD, new Subject("", "acme", "com/acme/big/1.0/big-1.0.jar"));
        assertThat(progress.line()).contains("packs: downloading 2 of 3 packs and packages: big-1.0.jar");
        assertThat(progress.isGoing(Work.DOWNLOAD)).isTrue();
        transfer.close();
        assertThat(progress.isGoing(Work.DOWNLOAD)).isFalse();

        progress.expect(Work.RENDER, 100);
        for (int file = 0; file < 42; file++) {
            progress.reach(Work.RENDER);
        }
        try (Step step = progress.start(Work.RENDER, new Subject("a:a:1.0.0", "template t", "hunter2x.txt"))) {
            assertThat(progress.line()).contains("packs: rendering 43 of 100 files");
            step.made(1, 1);
        }
        progress.expect(Work.WRITE, 7);
        assertThat(progress.line()).contains("packs: writing 1 of 7 files");
    }

    @Test
    void a_query_goes_before_what_it_holds_up() {
        progress.expect(Work.RENDER, 10);
        try (Step step = progress.start(Work.QUERY, new Subject("model", "query", "queries/people.rq"))) {
            assertThat(progress.line()).contains("packs: querying model people.rq");
            step.made(0, 1);
        }
        assertThat(progress.line()).contains("packs: rendering 1 of 10 files");
    }

    @Test
    void what_cannot_be_counted_is_named() {
        Step resolving = progress.start(Work.RESOLVE, Subject.of("com.acme:web, com.acme:db", "packs"));
        assertThat(progress.line()).contains("packs: resolving packs com.acme:web, com.acme:db");
        Step transfer = progress.start(Work.DOWNLOAD, new Subject("", "central", "com/acme/web/maven-metadata.xml"));
        assertThat(progress.line()).contains("packs: downloading maven-metadata.xml from central");
        transfer.close();
        resolving.close();
        Step verifying = progress.start(Work.VERIFY, Subject.of("com.acme:css:1.0.0", "store"));
        assertThat(progress.line()).contains("packs: verifying com.acme:css:1.0.0");
        verifying.close();
        progress.start(Work.WRITE, Subject.of("", "my-api"));
        assertThat(progress.line()).contains("packs: writing files");
    }

    @Test
    void a_line_is_plain_and_fits_a_terminal() {
        progress.start(Work.QUERY, new Subject("p", "query", "\u001b[31mred\u202e\n一二" + "x".repeat(200)));

        assertThat(progress.line())
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("packs: querying p ?[31mred? ??xxx")
                        .hasSize(79)
                        .endsWith("~"));
    }
}
