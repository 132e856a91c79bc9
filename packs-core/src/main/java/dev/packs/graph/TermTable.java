package dev.packs.graph;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Terms by number, from 0. Each is kept in its one spelling in canonical N-Triples, as {@link Term#toString} gives it, in UTF-8; they are sorted by these bytes, unsigned.
 *
 * <p>The buffers may be those of a mapped file. Safe for use by several threads.
 */
public final class TermTable {

    private final ByteBuffer text;
    private final IntBuffer ends;

    /**
     * Both are used as they are, from their index 0.
     *
     * @param text all spellings, each with a line feed behind it
     * @param ends where each spelling ends in the text, which is where its line feed stands
     */
    public TermTable(ByteBuffer text, IntBuffer ends) {
        this.text = text;
        this.ends = ends;
    }

    public int size() {
        return ends.limit();
    }

    /** All spellings, each with a line feed behind it; to be read from its index 0. */
    public ByteBuffer text() {
        return text.duplicate();
    }

    /** Where the line feed of each spelling stands. */
    public IntBuffer ends() {
        return ends.duplicate();
    }

    public String spelling(int number) {
        int start = start(number);
        byte[] bytes = new byte[ends.get(number) - start];
        text.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public Term term(int number) {
        return NTriples.parse(spelling(number));
    }

    /** The number of a term; -1 if it is not here. */
    public int find(Term term) {
        return find(term.toString());
    }

    /** The number of a term by its spelling; -1 if it is not here. */
    public int find(String spelling) {
        byte[] wanted = spelling.getBytes(StandardCharsets.UTF_8);
        int place = place(wanted);
        return place < size() && compare(place, wanted) == 0 ? place : -1;
    }

    /** The number of the first term that is spelled so or sorts behind it; {@link #size} if all are before it. All terms with one beginning have numbers in a row. */
    public int firstFrom(String beginning) {
        return place(beginning.getBytes(StandardCharsets.UTF_8));
    }

    /** The number of the first term from a number on that does not begin so. */
    public int endOf(String beginning, int from) {
        byte[] wanted = beginning.getBytes(StandardCharsets.UTF_8);
        int end = from;
        while (end < size() && begins(end, wanted)) {
            end++;
        }
        return end;
    }

    private boolean begins(int number, byte[] wanted) {
        int start = start(number);
        if (ends.get(number) - start < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (text.get(start + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private int place(byte[] wanted) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int number, byte[] wanted) {
        int start = start(number);
        int length = ends.get(number) - start;
        int common = Math.min(length, wanted.length);
        for (int i = 0; i < common; i++) {
            int order = (text.get(start + i) & 0xFF) - (wanted[i] & 0xFF);
            if (order != 0) {
                return order;
            }
        }
        return length - wanted.length;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends.get(number - 1) + 1;
    }
}
