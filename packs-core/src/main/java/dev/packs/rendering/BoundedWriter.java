package dev.packs.rendering;

import dev.packs.Place;
import java.io.Writer;

/** Collects a file's text and stops where the {@link Budget} says so. */
final class BoundedWriter extends Writer {

    private final StringBuilder text;
    private final Budget budget;
    private final Place place;

    /**
     * @param text empty, and nobody else's while this is written to
     * @param place of the file, for text that has no place of its own
     */
    BoundedWriter(StringBuilder text, Budget budget, Place place) {
        this.text = text;
        this.budget = budget;
        this.place = place;
    }

    /** @param spot for the message, if it is too much */
    void write(String part, Spot spot) {
        if (!budget.write(part.length())) {
            throw budget.exhausted(spot.place());
        }
        text.append(part);
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        count(length);
        text.append(buffer, offset, length);
    }

    @Override
    public void write(String part) {
        count(part.length());
        text.append(part);
    }

    @Override
    public void write(String part, int offset, int length) {
        count(length);
        text.append(part, offset, offset + length);
    }

    private void count(int length) {
        if (!budget.write(length)) {
            throw budget.exhausted(place);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
