package dev.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> NAMES = List.of("description", "version", "templates", "when");

    @Test
    void a_slip_of_the_finger_finds_the_name() {
        assertThat(Nearest.to("descripton", NAMES)).contains("description");
        assertThat(Nearest.to("vesrion", NAMES)).contains("version");
        assertThat(Nearest.to("Templates", NAMES)).contains("templates");
        assertThat(Nearest.question("wen", NAMES)).contains("did you mean `when`?");
    }

    @Test
    void what_is_far_away_finds_nothing() {
        assertThat(Nearest.to("kubernetes", NAMES)).isEmpty();
        assertThat(Nearest.to("xyz", List.of())).isEmpty();
    }

    @Test
    void the_name_that_was_asked_for_is_no_answer() {
        assertThat(Nearest.to("1.0", List.of("1.0"))).isEmpty();
        assertThat(Nearest.to("bat", List.of("bat", "cat"))).contains("cat");
    }

    @Test
    void of_equally_near_names_the_first_by_alphabet_wins() {
        assertThat(Nearest.to("bat", List.of("cat", "bad", "bar"))).contains("bad");
    }
}
