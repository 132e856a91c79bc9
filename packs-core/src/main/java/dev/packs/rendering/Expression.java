package dev.packs.rendering;

import dev.packs.Place;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A formula of the pack's author over plain values, as {@code docs/templates.md} describes it. Parsed once; immutable; reaches nothing but its scope and the functions. */
public final class Expression {

    private final String source;
    private final Node node;
    private final SortedSet<String> names;

    private Expression(String source, Node node, SortedSet<String> names) {
        this.source = source;
        this.node = node;
        this.names = Collections.unmodifiableSortedSet(names);
    }

    /**
     * Takes <code>${…}</code>, several of them with operators and literals between, or only what stands inside.
     *
     * @param place of the first character
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#EXPRESSION_SYNTAX} or {@link dev.packs.ProblemCode#TEMPLATE_FORBIDDEN}
     */
    public static Expression parse(String text, Place place) {
        ExpressionParser parser =
                new ExpressionParser(text, 0, text.length(), new Positions(place, text), Collections.emptyMap());
        Node node = text.contains("${") ? parser.attribute() : parser.inside();
        return new Expression(text, node, parser.names());
    }

    Node node() {
        return node;
    }

    /** The variables that it may read, and the queries, as {@link QueryRows#readAs}. */
    public SortedSet<String> names() {
        return names;
    }

    /**
     * A plain value: {@code String}, {@code Long}, {@code java.math.BigDecimal}, {@code Boolean}, {@code List}, {@code Map} or null.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#VARIABLE_UNDEFINED}, {@link dev.packs.ProblemCode#TEMPLATE_FAILED} or
     *     {@link dev.packs.ProblemCode#LIMIT_EXCEEDED}
     */
    public @Nullable Object evaluate(Scope scope) {
        Budget budget = new Budget(RenderLimits.standard());
        budget.start();
        return node.value(new Evaluation(scope, budget, 0));
    }

    public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> values) {
        return evaluate(Scope.of(values));
    }

    /** The value as a condition: null, false, 0, an empty string, list or map, and the strings {@code false}, {@code off}, {@code no} are false. */
    public boolean isTrue(Scope scope) {
        return PlainValues.isTrue(evaluate(scope));
    }

    public boolean isTrue(Map<String, ? extends @Nullable Object> values) {
        return isTrue(Scope.of(values));
    }

    /** As the author wrote it. */
    @Override
    public String toString() {
        return source;
    }
}
