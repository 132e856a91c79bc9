package dev.packs.rendering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code #numbers}. */
final class NumberFunctions extends FunctionGroup {

    private static final int MOST_DIGITS = 100;

    NumberFunctions() {
        super("#numbers", "sequence/2-3 formatInteger/2 formatDecimal/3 toInteger/1 abs/1 min/2 max/2");
    }

    @Override
    @Nullable
    Object call(String function, Arguments with) {
        return switch (function) {
            case "sequence" -> sequence(with);
            case "formatInteger" -> padded(with.integer(0), digits(with, 1));
            case "formatDecimal" -> decimal(with.decimal(0), digits(with, 1), digits(with, 2));
            case "toInteger" -> toInteger(with);
            case "abs" -> with.decimal(0).signum() < 0 ? negated(with) : with.any(0);
            case "min" -> with.decimal(0).compareTo(with.decimal(1)) <= 0 ? with.any(0) : with.any(1);
            case "max" -> with.decimal(0).compareTo(with.decimal(1)) >= 0 ? with.any(0) : with.any(1);
            default -> throw unlisted(function);
        };
    }

    /** Both ends inclusive. */
    private static List<Long> sequence(Arguments with) {
        long from = with.integer(0);
        long to = with.integer(1);
        long step = with.size() > 2 ? with.integer(2) : 1;
        if (step == 0) {
            throw with.failed("is called with the step `0`", "a step is positive or negative");
        }
        List<Long> numbers = new ArrayList<>();
        for (long n = from; step > 0 ? n <= to : n >= to; n += step) {
            with.spend(1);
            numbers.add(n);
            if (step > 0 ? n > Long.MAX_VALUE - step : n < Long.MIN_VALUE - step) {
                break;
            }
        }
        return numbers;
    }

    private static int digits(Arguments with, int at) {
        int digits = with.count(at);
        if (digits > MOST_DIGITS) {
            throw with.failed("is asked for `" + digits + "` digits", "at most " + MOST_DIGITS);
        }
        return digits;
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        String sign = number < 0 ? "-" : "";
        String figures = text.substring(sign.length());
        return sign + "0".repeat(Math.max(0, digits - figures.length())) + figures;
    }

    /** Half up, with a point and without grouping, whatever the machine's language. */
    private static String decimal(BigDecimal number, int integerDigits, int decimals) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        String text = rounded.abs().toPlainString();
        int point = text.indexOf('.');
        int figures = point < 0 ? text.length() : point;
        return (rounded.signum() < 0 ? "-" : "") + "0".repeat(Math.max(0, integerDigits - figures)) + text;
    }

    private static long toInteger(Arguments with) {
        String text = with.text(0).strip();
        try {
            return new BigDecimal(text.length() > MOST_DIGITS ? "x" : text).longValueExact();
        } catch (NumberFormatException e) {
            throw with.failed("finds no integer in `" + shortened(text) + "`", "as in `'42'`");
        } catch (ArithmeticException e) {
            throw with.failed("cannot make an integer of `" + shortened(text) + "`", "integers have 64 bits");
        }
    }

    private static String shortened(String text) {
        return text.length() > MOST_DIGITS ? text.substring(0, MOST_DIGITS) + "…" : text;
    }

    private static Object negated(Arguments with) {
        if (with.any(0) instanceof Long number) {
            if (number == Long.MIN_VALUE) {
                throw with.failed("has no result", "integers have 64 bits");
            }
            return -number;
        }
        return with.decimal(0).negate();
    }
}
