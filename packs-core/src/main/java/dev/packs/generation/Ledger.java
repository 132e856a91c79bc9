package dev.packs.generation;

import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a build-bound generation wrote, and from what: the memory that lets the next one do only what is needed and touch only what is its own.
 *
 * @param key all that the output depends on and that is no file; empty if the output is incomplete
 * @param renderer the identity of what turned templates into text
 * @param folders below the output root, those that a generation created
 */
record Ledger(
        String key, String renderer, List<InputFile> inputs, List<LedgerEntry> entries, List<RelativePath> folders) {

    Ledger {
        inputs = List.copyOf(inputs);
        entries = List.copyOf(entries);
        folders = List.copyOf(folders);
    }

    static Ledger empty() {
        return new Ledger("", "", List.of(), List.of(), List.of());
    }

    /** The ledger in a file, or nothing if there is none that can be understood. */
    static Optional<Ledger> read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            return Optional.of(new Reader(Files.readString(file)).read());
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    Map<RelativePath, LedgerEntry> byPath() {
        Map<RelativePath, LedgerEntry> byPath = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            byPath.put(entry.path(), entry);
        }
        return byPath;
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(256 * (entries.size() + 1)).append(LedgerFormat.HEADER);
        line(text, LedgerFormat.KEY, String.valueOf(key.length()));
        text.append(key).append('\n');
        line(text, LedgerFormat.INPUTS, String.valueOf(inputs.size()));
        for (InputFile input : inputs) {
            String path = input.path().toString();
            boolean writable = path.indexOf('\n') < 0;
            stamp(text, writable ? input.stamp() : new FileStamp(FileStamp.DOUBTFUL, 0, 0));
            text.append(writable ? path : "?").append('\n');
        }
        line(text, LedgerFormat.OUTPUTS, String.valueOf(entries.size()));
        for (LedgerEntry entry : entries) {
            stamp(text, entry.stamp());
            text.append(entry.path().text()).append('\n');
        }
        line(text, LedgerFormat.RENDERER, renderer);
        for (RelativePath folder : folders) {
            line(text, LedgerFormat.FOLDER, folder.text());
        }
        for (LedgerEntry entry : entries) {
            line(text, LedgerFormat.ENTRY, entry.origin());
            line(text, LedgerFormat.DEFINITION, entry.definition());
            line(text, LedgerFormat.CONTENT, entry.content());
            entry.sources().forEach((path, digest) -> line(text, LedgerFormat.SOURCE, digest + " " + path));
            entry.reads().forEach((name, digest) -> line(text, LedgerFormat.READ, digest + " " + name));
        }
        return text.append(LedgerFormat.END).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String word, String rest) {
        text.append(word).append(rest.replace('\n', ' ')).append('\n');
    }

    private static void stamp(StringBuilder text, FileStamp stamp) {
        text.append(stamp.size())
                .append(' ')
                .append(stamp.modified())
                .append(' ')
                .append(stamp.key())
                .append(' ');
    }

    /** Takes a ledger's text apart, word by word. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Ledger read() {
            expect(LedgerFormat.HEADER);
            expect(LedgerFormat.KEY);
            int length = Integer.parseInt(upTo('\n'));
            String key = text.substring(at, at + length);
            at += length + 1;
            expect(LedgerFormat.INPUTS);
            List<InputFile> inputs = new ArrayList<>();
            for (int left = Integer.parseInt(upTo('\n')); left > 0; left--) {
                FileStamp stamp = stamp();
                inputs.add(new InputFile(Path.of(upTo('\n')), stamp));
            }
            expect(LedgerFormat.OUTPUTS);
            Map<RelativePath, FileStamp> outputs = new LinkedHashMap<>();
            for (int left = Integer.parseInt(upTo('\n')); left > 0; left--) {
                FileStamp stamp = stamp();
                outputs.put(RelativePath.parse(upTo('\n')), stamp);
            }
            expect(LedgerFormat.RENDERER);
            String renderer = upTo('\n');
            List<RelativePath> folders = new ArrayList<>();
            while (found(LedgerFormat.FOLDER)) {
                folders.add(RelativePath.parse(upTo('\n')));
            }
            List<LedgerEntry> entries = new ArrayList<>();
            outputs.forEach((path, stamp) -> entries.add(entry(path, stamp)));
            expect(LedgerFormat.END);
            return new Ledger(key, renderer, inputs, entries, folders);
        }

        private LedgerEntry entry(RelativePath path, FileStamp stamp) {
            expect(LedgerFormat.ENTRY);
            String origin = upTo('\n');
            expect(LedgerFormat.DEFINITION);
            String definition = upTo('\n');
            expect(LedgerFormat.CONTENT);
            String content = upTo('\n');
            return new LedgerEntry(
                    path, stamp, origin, definition, content, digests(LedgerFormat.SOURCE), digests(LedgerFormat.READ));
        }

        private Map<String, String> digests(String word) {
            Map<String, String> digests = new TreeMap<>();
            while (found(word)) {
                String digest = upTo(' ');
                digests.put(upTo('\n'), digest);
            }
            return digests;
        }

        private FileStamp stamp() {
            return new FileStamp(Long.parseLong(upTo(' ')), Long.parseLong(upTo(' ')), Integer.parseInt(upTo(' ')));
        }

        private boolean found(String word) {
            if (!text.startsWith(word, at)) {
                return false;
            }
            at += word.length();
            return true;
        }

        private void expect(String word) {
            if (!found(word)) {
                throw new NoSuchElementException(word);
            }
        }

        private String upTo(char terminator) {
            int end = text.indexOf(terminator, at);
            String part = text.substring(at, end);
            at = end + 1;
            return part;
        }
    }
}
