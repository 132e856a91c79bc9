package dev.packs.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpToDateCheckTest {

    private static final String KEY = "renderer 1\nvärdet = 2";
    private static final List<String> OUTPUTS = List.of("a.txt", "b/c.txt", "b/d.txt", "b/e/f.txt", "g.txt", "ö/ä.txt");

    @TempDir
    Path folder;

    private Path root;
    private Path ledger;
    private final List<Path> inputs = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        root = folder.resolve("made");
        ledger = folder.resolve("made.ledger");
        for (String name : List.of("in/one.toml", "in/two.toml", "other/back\\slash.ttl")) {
            if (Path.of(name).getNameCount() == 2) {
                inputs.add(file(folder.resolve(name)));
            }
        }
        List<InputFile> stamped = new ArrayList<>();
        for (Path input : inputs) {
            stamped.add(new InputFile(input, FileStamp.of(input)));
        }
        List<LedgerEntry> entries = new ArrayList<>();
        for (String output : OUTPUTS) {
            Path path = file(root.resolve(output));
            entries.add(new LedgerEntry(
                    RelativePath.parse(output),
                    FileStamp.of(path),
                    "template x",
                    "definition",
                    "content",
                    Map.of(),
                    Map.of()));
        }
        Files.write(ledger, new Ledger(KEY, "renderer", stamped, entries, List.of()).bytes());
    }

    private static Path file(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, path.toString());
        return Files.setLastModifiedTime(path, FileTime.fromMillis(1_700_000_000_123L));
    }

    private boolean isUpToDate() {
        return UpToDateCheck.isUpToDate(ledger, KEY, root);
    }

    @Test
    void what_was_written_holds() {
        assertThat(isUpToDate()).isTrue();
    }

    @Test
    void every_output_and_every_input_counts() throws IOException {
        List<Path> all = new ArrayList<>(inputs);
        for (String output : OUTPUTS) {
            all.add(root.resolve(output));
        }
        for (Path one : all) {
            String text = Files.readString(one);
            Files.writeString(one, text + "!");
            assertThat(isUpToDate()).as("%s changed", one).isFalse();
            Files.delete(one);
            assertThat(isUpToDate()).as("%s gone", one).isFalse();
            write();
            assertThat(isUpToDate()).isTrue();
        }
    }

    @Test
    void another_key_is_another_output() {
        for (String key : List.of("", KEY + "!", KEY.substring(1), KEY.replace('2', '3'))) {
            assertThat(UpToDateCheck.isUpToDate(ledger, key, root)).as(key).isFalse();
        }
    }

    @Test
    void a_ledger_that_was_cut_or_damaged_holds_nothing() throws IOException {
        byte[] whole = Files.readAllBytes(ledger);
        int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf("renderer renderer");
        for (int length = 0; length < end; length++) {
            Files.write(ledger, Arrays.copyOf(whole, length));
            assertThat(isUpToDate()).as("cut at %s", length).isFalse();
            byte[] damaged = whole.clone();
            damaged[length] ^= 1;
            Files.write(ledger, damaged);
            assertThat(isUpToDate()).as("damaged at %s", length).isFalse();
        }
        Files.delete(ledger);
        assertThat(isUpToDate()).isFalse();
    }

    @Test
    void a_link_in_the_place_of_an_output_counts_as_what_it_leads_to() throws IOException {
        Path output = root.resolve("b/c.txt");
        Path moved = Files.move(output, folder.resolve("moved.txt"));
        Files.createSymbolicLink(output, moved);
        assertThat(isUpToDate()).isTrue();
        Files.writeString(moved, "of the same length?".repeat(3));
        assertThat(isUpToDate()).isFalse();
    }
}
