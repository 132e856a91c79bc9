package dev.packs.rendering;

import org.jspecify.annotations.Nullable;

/** What a tag does, with its expressions parsed. */
sealed interface Directive {

    /** Text of the author's that Thymeleaf must not see, because it might take it for its own. */
    record Literal(String text) implements Directive {}

    /** <code>[(${…})]</code>, {@code th:text}, {@code th:utext}. */
    record Print(Node value, Spot spot) implements Directive {}

    /** {@code th:if}, {@code th:unless}. */
    record Condition(Node value, boolean wanted, Spot spot) implements Directive {}

    /** {@code th:each}. The item is kept in the slot, how far the loop is in the next. */
    record Loop(Node items, int slot, Spot spot) implements Directive {}

    /** {@code th:switch}. The value is kept in the slot, and whether a case was taken in the next. */
    record Switch(Node value, int slot, Spot spot) implements Directive {}

    /** {@code th:case}; without a value, {@code *}. */
    record Case(@Nullable Node value, int slot, Spot spot) implements Directive {}
}
