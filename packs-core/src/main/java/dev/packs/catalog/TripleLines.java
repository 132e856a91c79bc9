package dev.packs.catalog;

import java.util.Arrays;

/** The last part of a catalogue: for each subject a line, its number, then a predicate and its objects with commas between them, and so on, all ascending. */
final class TripleLines {

    private final Lines lines;
    private final byte[] bytes;
    private final int terms;
    private final int count;
    private int[] rows;
    private int length;
    private int at;

    /**
     * The lines that follow.
     *
     * @param terms how many numbers mean something
     * @param count how many triples there have to be
     */
    TripleLines(Lines lines, int terms, int count) {
        this.lines = lines;
        this.bytes = lines.bytes();
        this.terms = terms;
        this.count = count;
        rows = new int[3 * Math.min(count, 1 << 16)];
    }

    /** Subject, predicate and object of one triple after the other, sorted. */
    int[] read() {
        int subject = -1;
        while (length < 3 * count) {
            at = lines.at();
            int end = lines.next(Integer.MAX_VALUE - 8);
            int next = number(end);
            if (next <= subject) {
                throw lines.stop(
                        next < 0 ? "this is no line of triples" : "the subject does not come after the one before");
            }
            subject = next;
            predicates(subject, end);
        }
        return Arrays.copyOf(rows, length);
    }

    private void predicates(int subject, int end) {
        int predicate = -1;
        do {
            int next = at < end && bytes[at] == ' ' ? number(end, at + 1) : -1;
            if (next <= predicate || at >= end || bytes[at] != ' ') {
                throw lines.stop("a predicate is missing or does not come after the one before");
            }
            predicate = next;
            int object = -1;
            do {
                int other = number(end, at + 1);
                if (other <= object) {
                    throw lines.stop("an object is missing or does not come after the one before");
                }
                object = other;
                add(subject, predicate, object);
            } while (at < end && bytes[at] == ',');
        } while (at < end);
    }

    private int number(int end, int from) {
        at = from;
        return number(end);
    }

    /** The number that begins here, and goes past it; -1 if there is none, or no term has it. */
    private int number(int end) {
        int start = at;
        int number = 0;
        while (at < end && at - start < 10 && bytes[at] >= '0' && bytes[at] <= '9') {
            number = 10 * number + bytes[at] - '0';
            at++;
        }
        boolean isWritten = at > start && at - start < 10 && (bytes[start] != '0' || at == start + 1);
        return isWritten && number < terms ? number : -1;
    }

    private void add(int subject, int predicate, int object) {
        if (length == 3 * count) {
            throw lines.stop("there are more triples than the " + count + " that were announced");
        }
        if (length == rows.length) {
            rows = Arrays.copyOf(rows, (int) Math.min(3L * count, 2L * length));
        }
        rows[length] = subject;
        rows[length + 1] = predicate;
        rows[length + 2] = object;
        length += 3;
    }
}
