package dev.packs.merge.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.PacksException;
import dev.packs.markdown.MarkdownPart;
import org.junit.jupiter.api.Test;

class CommonmarkReaderTest {

    private static String read(String text) {
        StringBuilder shown = new StringBuilder();
        for (MarkdownPart part : new CommonmarkReader().read(text)) {
            if (part instanceof MarkdownPart.Start start) {
                shown.append('[').append(start.element());
                shown.append(start.value().isEmpty() ? "" : "=" + start.value()).append(' ');
            } else if (part instanceof MarkdownPart.Text words) {
                shown.append(words.text());
            } else {
                shown.append(']');
            }
        }
        return shown.toString();
    }

    @Test
    void a_text_becomes_its_parts() {
        assertThat(read("## A *b* **c** `d`\n\nOne\ntwo  \nthree\n\n---\n\n> quoted\n"))
                .isEqualTo("[HEADING=2 A [EMPHASIS b] [STRONG c] [CODE d]][PARAGRAPH One\ntwo[LINE_BREAK ]three][RULE ]"
                        + "[QUOTE [PARAGRAPH quoted]]");
        assertThat(read("- a\n- b\n\n3. c\n\n4. d\n"))
                .isEqualTo("[BULLETS [ITEM a][ITEM b]][NUMBERS=3 [ITEM [PARAGRAPH c]][ITEM [PARAGRAPH d]]]");
        assertThat(read("```java\nint a;\n```\n\n    b\n")).isEqualTo("[CODE_BLOCK int a;\n][CODE_BLOCK b\n]");
        assertThat(read("[a](https://a.example) ![b](c.png)"))
                .isEqualTo("[PARAGRAPH [LINK=https://a.example a] [IMAGE=c.png b]]");
        assertThat(read("| a | b |\n| --- | --- |\n| 1 | `2` |\n"))
                .isEqualTo("[TABLE [TABLE_HEAD [ROW [HEAD_CELL a][HEAD_CELL b]]]"
                        + "[TABLE_BODY [ROW [CELL 1][CELL [CODE 2]]]]]");
    }

    @Test
    void raw_html_is_text_and_comments_are_left_out() {
        assertThat(read("a <b onclick=x>c</b> <!-- d -->")).isEqualTo("[PARAGRAPH a <b onclick=x>c</b> ]");
        assertThat(read("<script>\nalert(1)\n</script>\n")).isEqualTo("[CODE_BLOCK <script>\nalert(1)\n</script>\n]");
        assertThat(read("<!-- a -->\n")).isEmpty();
        assertThat(read("<!-- a --><script>b</script><!-- c -->\n"))
                .isEqualTo("[CODE_BLOCK <!-- a --><script>b</script><!-- c -->\n]");
    }

    @Test
    void what_is_nested_or_long_beyond_measure_ends() {
        assertThat(read(">".repeat(20_000) + " deep")).contains("deep");
        assertThat(read("*a **a ".repeat(5_000))).contains("a");
        assertThat(read("[".repeat(20_000))).contains("[[[");
        assertThatThrownBy(() -> new CommonmarkReader().read("a".repeat(CommonmarkReader.LARGEST + 1)))
                .isInstanceOf(PacksException.class)
                .hasMessageContaining("PACKS-605");
    }
}
