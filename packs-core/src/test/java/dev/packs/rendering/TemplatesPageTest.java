package dev.packs.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/templates.md} against the functions that there are. */
class TemplatesPageTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(#.+?)` \\| `(.*?)` \\|.*\\|$", Pattern.MULTILINE);
    private static final Pattern FUNCTION = Pattern.compile("#[a-z]+\\.[A-Za-z]+");

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "templates.md"));
    }

    private static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("list", Arrays.asList("b", "a", "b"));
        values.put("map", Map.of("kind", "h2"));
        values.put("maps", List.of(Map.of("name", "Order"), Map.of("name", "Item")));
        values.put("nothing", null);
        return values;
    }

    @Test
    void every_example_gives_what_the_page_says() throws IOException {
        int rows = 0;
        for (Matcher row = ROW.matcher(page()); row.find(); rows++) {
            Object value =
                    Expression.parse(row.group(1), Place.of("templates.md")).evaluate(values());
            assertThat(String.valueOf(value).replace("\n", "\\n"))
                    .as(row.group(1))
                    .isEqualTo(row.group(2));
        }
        assertThat(rows).isGreaterThan(80);
    }

    @Test
    void every_function_is_on_the_page_and_the_page_knows_no_others() throws IOException {
        TreeSet<String> there = new TreeSet<>();
        for (FunctionGroup group : Functions.GROUPS) {
            for (FunctionGroup.Signature signature : group.signatures()) {
                there.add(group.name() + "." + signature.name());
            }
        }
        TreeSet<String> written = new TreeSet<>();
        for (Matcher function = FUNCTION.matcher(page()); function.find(); ) {
            written.add(function.group());
        }
        assertThat(written).isEqualTo(there);
    }
}
