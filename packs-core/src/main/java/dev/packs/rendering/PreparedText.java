package dev.packs.rendering;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what Thymeleaf gets to see. Every tag is an element of our own with a number for its only attribute, and text with an opening bracket goes behind a number
 * as a whole: so whatever an author writes, no character of it is syntax to Thymeleaf.
 */
final class PreparedText {

    static final String PREFIX = "p";
    static final String PRINT = "o";
    static final String BLOCK = "b";
    static final String LOOP = "l";
    static final String NUMBER = "n";

    private final StringBuilder text = new StringBuilder();
    private final List<Directive> directives = new ArrayList<>();
    private final int most;
    private boolean loopOpened;

    PreparedText(int most) {
        this.most = most;
    }

    boolean isFull() {
        return text.length() > most;
    }

    String text() {
        return text.toString();
    }

    List<Directive> directives() {
        return List.copyOf(directives);
    }

    void text(String source, int from, int to) {
        if (from >= to) {
            return;
        }
        String part = source.substring(from, to);
        // Thymeleaf drops white space at the edges of a loop's body where the body starts with some; ours is laid out
        // already.
        if (part.indexOf('[') >= 0 || (loopOpened && Character.isWhitespace(part.charAt(0)))) {
            element(new Directive.Literal(part));
        } else {
            text.append(part);
        }
        loopOpened = false;
    }

    void raw(String closing) {
        text.append(closing);
        loopOpened = false;
    }

    void element(Directive directive) {
        start(PRINT, directive);
        text.append("/]");
        loopOpened = false;
    }

    /** @return what closes it */
    String open(Directive directive) {
        String name = directive instanceof Directive.Loop ? LOOP : BLOCK;
        start(name, directive);
        text.append(']');
        loopOpened = directive instanceof Directive.Loop;
        return "[/" + PREFIX + ":" + name + "]";
    }

    private void start(String name, Directive directive) {
        text.append("[#").append(PREFIX).append(':').append(name).append(' ').append(NUMBER);
        text.append("=\"").append(directives.size()).append('"');
        directives.add(directive);
    }
}
