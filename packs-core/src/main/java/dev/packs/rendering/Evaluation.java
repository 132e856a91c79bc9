package dev.packs.rendering;

import dev.packs.PacksException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One evaluation on its way: what may be read, what was read, what loops hold, and what is left to spend. */
final class Evaluation {

    private final Scope scope;
    private final Budget budget;
    private final @Nullable Object[] locals;
    private final Set<String> reads = new HashSet<>();
    private @Nullable BranchRecorder branches;

    Evaluation(Scope scope, Budget budget, int locals) {
        this.scope = scope;
        this.budget = budget;
        this.locals = new @Nullable Object[locals];
    }

    /** From now on, which ways the template takes. */
    void record(@Nullable BranchRecorder recorder) {
        branches = recorder;
    }

    void took(Spot spot, boolean yes) {
        if (branches != null) {
            branches.took(spot.place().toString(), yes);
        }
    }

    Budget budget() {
        return budget;
    }

    /** The variables that were really read, and the queries, as {@link QueryRows#readAs}. */
    Set<String> reads() {
        return reads;
    }

    void step(Spot spot) {
        if (!budget.step()) {
            throw budget.exhausted(spot.place());
        }
    }

    @Nullable
    Object local(int slot) {
        return locals[slot];
    }

    void setLocal(int slot, @Nullable Object value) {
        locals[slot] = value;
    }

    @Nullable
    Object variable(String name, Spot spot) {
        Object value = scope.get(name);
        if (value == null && !scope.contains(name)) {
            throw undefined(name, spot);
        }
        reads.add(name);
        return value;
    }

    /** The rows of a query. The clock of rendering stands still meanwhile: queries have limits of their own. */
    List<?> rows(String query, Spot spot) {
        QueryRows queries = scope.queries();
        if (queries == null || !queries.names().contains(query)) {
            throw undefined(QueryRows.readAs(query), spot);
        }
        reads.add(QueryRows.readAs(query));
        budget.pause();
        try {
            List<?> rows = queries.rows(query);
            budget.rows(rows);
            return rows;
        } finally {
            budget.resume();
        }
    }

    private PacksException undefined(String name, Spot spot) {
        List<String> declared = new ArrayList<>(scope.names());
        QueryRows queries = scope.queries();
        if (queries != null) {
            for (String query : queries.names()) {
                declared.add(QueryRows.readAs(query));
            }
        }
        return Undefined.problem(name, spot.place(), declared).asException();
    }

    /** The text of a scalar, as it appears in a file. */
    String print(@Nullable Object value, Spot spot) {
        if (value instanceof String text) {
            return text;
        }
        if (value == null) {
            throw spot.failed("the value to print is null", "give a value for this case: `[(${name ?: 'a default'})]`");
        }
        if (!PlainValues.isScalar(value)) {
            throw spot.failed(
                    "the value to print is " + PlainValues.kind(value),
                    "join it, `#lists.join(items, ', ')`, or loop over it");
        }
        return PlainValues.text(value);
    }
}
