package dev.packs.rendering;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** What stands between two operands. */
enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED_BY("/"),
    REMAINDER("%");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** As an author may write it. */
    String symbol() {
        return symbol;
    }

    @Nullable
    Object apply(@Nullable Object left, @Nullable Object right, Evaluation run, Spot spot) {
        return switch (this) {
            case EQUAL -> areEqual(left, right, spot);
            case NOT_EQUAL -> !areEqual(left, right, spot);
            case LESS -> compare(left, right, spot) < 0;
            case LESS_OR_EQUAL -> compare(left, right, spot) <= 0;
            case GREATER -> compare(left, right, spot) > 0;
            case GREATER_OR_EQUAL -> compare(left, right, spot) >= 0;
            default -> computed(left, right, run, spot);
        };
    }

    private Object computed(@Nullable Object left, @Nullable Object right, Evaluation run, Spot spot) {
        if (this == PLUS && (left instanceof String || right instanceof String)) {
            return concatenated(left, right, run, spot);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return calculated(a, b, spot);
        }
        throw mismatch(left, right, spot);
    }

    /** Values of two kinds are never equal, so comparing them is a mistake that would hide for long. */
    private boolean areEqual(@Nullable Object left, @Nullable Object right, Spot spot) {
        if (left != null && right != null && !PlainValues.kind(left).equals(PlainValues.kind(right))) {
            throw mismatch(left, right, spot);
        }
        return PlainValues.areEqual(left, right);
    }

    private int compare(@Nullable Object left, @Nullable Object right, Spot spot) {
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return PlainValues.decimal(a).compareTo(PlainValues.decimal(b));
        }
        throw mismatch(left, right, spot);
    }

    private static String concatenated(@Nullable Object left, @Nullable Object right, Evaluation run, Spot spot) {
        String a = run.print(left, spot);
        String b = run.print(right, spot);
        if ((long) a.length() + b.length() > run.budget().limits().fileCharacters()) {
            throw run.budget().tooLong(spot.place());
        }
        return a.concat(b);
    }

    private Object calculated(Number left, Number right, Spot spot) {
        try {
            if (left instanceof Long a && right instanceof Long b) {
                return integers(a, b);
            }
            BigDecimal result = decimals(PlainValues.decimal(left), PlainValues.decimal(right));
            if (PlainValues.isOutOfBounds(result)) {
                throw new ArithmeticException();
            }
            return result;
        } catch (ArithmeticException e) {
            throw spot.failed(
                    "`" + PlainValues.text(left) + " " + symbol + " " + PlainValues.text(right) + "` has no result",
                    "integers have 64 bits, and nothing can be divided by 0");
        }
    }

    private long integers(long a, long b) {
        return switch (this) {
            case PLUS -> Math.addExact(a, b);
            case MINUS -> Math.subtractExact(a, b);
            case TIMES -> Math.multiplyExact(a, b);
            case DIVIDED_BY -> {
                if (a == Long.MIN_VALUE && b == -1) {
                    throw new ArithmeticException();
                }
                yield a / b;
            }
            default -> a % b;
        };
    }

    private BigDecimal decimals(BigDecimal a, BigDecimal b) {
        return switch (this) {
            case PLUS -> a.add(b, MathContext.DECIMAL128);
            case MINUS -> a.subtract(b, MathContext.DECIMAL128);
            case TIMES -> a.multiply(b, MathContext.DECIMAL128);
            case DIVIDED_BY -> a.divide(b, MathContext.DECIMAL128);
            default -> a.remainder(b, MathContext.DECIMAL128);
        };
    }

    private dev.packs.PacksException mismatch(@Nullable Object left, @Nullable Object right, Spot spot) {
        String message =
                "`" + symbol + "` stands between " + PlainValues.kind(left) + " and " + PlainValues.kind(right);
        return spot.failed(message, help(left, right));
    }

    private static String help(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return "test for null first, or give a default: `(name ?: 0)`";
        }
        if (left instanceof Boolean || right instanceof Boolean) {
            return "a boolean needs no comparison: `enabled`, `not enabled`";
        }
        return "make both the same: `#strings.toString(n)`, `#numbers.toInteger(s)`";
    }
}
