package dev.packs.io;

import java.util.Locale;
import java.util.Optional;

/** Characters that no text from outside may have, because what a reader sees would not be what a machine reads. */
public final class RefusedCharacters {

    private RefusedCharacters() {}

    /** The first character of a value that is refused: control characters other than tab and line end, bidirectional marks, halves of a surrogate pair. */
    public static Optional<String> fault(String value) {
        for (int i = 0; i < value.length(); i++) {
            Optional<String> fault = faultAt(value, i);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** Why the character at a place is refused; empty if it is not. */
    public static Optional<String> faultAt(String text, int at) {
        char c = text.charAt(at);
        if ((c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t' || c == '\r') {
            return Optional.empty();
        }
        if (isControl(c) || isBidirectional(c) || isHalf(text, at)) {
            return Optional.of(String.format(Locale.ROOT, "the character U+%04X, which is refused", (int) c));
        }
        return Optional.empty();
    }

    private static boolean isControl(char c) {
        return c < 0x20 || (c >= 0x7f && c < 0xa0);
    }

    /** Unicode Standard Annex 9: marks, embeddings, overrides and isolates make text read in another order than it is. */
    private static boolean isBidirectional(char c) {
        return c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** Whether half of a surrogate pair stands there without its other half. */
    static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
