package dev.packs.generation;

import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

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
        byte[] head = head().getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(256 * (entries.size() + 1));
        line(text, LedgerFormat.RENDERER, renderer);
        for (RelativePath folder : folders) {
            line(text, LedgerFormat.FOLDER, folder.text());
        }
        for (LedgerEntry entry : entries) {
            text.append(LedgerFormat.STAMP);
            stamp(text, entry.stamp(), '\n');
            line(text, LedgerFormat.ENTRY, entry.origin());
            line(text, LedgerFormat.DEFINITION, entry.definition());
            line(text, LedgerFormat.CONTENT, entry.content());
            entry.sources().forEach((path, digest) -> line(text, LedgerFormat.SOURCE, digest + " " + path));
            entry.reads().forEach((name, digest) -> line(text, LedgerFormat.READ, digest + " " + name));
        }
        byte[] rest = text.append(LedgerFormat.END).toString().getBytes(StandardCharsets.UTF_8);
        byte[] start = (LedgerFormat.HEADER + LedgerFormat.HEAD + head.length + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(start.length + head.length + rest.length)
                .put(start)
                .put(head)
                .put(rest)
                .array();
    }

    private String head() {
        StringBuilder text = new StringBuilder();
        line(text, LedgerFormat.KEY, String.valueOf(key.length()));
        text.append(key).append('\n');
        line(text, LedgerFormat.INPUTS, String.valueOf(inputs.size()));
        for (InputFile input : inputs) {
            String path = input.path().toString();
            boolean writable = path.indexOf('\n') < 0;
            stamp(text, writable ? input.stamp() : new FileStamp(FileStamp.DOUBTFUL, 0, 0), ' ');
            text.append(writable ? path : "?").append('\n');
        }
        line(text, LedgerFormat.OUTPUTS, entries.size() + " " + sum());
        for (LedgerEntry entry : entries) {
            text.append(entry.path().text()).append('\n');
        }
        return text.toString();
    }

    private String sum() {
        long sum = 0;
        for (LedgerEntry entry : entries) {
            FileStamp stamp = entry.stamp();
            if (stamp.size() < 0) {
                return LedgerFormat.DOUBTFUL;
            }
            sum = LedgerFormat.plus(sum, stamp.size(), TimeUnit.NANOSECONDS.toMillis(stamp.modified()));
        }
        return String.valueOf(sum);
    }

    private static void line(StringBuilder text, String word, String rest) {
        text.append(word).append(rest.replace('\n', ' ')).append('\n');
    }

    private static void stamp(StringBuilder text, FileStamp stamp, char terminator) {
        text.append(stamp.size())
                .append(' ')
                .append(stamp.modified())
                .append(' ')
                .append(stamp.key())
                .append(terminator);
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
            expect(LedgerFormat.HEAD);
            upTo('\n');
            expect(LedgerFormat.KEY);
            int length = Integer.parseInt(upTo('\n'));
            String key = text.substring(at, at + length);
            at += length + 1;
            expect(LedgerFormat.INPUTS);
            List<InputFile> inputs = new ArrayList<>();
            for (int left = Integer.parseInt(upTo('\n')); left > 0; left--) {
                FileStamp stamp = stamp(' ');
                inputs.add(new InputFile(Path.of(upTo('\n')), stamp));
            }
            expect(LedgerFormat.OUTPUTS);
            List<RelativePath> outputs = new ArrayList<>();
            int count = Integer.parseInt(upTo(' '));
            upTo('\n');
            while (outputs.size() < count) {
                outputs.add(RelativePath.parse(upTo('\n')));
            }
            expect(LedgerFormat.RENDERER);
            String renderer = upTo('\n');
            List<RelativePath> folders = new ArrayList<>();
            while (found(LedgerFormat.FOLDER)) {
                folders.add(RelativePath.parse(upTo('\n')));
            }
            List<LedgerEntry> entries = new ArrayList<>();
            for (RelativePath path : outputs) {
                entries.add(entry(path));
            }
            expect(LedgerFormat.END);
            return new Ledger(key, renderer, inputs, entries, folders);
        }

        private LedgerEntry entry(RelativePath path) {
            expect(LedgerFormat.STAMP);
            FileStamp stamp = stamp('\n');
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

        private FileStamp stamp(char terminator) {
            return new FileStamp(
                    Long.parseLong(upTo(' ')), Long.parseLong(upTo(' ')), Integer.parseInt(upTo(terminator)));
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
