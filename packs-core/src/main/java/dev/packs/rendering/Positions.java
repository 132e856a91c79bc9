package dev.packs.rendering;

import dev.packs.Place;

/** Turns offsets in a text into places, when somebody asks. */
final class Positions {

    private final Place start;
    private final String text;

    /** @param start of the first character */
    Positions(Place start, String text) {
        this.start = start;
        this.text = text;
    }

    static Positions ofFile(String file, String text) {
        return new Positions(new Place(file, 1, 1), text);
    }

    Place at(int offset) {
        if (start.line() <= 0) {
            return start;
        }
        int line = start.line();
        int lineStart = -1;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        if (lineStart >= 0) {
            return new Place(start.file(), line, offset - lineStart + 1);
        }
        return new Place(start.file(), line, start.column() <= 0 ? 0 : start.column() + offset);
    }
}
