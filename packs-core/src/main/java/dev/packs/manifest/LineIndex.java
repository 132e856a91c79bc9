package dev.packs.manifest;

import dev.packs.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns an offset in a text into line and column. */
final class LineIndex {

    private final List<Integer> starts = new ArrayList<>(List.of(0));

    LineIndex(String text) {
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
    }

    Place place(String file, int offset) {
        int found = Collections.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Place(file, line + 1, offset - starts.get(line) + 1);
    }
}
