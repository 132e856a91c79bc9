package dev.packs.graph.rdf4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** An array, and where each column is in it. */
final class RowPlace {

    private final Map<String, Integer> columns;
    private final int[] row;

    RowPlace(Map<String, Integer> columns, int[] row) {
        this.columns = columns;
        this.row = row;
    }

    static RowPlace of(Set<String> columns) {
        Map<String, Integer> places = new HashMap<>();
        for (String column : columns) {
            places.put(column, places.size());
        }
        int[] row = new int[places.size()];
        Arrays.fill(row, NumberedRows.UNBOUND);
        return new RowPlace(places, row);
    }

    RowPlace copy() {
        return new RowPlace(columns, row.clone());
    }

    int at(String column) {
        return Objects.requireNonNull(columns.get(column));
    }

    int[] at(List<String> names) {
        int[] places = new int[names.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = at(names.get(i));
        }
        return places;
    }

    NumberedFilter.Operand operand(QueriedTriples triples, Shape.Slot slot) {
        String column = slot.column();
        return new NumberedFilter.Operand(triples, row, column == null ? 0 : at(column), slot.value());
    }

    int[] unbound(Set<String> names, Set<String> bound) {
        Set<String> others = new LinkedHashSet<>(names);
        others.removeAll(bound);
        return at(new ArrayList<>(others));
    }

    void clear(int[] places) {
        for (int at : places) {
            row[at] = NumberedRows.UNBOUND;
        }
    }

    /** The array itself. */
    int[] row() {
        return row;
    }
}
