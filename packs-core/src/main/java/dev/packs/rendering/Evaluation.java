package dev.packs.rendering;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One evaluation on its way: what may be read, what was read, what loops hold, and what is left to spend. */
final class Evaluation {

    private final Scope scope;
    private final Budget budget;
    private final @Nullable Object[] locals;
    private final Set<String> reads = new HashSet<>();

    Evaluation(Scope scope, Budget budget, int locals) {
        this.scope = scope;
        this.budget = budget;
        this.locals = new @Nullable Object[locals];
    }

    Budget budget() {
        return budget;
    }

    /** The variables that were really read. */
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

    private PacksException undefined(String name, Spot spot) {
        Problem problem =
                Problem.at(ProblemCode.VARIABLE_UNDEFINED, spot.place(), "the variable `" + name + "` is not defined");
        return problem.help(Nearest.question(name, scope.names())
                        .orElse("declare it in pack.toml under [[variables]], or correct the name"))
                .asException();
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
