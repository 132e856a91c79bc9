package dev.packs.terminal;

import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Texts that nothing on a screen or in a report may show: each line of each secret value, those in lists and objects included.
 *
 * <p>A line of less than {@value #SHORTEST} characters stands in every other word and counts only where it is the whole text; {@code true} and {@code false} are no secrets.
 */
public final class Secrets {

    static final int SHORTEST = 4;
    static final String MASK = "***";

    private final Set<String> lines = new TreeSet<>();
    private final Set<String> shortOnes = new TreeSet<>();

    private Secrets() {}

    public static Secrets none() {
        return new Secrets();
    }

    /** @param values texts, numbers, lists, objects; what is null is none */
    public static Secrets of(Collection<? extends @Nullable Object> values) {
        Secrets secrets = new Secrets();
        values.forEach(secrets::add);
        return secrets;
    }

    private void add(@Nullable Object value) {
        if (value instanceof Collection<?> items) {
            items.forEach(this::add);
        } else if (value instanceof Map<?, ?> fields) {
            fields.values().forEach(this::add);
        } else if (value != null && !(value instanceof Boolean)) {
            addText(value.toString());
        }
    }

    private void addText(String text) {
        String whole = text.strip();
        if (whole.length() < SHORTEST && !whole.isEmpty()) {
            shortOnes.add(whole);
        }
        text.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST)
                .forEach(lines::add);
        if (whole.length() >= SHORTEST) {
            lines.add(whole);
        }
    }

    /** The text with {@code ***} in the place of each secret. Give it one line, before anything is cut off it. */
    public String masked(String text) {
        return shortOnes.contains(text.strip()) ? MASK : without(text, found(text));
    }

    /** The same of a text that was cut somewhere, so that its end may be the beginning of a secret. */
    public String maskedCut(String text) {
        BitSet hidden = found(text);
        for (String line : lines) {
            for (int length = Math.min(line.length() - 1, text.length()); length >= SHORTEST; length--) {
                if (text.endsWith(line.substring(0, length))) {
                    hidden.set(text.length() - length, text.length());
                    break;
                }
            }
        }
        return without(text, hidden);
    }

    private BitSet found(String text) {
        BitSet hidden = new BitSet(text.length());
        for (String line : lines) {
            for (int at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1)) {
                hidden.set(at, at + line.length());
            }
        }
        return hidden;
    }

    private static String without(String text, BitSet hidden) {
        if (hidden.isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = hidden.get(at) ? hidden.nextClearBit(at) : hidden.nextSetBit(at);
            shown.append(hidden.get(at) ? MASK : text.substring(at, end < 0 ? text.length() : end));
            at = end < 0 ? text.length() : end;
        }
        return shown.toString();
    }

    /** Only {@code ***} where the text holds a secret, whatever became of its blanks and line ends. */
    public String hidden(String text) {
        String plain = collapsed(text);
        boolean holds = shortOnes.contains(plain.strip());
        for (String line : lines) {
            holds |= plain.contains(collapsed(line));
        }
        return holds ? MASK : text;
    }

    private static String collapsed(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
