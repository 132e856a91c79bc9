package dev.packs.rendering;

import dev.packs.Nearest;
import dev.packs.ProblemCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed expression, or a part of one. Immutable; what changes while it runs is in the {@link Evaluation}. */
abstract class Node {

    /** How many nodes lie above each other; bounded by the parser, so that no evaluation overflows the stack. */
    final int depth;

    Node(int depth) {
        this.depth = depth;
    }

    abstract @Nullable Object value(Evaluation run);

    static int above(Node a, Node b) {
        return Math.max(a.depth, b.depth) + 1;
    }

    /** A literal. */
    static final class Constant extends Node {
        final @Nullable Object value;

        Constant(@Nullable Object value) {
            super(1);
            this.value = value;
        }

        @Override
        @Nullable
        Object value(Evaluation run) {
            return value;
        }
    }

    /** A variable of the pack. */
    static final class Variable extends Node {
        final String name;
        final Spot spot;

        Variable(String name, Spot spot) {
            super(1);
            this.name = name;
            this.spot = spot;
        }

        @Override
        @Nullable
        Object value(Evaluation run) {
            run.step(spot);
            return run.variable(name, spot);
        }
    }

    /** {@code query('name')}. */
    static final class Rows extends Node {
        final String query;
        final Spot spot;

        Rows(String query, Spot spot) {
            super(1);
            this.query = query;
            this.spot = spot;
        }

        @Override
        @Nullable
        Object value(Evaluation run) {
            run.step(spot);
            return run.rows(query, spot);
        }
    }

    /** What a loop around the expression holds. */
    static final class Local extends Node {
        final int slot;
        final Spot spot;

        Local(int slot, Spot spot) {
            super(1);
            this.slot = slot;
            this.spot = spot;
        }

        @Override
        @Nullable
        Object value(Evaluation run) {
            run.step(spot);
            return run.local(slot);
        }
    }

    /** {@code a.b}, or {@code a?.b}, which is null where {@code a} is. */
    static final class Property extends Node {
        final Node owner;
        final String key;
        final boolean nullSafe;
        final Spot spot;

        Property(Node owner, String key, boolean nullSafe, Spot spot) {
            super(owner.depth + 1);
            this.owner = owner;
            this.key = key;
            this.nullSafe = nullSafe;
            this.spot = spot;
        }

        @Override
        @Nullable
        Object value(Evaluation run) {
            run.step(spot);
            Object value = owner.value(run);
            if (value == null && nullSafe) {
                return null;
            }
            return entry(value, key, spot);
        }
    }

    /** {@code a[0]} or {@code a['b']}. */
    static final class Index extends Node {
        final Node owner;
        final Node index;
        final Spot spot;

        Index(Node owner, Node index, Spot spot) {
            super(above(owner, index));
            this.owner = owner;
            this.index = index;
            this.spot = spot;
        }

        @Override
        @Nullable
        Object value(Evaluation run) {
            run.step(spot);
            Object value = owner.value(run);
            Object at = index.value(run);
            if (value instanceof List<?> list) {
                if (!(at instanceof Long position)) {
                    throw spot.failed("the index of a list is " + PlainValues.kind(at), "count from 0, as in `a[0]`");
                }
                if (position < 0 || position >= list.size()) {
                    throw spot.problem(
                            ProblemCode.VARIABLE_UNDEFINED,
                            "the list has " + list.size() + " items and none at the index `" + position + "`",
                            "test `#lists.size(a) > " + position + "` first");
                }
                return list.get(position.intValue());
            }
            if (!(at instanceof String key)) {
                throw spot.failed(
                        PlainValues.kind(value) + " has no index of " + PlainValues.kind(at),
                        "lists are indexed by integers and maps by strings");
            }
            return entry(value, key, spot);
        }
    }

    private static @Nullable Object entry(@Nullable Object owner, String key, Spot spot) {
        if (owner instanceof Map<?, ?> map) {
            Object value = map.get(key);
            if (value == null && !map.containsKey(key)) {
                throw spot.problem(
                        ProblemCode.VARIABLE_UNDEFINED,
                        "the map has no key `" + key + "`",
                        nearestKey(key, map)
                                .orElse("test `#maps.containsKey(a, '" + key + "')` first, or use `#maps.get(a, '" + key
                                        + "', 'a default')`"));
            }
            return value;
        }
        if (owner instanceof LoopStatus status) {
            if (!LoopStatus.NAMES.contains(key)) {
                throw spot.problem(
                        ProblemCode.VARIABLE_UNDEFINED,
                        "the state of a loop has no `" + key + "`",
                        Nearest.question(key, LoopStatus.NAMES).orElse("it has " + LoopStatus.NAMES));
            }
            return status.get(key);
        }
        if (owner == null) {
            throw spot.failed(
                    "`" + key + "` is asked of null", "use `?." + key + "`, which is null then, or test it before");
        }
        throw spot.failed(
                PlainValues.kind(owner) + " has no `" + key + "`",
                "maps have keys; what else there is to know of a value, functions such as `#strings.length(s)` tell");
    }

    private static java.util.Optional<String> nearestKey(String key, Map<?, ?> map) {
        List<String> keys = new java.util.ArrayList<>();
        for (Object candidate : map.keySet()) {
            keys.add((String) candidate);
        }
        return Nearest.question(key, keys);
    }

    /** {@code not a}. */
    static final class Not extends Node {
        final Node operand;

        Not(Node operand) {
            super(operand.depth + 1);
            this.operand = operand;
        }

        @Override
        @Nullable
        Object value(Evaluation run) {
            return !PlainValues.isTrue(operand.value(run));
        }
    }

    /** {@code a and b}, {@code a or b}: the second is looked at only where it decides. */
    static final class Both extends Node {
        final Node left;
        final Node right;
        final boolean or;

        Both(Node left, Node right, boolean or) {
            super(above(left, right));
            this.left = left;
            this.right = right;
            this.or = or;
        }

        @Override
        @Nullable
        Object value(Evaluation run) {
            return PlainValues.isTrue(left.value(run)) == or
                    ? (Boolean) or
                    : (Boolean) PlainValues.isTrue(right.value(run));
        }
    }

    /** {@code a ? b : c}, and {@code a ?: c}, which takes c only where a is null. */
    static final class Choice extends Node {
        final Node condition;
        final @Nullable Node yes;
        final Node no;

        Choice(Node condition, @Nullable Node yes, Node no) {
            super(Math.max(above(condition, no), yes == null ? 0 : yes.depth + 1));
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        @Nullable
        Object value(Evaluation run) {
            Object value = condition.value(run);
            if (yes == null) {
                return value != null ? value : no.value(run);
            }
            return PlainValues.isTrue(value) ? yes.value(run) : no.value(run);
        }
    }

    /** {@code a + b}, {@code a < b} and their like. */
    static final class Binary extends Node {
        final Operator operator;
        final Node left;
        final Node right;
        final Spot spot;

        Binary(Operator operator, Node left, Node right, Spot spot) {
            super(above(left, right));
            this.operator = operator;
            this.left = left;
            this.right = right;
            this.spot = spot;
        }

        @Override
        @Nullable
        Object value(Evaluation run) {
            run.step(spot);
            return operator.apply(left.value(run), right.value(run), run, spot);
        }
    }

    /** {@code #group.function(a, b)}. */
    static final class Call extends Node {
        final FunctionGroup group;
        final String function;
        final List<Node> arguments;
        final Spot spot;

        Call(FunctionGroup group, String function, List<Node> arguments, int depth, Spot spot) {
            super(depth);
            this.group = group;
            this.function = function;
            this.arguments = arguments;
            this.spot = spot;
        }

        @Override
        @Nullable
        Object value(Evaluation run) {
            run.step(spot);
            @Nullable Object[] values = new @Nullable Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).value(run);
            }
            return group.call(function, new Arguments(group.name() + "." + function, values, run, spot));
        }
    }
}
