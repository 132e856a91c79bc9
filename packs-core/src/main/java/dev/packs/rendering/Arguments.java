package dev.packs.rendering;

import dev.packs.PacksException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function was called with, by type; a wrong type is an error that names function and argument. */
final class Arguments {

    private final String function;
    private final @Nullable Object[] values;
    private final Evaluation run;
    private final Spot spot;

    Arguments(String function, @Nullable Object[] values, Evaluation run, Spot spot) {
        this.function = function;
        this.values = values;
        this.run = run;
        this.spot = spot;
    }

    int size() {
        return values.length;
    }

    @Nullable
    Object any(int at) {
        return values[at];
    }

    /** A string, or a number or boolean as it is printed. */
    String text(int at) {
        Object value = values[at];
        if (value instanceof String text) {
            return text;
        }
        if (value == null || !PlainValues.isScalar(value)) {
            throw wrong(at, "a string");
        }
        return PlainValues.text(value);
    }

    /** An item of a list as text. */
    String textOf(@Nullable Object item) {
        if (item == null || !PlainValues.isScalar(item)) {
            throw failed(
                    "meets " + PlainValues.kind(item) + " in the list", "only strings, numbers and booleans are text");
        }
        return PlainValues.text(item);
    }

    long integer(int at) {
        if (values[at] instanceof Long number) {
            return number;
        }
        throw wrong(at, "an integer");
    }

    /** An integer from 0 to the length of the longest text allowed. */
    int count(int at) {
        long number = integer(at);
        if (number < 0) {
            throw failed("is called with `" + number + "`", "the argument must not be negative");
        }
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    BigDecimal decimal(int at) {
        if (values[at] instanceof Number number) {
            return PlainValues.decimal(number);
        }
        throw wrong(at, "a number");
    }

    List<?> list(int at) {
        if (values[at] instanceof List<?> list) {
            return list;
        }
        throw wrong(at, "a list");
    }

    Map<?, ?> map(int at) {
        if (values[at] instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(at, "a map");
    }

    /** What is kept of a list that is the rows of a query; null for others. */
    @Nullable
    RowIndex index(List<?> list) {
        return run.budget().index(list);
    }

    /** Where text is collected whose length the template decides. */
    BoundedText collector() {
        return new BoundedText(run, spot);
    }

    /** Counts items that a function makes as turns of a loop. */
    void spend(long items) {
        if (!run.budget().iterate(items)) {
            throw run.budget().exhausted(spot.place());
        }
    }

    private PacksException wrong(int at, String needed) {
        Object value = values[at];
        return failed(
                "takes " + needed + " as argument " + (at + 1) + ", not " + PlainValues.kind(value),
                value == null
                        ? "give a value for this case: `(name ?: 'a default')`"
                        : "docs/templates.md lists the functions");
    }

    PacksException failed(String whatHappened, String help) {
        return spot.failed("`" + function + "` " + whatHappened, help);
    }
}
