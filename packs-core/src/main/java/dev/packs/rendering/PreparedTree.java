package dev.packs.rendering;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link PreparedText} collected, as a tree. Nothing in it is the author's syntax any more, so that a bracket always begins an element of ours. */
final class PreparedTree {

    private static final String CLOSING = "[/" + PreparedText.PREFIX + ":";

    private final String text;
    private final List<Directive> directives;
    private int at;

    private PreparedTree(CompiledTemplate template) {
        this.text = template.prepared();
        this.directives = template.directives();
    }

    /** @param directive null for the root */
    record Branch(@Nullable Directive directive, List<Branch> children) {}

    static Branch of(CompiledTemplate template) {
        return new Branch(null, new PreparedTree(template).children());
    }

    private List<Branch> children() {
        List<Branch> children = new ArrayList<>();
        while (at < text.length() && !text.startsWith(CLOSING, at)) {
            int bracket = text.indexOf('[', at);
            if (bracket != at) {
                int end = bracket < 0 ? text.length() : bracket;
                children.add(new Branch(new Directive.Literal(text.substring(at, end)), List.of()));
                at = end;
            } else {
                children.add(element());
            }
        }
        return children;
    }

    private Branch element() {
        int quote = text.indexOf('"', at) + 1;
        int end = text.indexOf('"', quote);
        Directive directive = directives.get(Integer.parseInt(text, quote, end, 10));
        at = text.indexOf(']', end) + 1;
        if (text.charAt(at - 2) == '/') {
            return new Branch(directive, List.of());
        }
        Branch branch = new Branch(directive, children());
        at = text.indexOf(']', at) + 1;
        return branch;
    }
}
