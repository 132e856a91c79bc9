package dev.packs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void what_steers_a_terminal_becomes_a_question_mark() {
        assertThat(PlainText.line("a\u001b[31mb\u0007c\u009bd\u202ee\ud800")).isEqualTo("a?[31mb?c?d?e?");
    }

    @Test
    void it_stays_one_line() {
        assertThat(PlainText.line("a\nb\rc\td\u2028e")).isEqualTo("a b c d e");
    }

    @Test
    void what_people_write_stays_as_it_is() {
        String text = "Grüße, 你好, \ud83d\ude00 [(${x})] \\ \"";
        assertThat(PlainText.line(text)).isSameAs(text);
    }

    @Test
    void a_text_is_cut_where_it_says_so() {
        assertThat(PlainText.line("abcdef", 4)).isEqualTo("abc…");
        assertThat(PlainText.line("abcd", 4)).isEqualTo("abcd");
    }

    @Test
    void line_ends_between_lines_stay() {
        assertThat(PlainText.lines("a\u001b\n b\u0007\r\n")).isEqualTo("a?\n b? \n");
    }
}
