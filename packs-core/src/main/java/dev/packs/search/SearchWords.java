package dev.packs.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Texts as words: runs of letters and digits, in lower case, without accents. */
public final class SearchWords {

    /** Characters of a word; the rest of a longer one does not count. */
    private static final int LONGEST = 64;

    private SearchWords() {}

    /** The words of a text, each once, in their order. */
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        String plain = plain(text);
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean isInside = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
            if (isInside && start < 0) {
                start = i;
            } else if (!isInside && start >= 0) {
                words.add(plain.substring(start, Math.min(i, start + LONGEST)));
                start = -1;
            }
        }
        return words;
    }

    /** All words of a text without anything between them: {@code web-api} and {@code Web API} are both {@code webapi}. */
    public static String joined(String text) {
        StringBuilder joined = new StringBuilder();
        String plain = plain(text);
        for (int i = 0; i < plain.length() && joined.length() < 2 * LONGEST; i++) {
            if (Character.isLetterOrDigit(plain.charAt(i))) {
                joined.append(plain.charAt(i));
            }
        }
        return joined.toString();
    }

    /** A text in lower case and without accents, so that two that only differ in these are equal. */
    public static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > 127) {
                return withoutMarks(Normalizer.normalize(lower, Normalizer.Form.NFKD));
            }
        }
        return lower;
    }

    private static String withoutMarks(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.getType(text.charAt(i)) != Character.NON_SPACING_MARK) {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    /** How many letters of a word may be wrong, missing, too many or swapped: none of three, one of seven, two of more. */
    public static int mistakes(String word) {
        return word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
    }
}
