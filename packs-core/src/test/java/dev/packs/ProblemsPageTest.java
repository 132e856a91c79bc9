package dev.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/problems.md} against the codes. */
class ProblemsPageTest {

    private static final Path PAGE = Path.of("../docs/problems.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(PACKS-[0-9]+)` \\| (\\w+) \\| (.+?) \\| (.*?)\\|$");

    @Test
    void the_page_has_each_code_once_in_order_and_knows_how_maven_ends() throws IOException {
        List<String> documented = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code -> code.id() + (code.isMendable() ? " failure" : " error"))
                        .toList());
    }

    @Test
    void numbers_are_unique_and_ascend() {
        List<String> ids =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::id).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }
}
