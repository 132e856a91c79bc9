package dev.packs.merge.structure;

import eu.maveniverse.domtrip.Comment;
import eu.maveniverse.domtrip.Document;
import eu.maveniverse.domtrip.Element;
import eu.maveniverse.domtrip.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts elements into a document, and takes them out, with the comments that are about them and in the layout that is there. */
final class PomSplice {

    private PomSplice() {}

    /** Where a setting goes: behind the nearest one before it in its own file that both have, else before the nearest one behind it, else at the end. */
    static int placeOf(Element earlier, Element child) {
        List<Element> siblings = PomElements.children(child.parentElement());
        int own = siblings.indexOf(child);
        for (int i = own - 1; i >= 0; i--) {
            Optional<Element> same = earlier.childElement(siblings.get(i).localName());
            if (same.isPresent()) {
                return same.get().siblingIndex() + 1;
            }
        }
        for (int i = own + 1; i < siblings.size(); i++) {
            Optional<Element> same = earlier.childElement(siblings.get(i).localName());
            if (same.isPresent()) {
                return same.get().siblingIndex() - commentsAbove(same.get()).size();
            }
        }
        return earlier.childCount();
    }

    static Element add(Element container, Element item, int place) {
        String indent = indentOfChildren(container);
        String own = item.precedingWhitespace();
        String from = own.substring(own.lastIndexOf('\n') + 1);
        List<Node> nodes = new ArrayList<>();
        for (Comment comment : commentsAbove(item)) {
            nodes.add(moved(comment, from, indent));
        }
        Node added = moved(item, from, indent);
        nodes.add(added);
        for (Comment comment : commentsBehind(item)) {
            Node behind = moved(comment, from, indent);
            behind.precedingWhitespace(" ");
            nodes.add(behind);
        }
        boolean isFirst = container.childElements().findAny().isEmpty();
        Node top = nodes.get(0);
        String above =
                commentsAbove(item).isEmpty() ? own : commentsAbove(item).get(0).precedingWhitespace();
        boolean isApart = !isFirst && above.chars().filter(c -> c == '\n').count() > 1;
        boolean isOnOneLine = !isFirst
                && PomElements.children(container).get(0).precedingWhitespace().indexOf('\n') < 0;
        top.precedingWhitespace(isOnOneLine ? "" : (isApart ? "\n" : "") + "\n" + indent);
        if (isFirst) {
            container.selfClosing(false);
            String end = container.precedingWhitespace();
            container.innerPrecedingWhitespace(end.indexOf('\n') < 0 ? "" : end.substring(end.lastIndexOf('\n')));
        }
        int at = behindTrailing(container, place);
        for (Node node : nodes) {
            container.insertChild(at, node);
            at++;
        }
        return (Element) added;
    }

    /** Behind a comment on the same line. */
    private static int behindTrailing(Element container, int at) {
        int index = at;
        while (index < container.childCount()
                && container.child(index) instanceof Comment comment
                && comment.precedingWhitespace().indexOf('\n') < 0) {
            index++;
        }
        return index;
    }

    /** As deep as the children that are there; in an empty element one step deeper than itself. */
    private static String indentOfChildren(Element container) {
        for (Element child : PomElements.children(container)) {
            return afterLineEnd(child.precedingWhitespace());
        }
        String own = afterLineEnd(container.precedingWhitespace());
        Element root = container.document().root();
        String step = "    ";
        for (Element child : PomElements.children(root)) {
            step = afterLineEnd(child.precedingWhitespace());
            break;
        }
        return own + step;
    }

    private static String afterLineEnd(String blanks) {
        return blanks.substring(blanks.lastIndexOf('\n') + 1);
    }

    /** Comments on lines of their own between an element and the one before it. */
    private static List<Comment> commentsAbove(Element item) {
        List<Comment> comments = new ArrayList<>();
        Node below = item;
        while (below.previousSibling().orElse(null) instanceof Comment comment
                && comment.precedingWhitespace().indexOf('\n') >= 0) {
            comments.add(0, comment);
            below = comment;
        }
        return comments;
    }

    /** Comments behind an element on its last line. */
    private static List<Comment> commentsBehind(Element item) {
        List<Comment> comments = new ArrayList<>();
        Node before = item;
        while (before.nextSibling().orElse(null) instanceof Comment comment
                && comment.precedingWhitespace().indexOf('\n') < 0) {
            comments.add(comment);
            before = comment;
        }
        return comments;
    }

    /** The same node with its lines indented like those around it. */
    private static Node moved(Node node, String from, String indent) {
        String text = node.toXml().strip().replace("\n" + from, "\n" + indent);
        Node made = Document.parseFragment(text).get(0);
        made.precedingWhitespace("\n" + indent);
        return made;
    }

    /** With the comments above it. */
    static void remove(Element item) {
        Element container = Objects.requireNonNull(item.parentElement());
        commentsAbove(item).forEach(container::removeChild);
        container.removeChild(item);
    }
}
