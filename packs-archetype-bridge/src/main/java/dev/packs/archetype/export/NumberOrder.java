package dev.packs.archetype.export;

import dev.packs.Place;
import dev.packs.rendering.Formula;
import java.math.BigDecimal;

/**
 * Numbers as texts of one length that are ordered as the numbers are. Velocity compares numbers, but a property is a text, and no method of texts makes a number of one. Digits are padded with
 * zeros; below zero a minus comes first, which is less than every digit, and letters in the place of digits, the last for 0.
 */
final class NumberOrder {

    /** A 64-bit integer has at most nineteen digits. */
    private static final int DIGITS = 20;

    private static final String LETTERS = "jihgfedcba";

    private final Formulas formulas;
    private final Names names;
    private final Symbols symbols;

    NumberOrder(Formulas formulas, Names names, Symbols symbols) {
        this.formulas = formulas;
        this.names = names;
        this.symbols = symbols;
    }

    /** The name of a variable that holds the text. */
    String name(Formula number, Place place, Code code) {
        if (number instanceof Formula.Literal literal) {
            return known(Formulas.textOf(literal.value()), place);
        }
        String text = names.fresh("number");
        code.set(text, "\"" + formulas.piece(number, code) + "\"");
        String digits = names.fresh("digits");
        code.set(digits, "$" + text + ".replace('-', '')");
        String length = names.fresh("length");
        code.set(length, "$" + digits + ".length()");
        String padded = names.fresh("padded");
        code.set(padded, "\"" + "0".repeat(DIGITS) + "${" + digits + "}\"");
        String order = names.fresh("order");
        code.set(order, "$" + padded + ".substring($" + length + ")");
        code.begin("$" + text + ".startsWith('-')");
        StringBuilder letters = new StringBuilder("$" + order);
        for (int digit = 0; digit < LETTERS.length(); digit++) {
            letters.append(".replace('")
                    .append(digit)
                    .append("', '")
                    .append(LETTERS.charAt(digit))
                    .append("')");
        }
        code.set(order, letters.toString());
        code.set(order, "\"-${" + order + "}\"");
        code.end();
        return order;
    }

    private String known(String text, Place place) {
        BigDecimal number = new BigDecimal(text);
        if (number.stripTrailingZeros().scale() > 0
                || number.abs().toBigInteger().toString().length() > DIGITS) {
            formulas.report(place, "a number with a fraction, or with more than " + DIGITS + " digits, is compared");
            return symbols.empty();
        }
        String digits = number.abs().toBigInteger().toString();
        String padded = "0".repeat(DIGITS - digits.length()) + digits;
        if (number.signum() >= 0) {
            return symbols.constant(padded);
        }
        StringBuilder letters = new StringBuilder("-");
        for (int i = 0; i < padded.length(); i++) {
            letters.append(LETTERS.charAt(padded.charAt(i) - '0'));
        }
        return symbols.constant(letters.toString());
    }
}
