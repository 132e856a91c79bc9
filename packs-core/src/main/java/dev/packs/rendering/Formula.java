package dev.packs.rendering;

import dev.packs.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expression as it can be read by somebody who puts it into another language. What is known of it has been computed: a part without anything open in it is a
 * {@link Literal}. The rules that the parts follow are in {@code docs/templates.md}.
 */
public sealed interface Formula {

    /** @param value a plain value: {@code String}, {@code Long}, {@code java.math.BigDecimal}, {@code Boolean}, {@code List}, {@code Map} or null */
    record Literal(@Nullable Object value) implements Formula {}

    /** A variable whose value is open. */
    record Variable(String name, Place place) implements Formula {}

    /** {@code query('name')}, where nobody can be asked. */
    record Rows(String query, Place place) implements Formula {}

    /** The item of an open loop around the expression. */
    record Item(int loop, Place place) implements Formula {}

    /** How far an open loop around the expression is; only ever the owner of a {@link Part}. */
    record Status(int loop, Place place) implements Formula {}

    /** {@code a.b}; if null-safe, {@code a?.b}. */
    record Part(Formula owner, String key, boolean nullSafe, Place place) implements Formula {}

    /** {@code a[b]}. */
    record Element(Formula owner, Formula index, Place place) implements Formula {}

    /** {@code not a}. */
    record Not(Formula operand) implements Formula {}

    /** {@code a or b}, {@code a and b}: a boolean, by the rule of conditions. */
    record Logic(Formula left, Formula right, boolean or) implements Formula {}

    /** {@code a ? b : c}; without a {@code yes}, {@code a ?: c}. */
    record Choice(Formula condition, Optional<Formula> yes, Formula no) implements Formula {}

    /** @param symbol as the author may write it: {@code ==}, {@code <}, {@code +} and their like */
    record Operation(String symbol, Formula left, Formula right, Place place) implements Formula {}

    /** @param function as in {@code #strings.trim} */
    record Call(String function, List<Formula> arguments, Place place) implements Formula {

        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
