package dev.packs.archetype.bridge;

import java.util.regex.Pattern;

/**
 * The end of a template that nothing in it reads as anything but text: Velocity would cut it into words, and put them together again as they were, which is most of what reading a template
 * costs.
 */
final class PlainTail {

    /** Less is not worth the trouble. */
    private static final int SHORTEST = 100;

    private static final Pattern COMMENT = Pattern.compile("##.*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");

    private PlainTail() {}

    /**
     * Where a template's plain end may be cut off: behind the first word, or line with one, that begins with a letter after the last line with {@code $}, {@code #} or a backslash. That word is
     * left to Velocity: it ends whatever swallows the space before it, and nothing that is still open can be read with it.
     *
     * @return the length of the template where there is no such end
     */
    static int start(String template) {
        int length = template.length();
        int special =
                Math.max(template.lastIndexOf('$'), Math.max(template.lastIndexOf('#'), template.lastIndexOf('\\')));
        if (length - special < SHORTEST || template.indexOf('\u001c') >= 0) {
            return length;
        }
        // Comments and blocks of text that nobody closes reach to the end without a word.
        if (template.contains("#*") || template.contains("#[[")) {
            return length;
        }
        int line = special < 0 ? 0 : template.indexOf('\n', special) + 1;
        if (line == 0 && special >= 0) {
            return length;
        }
        boolean hasLetter = false;
        for (int i = line; i < length; i++) {
            char c = template.charAt(i);
            if (hasLetter && (c == ' ' || c == '\n')) {
                return length - i < SHORTEST || !isBalanced(template, i) ? length : i;
            }
            hasLetter |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return length;
    }

    /** Something may be open that Velocity takes for text as long as nobody closes it; what seems to close it may stand in a comment or in quotation marks. */
    private static boolean isBalanced(String template, int end) {
        String head = template.substring(0, end);
        return isBalanced(head)
                && isBalanced(COMMENT.matcher(head).replaceAll(""))
                && isBalanced(QUOTED.matcher(head).replaceAll(""));
    }

    private static boolean isBalanced(String text) {
        int round = 0;
        int square = 0;
        int curly = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> round++;
                case ')' -> round = Math.max(0, round - 1);
                case '[' -> square++;
                case ']' -> square = Math.max(0, square - 1);
                case '{' -> curly++;
                case '}' -> curly = Math.max(0, curly - 1);
                default -> {}
            }
        }
        return round == 0 && square == 0 && curly == 0;
    }
}
