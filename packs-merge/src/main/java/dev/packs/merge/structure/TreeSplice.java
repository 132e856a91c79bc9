package dev.packs.merge.structure;

import dev.packs.merge.MergeChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts into the text of one document what it lacks of another, and leaves every other character alone. For one use. */
final class TreeSplice {

    private final Texts texts;
    private final Set<String> anchors;
    private final Node root;
    private final List<Edit> edits = new ArrayList<>();
    private final List<MergeChoice> choices = new ArrayList<>();
    private final Optional<YamlComments> comments;

    /** The two documents. */
    record Texts(String earlier, String later, boolean isJson) {}

    /** Text that takes the place of what stood from an offset to another. */
    private record Edit(int from, int to, String text) {}

    TreeSplice(Texts texts, Node root, Node later) {
        this.texts = texts;
        this.root = root;
        this.comments = texts.isJson() ? Optional.empty() : Optional.of(YamlComments.of(texts.later(), later));
        this.anchors = Node.anchors(root);
    }

    void merge(Node earlier, Node later) {
        merge(earlier, later, "", false);
    }

    List<MergeChoice> choices() {
        return choices;
    }

    String result() {
        List<Edit> inOrder = new ArrayList<>(edits);
        // Stable: of two at one offset, the inner one was found first.
        inOrder.sort(Comparator.comparingInt(Edit::from));
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Edit edit : inOrder) {
            text.append(texts.earlier(), at, edit.from());
            if (edit.text().endsWith("\n") && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            text.append(edit.text());
            at = edit.to();
        }
        return text.append(texts.earlier(), at, texts.earlier().length()).toString();
    }

    /** @param shared whether an alias elsewhere says the same, so that nothing may change here */
    private void merge(Node earlier, Node later, String path, boolean shared) {
        boolean isShared = shared || !earlier.anchor().isEmpty();
        if (Node.data(earlier).equals(Node.data(later))) {
            return;
        }
        if (earlier instanceof Node.Mapping one
                && later instanceof Node.Mapping other
                && one.tag().equals(other.tag())) {
            mappings(one, other, path, isShared);
        } else if (earlier instanceof Node.Sequence one
                && later instanceof Node.Sequence other
                && one.tag().equals(other.tag())) {
            sequences(one, other, path, isShared);
        } else {
            choices.add(MergeChoice.ofEarlier(path, shown(earlier), shown(later)));
        }
    }

    private void chooseWhole(Node earlier, Node later, String path) {
        if (!Node.data(earlier).equals(Node.data(later))) {
            choices.add(new MergeChoice(
                    path,
                    shown(earlier),
                    shown(later),
                    "a command is not mixed with another: the earlier pack decides"));
        }
    }

    private void mappings(Node.Mapping earlier, Node.Mapping later, String path, boolean shared) {
        List<Node.Entry> added = new ArrayList<>();
        for (Node.Entry entry : later.entries()) {
            Optional<Node.Entry> same = earlier.find(entry.key());
            String place = path.isEmpty()
                    ? entry.key().value()
                    : path + "." + entry.key().value();
            if (same.isPresent() && ListMatch.isCommand(entry.key(), same.get().value(), entry.value())) {
                chooseWhole(same.get().value(), entry.value(), place);
            } else if (same.isPresent()) {
                merge(same.get().value(), entry.value(), place, shared);
            } else {
                requireMovable(entry.value(), place, shared);
                added.add(entry);
            }
        }
        if (added.isEmpty()) {
            return;
        }
        if (earlier.flow()) {
            List<Node> children = new ArrayList<>();
            for (Node.Entry entry : earlier.entries()) {
                children.add(new Node.Alias(entry.key().start(), entry.value().end(), ""));
            }
            Optional<String> lines = indentOfLines(earlier, children);
            List<String> parts = new ArrayList<>();
            for (Node.Entry entry : added) {
                parts.add(flowValue(entry.key(), Optional.empty()) + ": " + flowValue(entry.value(), lines));
                aboveLine(earlier, commentsOf(entry.key().start(), entry.value(), later));
            }
            intoFlow(earlier, children, later, parts);
            return;
        }
        int column =
                Lines.column(texts.earlier(), earlier.entries().get(0).key().start());
        StringBuilder text = new StringBuilder();
        for (Node.Entry entry : added) {
            text.append(blockEntry(entry, later, column));
        }
        boolean isRoot = earlier == root;
        insert(
                Lines.afterComments(
                        texts.earlier(), afterLine(texts.earlier(), earlier), isRoot ? 0 : Math.max(1, column)),
                text.toString());
    }

    private void sequences(Node.Sequence earlier, Node.Sequence later, String path, boolean shared) {
        ListMatch match = ListMatch.of(earlier.items(), later.items());
        List<Node> added = new ArrayList<>();
        for (int i = 0; i < later.items().size(); i++) {
            Node item = later.items().get(i);
            int partner = match.partners().get(i);
            if (partner >= 0) {
                String place = path + "[" + ListMatch.nameOf(item).orElse("") + "]";
                merge(earlier.items().get(partner), item, place, shared);
            } else if (partner == ListMatch.ADDED) {
                requireMovable(item, path, shared);
                added.add(item);
            }
        }
        if (added.isEmpty()) {
            return;
        }
        if (earlier.flow()) {
            List<String> parts = new ArrayList<>();
            Optional<String> lines = indentOfLines(earlier, earlier.items());
            for (Node item : added) {
                parts.add(flowValue(item, lines));
                aboveLine(earlier, commentsOf(item.start(), item, later));
            }
            intoFlow(earlier, earlier.items(), later, parts);
            return;
        }
        int column = Lines.column(texts.earlier(), earlier.start());
        StringBuilder text = new StringBuilder();
        for (Node item : added) {
            text.append(blockItem(item, later, column));
        }
        insert(Lines.afterComments(texts.earlier(), afterLine(texts.earlier(), earlier), column + 1), text.toString());
    }

    private void insert(int offset, String text) {
        edits.add(new Edit(offset, offset, text));
    }

    /** What has an anchor or an alias means something else in another place. */
    private void requireMovable(Node value, String path, boolean shared) {
        if (shared) {
            throw Unmergeable.because("cannot be merged: `" + path
                    + "` would be added where the earlier one has an anchor, and aliases would change with it");
        }
        Set<String> twice = new HashSet<>(Node.anchors(value));
        twice.retainAll(anchors);
        if (!Node.outside(value).isEmpty() || !twice.isEmpty()) {
            throw Unmergeable.because(
                    "cannot be merged: `" + path + "` of the later one has anchors or aliases that count there alone");
        }
    }

    private static String shown(Node node) {
        return node instanceof Node.Scalar scalar
                ? scalar.value()
                : node instanceof Node.Mapping ? "a mapping" : node instanceof Node.Sequence ? "a list" : "an alias";
    }

    // Blocks

    /** The offset behind the last line of a node. */
    private static int afterLine(String text, Node node) {
        if (node instanceof Node.Mapping mapping && !mapping.flow()) {
            Node.Entry last = mapping.entries().get(mapping.entries().size() - 1);
            return afterLine(text, last.value());
        }
        if (node instanceof Node.Sequence sequence && !sequence.flow()) {
            return afterLine(text, sequence.items().get(sequence.items().size() - 1));
        }
        if (node instanceof Node.Scalar scalar && scalar.block()) {
            int header = text.indexOf('\n', scalar.start());
            // With a `+`, the empty lines below belong to it.
            if (header < 0 || text.substring(scalar.start(), header).contains("+")) {
                return scalar.end();
            }
            int end = scalar.end();
            while (end > header && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            return Lines.next(text, Math.max(end, header));
        }
        return Lines.next(text, node.end());
    }

    private String blockEntry(Node.Entry entry, Node.Mapping source, int column) {
        if (source.flow()) {
            return lines(commentsOf(entry.key().start(), entry.value(), source), column)
                    + " ".repeat(column) + flowValue(entry.key(), Optional.empty()) + ": "
                    + flowValue(entry.value(), Optional.empty()) + "\n";
        }
        return block(entry.key().start(), entry.value(), column);
    }

    private String blockItem(Node item, Node.Sequence source, int column) {
        if (source.flow()) {
            return lines(commentsOf(item.start(), item, source), column) + " ".repeat(column) + "- "
                    + flowValue(item, Optional.empty()) + "\n";
        }
        return block(Lines.dashBefore(texts.later(), item.start()), item, column);
    }

    /** Comments of the later text about what is written in another way here, and in it. */
    private List<String> commentsOf(int start, Node value, Node source) {
        if (comments.isEmpty()) {
            return List.of();
        }
        boolean isFlow = (source instanceof Node.Mapping mapping && mapping.flow())
                || (source instanceof Node.Sequence sequence && sequence.flow());
        String text = texts.later();
        if (isFlow) {
            int from = Math.max(source.start(), comments.get().above(start));
            return comments.get().within(from, Math.min(source.end(), Lines.end(text, value.end())));
        }
        int begin = source instanceof Node.Sequence ? Lines.dashBefore(text, start) : start;
        int from = Lines.withComments(text, begin);
        int to = Lines.afterComments(text, afterLine(text, value), Lines.column(text, begin) + 1);
        return comments.get().within(from, to);
    }

    private static String lines(List<String> comments, int column) {
        StringBuilder lines = new StringBuilder();
        comments.forEach(
                comment -> lines.append(" ".repeat(column)).append(comment).append('\n'));
        return lines.toString();
    }

    /** Comments that cannot stand between braces. */
    private void aboveLine(Node container, List<String> found) {
        if (!found.isEmpty()) {
            String text = texts.earlier();
            String indent = Lines.indentText(text, container.start());
            insert(Lines.start(text, container.start()), lines(found, indent.length()));
        }
    }

    /** Lines of the later text, with the comments above them, moved to a column. */
    private String block(int start, Node value, int column) {
        String text = texts.later();
        int from = Lines.withComments(text, start);
        int own = Lines.column(text, start);
        int end = Lines.afterComments(text, afterLine(text, value), own + 1);
        StringBuilder moved = new StringBuilder();
        if (Lines.isAfterBlank(text, from)) {
            moved.append('\n');
        }
        for (int at = from; at < end; at = Lines.next(text, at)) {
            int lineEnd = Math.min(Lines.end(text, at), end);
            int cut = at < start && start < lineEnd ? start : at + Math.min(own, Lines.indent(text, at));
            String rest = text.substring(Math.min(cut, lineEnd), lineEnd);
            moved.append(rest.isEmpty() ? "" : " ".repeat(column)).append(rest).append('\n');
        }
        return moved.toString();
    }

    // Between braces and brackets

    /** How the children are indented, where each has a line of its own. */
    private Optional<String> indentOfLines(Node container, List<? extends Node> children) {
        String text = texts.earlier();
        if (children.isEmpty()
                || text.substring(container.start(), children.get(0).start()).indexOf('\n') < 0) {
            return Optional.empty();
        }
        return Optional.of(Lines.indentText(text, children.get(0).start()));
    }

    private void intoFlow(Node container, List<? extends Node> children, Node source, List<String> parts) {
        String earlier = texts.earlier();
        if (children.isEmpty()) {
            String whole = texts.later().substring(source.start(), source.end());
            if (texts.isJson() && whole.indexOf('\n') >= 0) {
                String moved = Lines.moved(
                        whole,
                        Lines.indentText(texts.later(), source.start()),
                        Lines.indentText(earlier, container.start()));
                edits.add(new Edit(container.start(), container.end(), moved));
            } else {
                insert(container.start() + 1, String.join(", ", parts));
            }
            return;
        }
        Node last = children.get(children.size() - 1);
        String between =
                indentOfLines(container, children).map(indent -> ",\n" + indent).orElse(", ");
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(between).append(part);
        }
        insert(last.end(), text.toString());
    }

    /** @param lines how its lines are indented, where it may have more than one, which JSON lays out as the later file does */
    private String flowValue(Node node, Optional<String> lines) {
        if (texts.isJson() && lines.isPresent() && !(node instanceof Node.Scalar)) {
            return Lines.moved(
                    texts.later().substring(node.start(), node.end()),
                    Lines.indentText(texts.later(), node.start()),
                    lines.get());
        }
        return new FlowText(texts.later(), texts.isJson()).of(node);
    }
}
