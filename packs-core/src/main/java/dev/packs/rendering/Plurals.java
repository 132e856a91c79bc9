package dev.packs.rendering;

/** English plurals by the school rules and a handful of exceptions; good for identifiers, not for prose. The last word of a camel-case name counts. */
final class Plurals {

    private static final String[][] IRREGULAR = {
        {"person", "people"},
        {"child", "children"},
        {"woman", "women"},
        {"man", "men"},
        {"mouse", "mice"},
        {"goose", "geese"},
        {"foot", "feet"},
        {"tooth", "teeth"},
        {"index", "indices"},
        {"matrix", "matrices"},
        {"vertex", "vertices"},
        {"datum", "data"},
        {"criterion", "criteria"},
        {"analysis", "analyses"},
    };

    private Plurals() {}

    static String plural(String text) {
        for (String[] pair : IRREGULAR) {
            if (endsWithWord(text, pair[0])) {
                return exchanged(text, pair[0], pair[1]);
            }
        }
        if (text.isEmpty()) {
            return text;
        }
        if (endsWithAny(text, "s", "x", "z", "ch", "sh")) {
            return text + "es";
        }
        if (text.endsWith("y") && text.length() > 1 && isConsonant(text.charAt(text.length() - 2))) {
            return text.substring(0, text.length() - 1) + "ies";
        }
        return text + "s";
    }

    static String singular(String text) {
        for (String[] pair : IRREGULAR) {
            if (endsWithWord(text, pair[1])) {
                return exchanged(text, pair[1], pair[0]);
            }
        }
        if (text.endsWith("ies") && text.length() > 4) {
            return text.substring(0, text.length() - 3) + "y";
        }
        if (endsWithAny(text, "sses", "uses", "xes", "zes", "ches", "shes")) {
            return text.substring(0, text.length() - 2);
        }
        if (text.endsWith("s") && !endsWithAny(text, "ss", "us", "is") && text.length() > 1) {
            return text.substring(0, text.length() - 1);
        }
        return text;
    }

    /** {@code woman} ends with the word {@code woman}, {@code salesMan} with {@code Man}, but {@code human} does not end with {@code man}. */
    private static boolean endsWithWord(String text, String word) {
        int start = text.length() - word.length();
        if (start < 0 || !text.regionMatches(true, start, word, 0, word.length())) {
            return false;
        }
        return start == 0 || Character.isUpperCase(text.charAt(start)) || !Character.isLetter(text.charAt(start - 1));
    }

    private static String exchanged(String text, String old, String fresh) {
        int start = text.length() - old.length();
        String ending = Character.isUpperCase(text.charAt(start)) ? StringFunctions.capitalized(fresh) : fresh;
        return text.substring(0, start) + ending;
    }

    private static boolean endsWithAny(String text, String... endings) {
        for (String ending : endings) {
            if (text.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConsonant(char c) {
        return "aeiouAEIOU".indexOf(c) < 0;
    }
}
