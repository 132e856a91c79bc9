package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.fence.CountedText;
import java.lang.reflect.InvocationTargetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.util.introspection.VelMethod;
import org.jspecify.annotations.Nullable;

/**
 * A call of a text's own method. Those that match patterns work on a text that counts how often it is looked at, because Java's matcher backtracks without end on some; those that make
 * texts longer are asked how long before they do.
 */
record TextCall(String text, VelMethod method, Place place, Guard guard) {

    /** Java's matcher looks at so many characters in about a tenth of a second. */
    private static final int STEPS = 10_000_000;

    private static final long LONGEST = 16L << 20;
    private static final int WIDEST_DIGITS = 4;

    @Nullable
    Object invoke(@Nullable Object[] arguments) throws IllegalAccessException, InvocationTargetException {
        String name = method.getMethodName();
        if (arguments.length > 0 && arguments[0] instanceof String first) {
            try {
                Object result = switch (name + "/" + arguments.length) {
                    case "matches/1" -> matcher(first).matches();
                    case "split/1" -> Pattern.compile(first).split(counted());
                    case "split/2" -> Pattern.compile(first).split(counted(), (Integer) required(arguments[1]));
                    case "replaceAll/2" -> replaced(first, (String) required(arguments[1]), true);
                    case "replaceFirst/2" -> replaced(first, (String) required(arguments[1]), false);
                    default -> null;
                };
                if (result != null) {
                    return result;
                }
            } catch (CountedText.TooManySteps hopeless) {
                throw refuse("the pattern `" + first + "` takes too many steps");
            } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException wrong) {
                // As it would come out of the method itself.
                throw new InvocationTargetException(wrong);
            }
        }
        checkLength(name, arguments);
        return method.invoke(text, arguments);
    }

    private static Object required(@Nullable Object argument) {
        if (argument == null) {
            throw new IllegalArgumentException("null");
        }
        return argument;
    }

    private CharSequence counted() {
        return CountedText.of(text, STEPS);
    }

    private Matcher matcher(String regex) {
        return Pattern.compile(regex).matcher(counted());
    }

    private String replaced(String regex, String replacement, boolean isAll) {
        checkProduct(replacement.length(), text.length());
        Matcher matcher = matcher(regex);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result, replacement);
            checkProduct(result.length(), 1);
            if (!isAll) {
                break;
            }
        }
        return matcher.appendTail(result).toString();
    }

    private void checkLength(String name, @Nullable Object[] arguments) {
        Object first = arguments.length > 0 ? arguments[0] : null;
        Object second = arguments.length > 1 ? arguments[1] : null;
        switch (name) {
            case "repeat", "indent" -> {
                if (first instanceof Number count) {
                    checkProduct(text.length() + 1L, Math.abs(count.longValue()));
                }
            }
            case "replace" -> {
                if (first instanceof CharSequence target && second instanceof CharSequence replacement) {
                    checkProduct(text.length() / Math.max(1, target.length()) + 1L, replacement.length());
                }
            }
            case "join" -> checkProduct(size(first), size(second) + arguments.length);
            case "format", "formatted" -> {
                checkWidths(text);
                for (Object argument : arguments) {
                    if (argument instanceof String format) {
                        checkWidths(format);
                    }
                }
            }
            default -> {}
        }
    }

    private static long size(@Nullable Object value) {
        return value == null ? 1 : Sizes.of(value, Guard.VALUE_LIMIT);
    }

    /** A width or precision is a number in the format, wherever it stands. */
    private void checkWidths(String format) {
        int digits = 0;
        for (int i = 0; i < format.length(); i++) {
            digits = Character.isDigit(format.charAt(i)) ? digits + 1 : 0;
            if (digits > WIDEST_DIGITS) {
                throw refuse(
                        "`" + method.getMethodName() + "` with a number of more than " + WIDEST_DIGITS + " digits");
            }
        }
    }

    private void checkProduct(long one, long other) {
        if (one > LONGEST || other > LONGEST || one * other > LONGEST) {
            throw refuse("`" + method.getMethodName() + "` would make a text of more than " + LONGEST + " characters");
        }
    }

    private PacksException refuse(String what) {
        return guard.refuse(Problem.at(ProblemCode.LIMIT_EXCEEDED, place, what).help("ask the author of the template"));
    }
}
