package dev.packs.merge.structure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Merges YAML and JSON: mappings by key, lists as unions, single values that differ as the earlier file has them. The text of the earlier file stays as it is, and what it lacks is put
 * into it as the later file spells it; then the result is read again and has to say exactly what was to come out.
 */
final class TreeMerge implements TextMerge {

    private final boolean isJson;
    private final Function<String, Optional<Node>> reader;

    private TreeMerge(boolean isJson, Function<String, Optional<Node>> reader) {
        this.isJson = isJson;
        this.reader = reader;
    }

    static TreeMerge yaml() {
        return new TreeMerge(false, YamlReader::read);
    }

    static TreeMerge json() {
        return new TreeMerge(true, JsonReader::read);
    }

    @Override
    public Merged merge(String earlier, String later) {
        Optional<Node> first = read(earlier, Unmergeable.Side.EARLIER);
        Optional<Node> second = read(later, Unmergeable.Side.LATER);
        if (second.isEmpty()) {
            return new Merged(earlier, List.of());
        }
        if (first.isEmpty()) {
            return new Merged(
                    earlier.isEmpty() || earlier.endsWith("\n") ? earlier + later : earlier + "\n" + later, List.of());
        }
        if (first.get() instanceof Node.Mapping != second.get() instanceof Node.Mapping
                || first.get() instanceof Node.Sequence != second.get() instanceof Node.Sequence) {
            throw Unmergeable.because("are not of the same shape: one is a mapping, the other is not");
        }
        TreeSplice splice = new TreeSplice(new TreeSplice.Texts(earlier, later, isJson), first.get(), second.get());
        splice.merge(first.get(), second.get());
        String text = splice.result();
        if (!isExpected(text, union(first.get(), second.get()))) {
            throw Unmergeable.because("cannot be put together without changing what one of them means");
        }
        return new Merged(text, splice.choices());
    }

    private Optional<Node> read(String text, Unmergeable.Side side) {
        try {
            return reader.apply(text);
        } catch (Unmergeable wrong) {
            throw wrong.in(side);
        }
    }

    private boolean isExpected(String text, Object expected) {
        try {
            Optional<Node> made = reader.apply(text);
            return made.isPresent() && Node.data(made.get()).equals(expected);
        } catch (Unmergeable wrong) {
            return false;
        }
    }

    /** What the merged file has to say. */
    static Object union(Node earlier, Node later) {
        if (earlier instanceof Node.Mapping one
                && later instanceof Node.Mapping other
                && one.tag().equals(other.tag())) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            for (Node.Entry entry : one.entries()) {
                Optional<Node.Entry> same = other.find(entry.key());
                entries.put(
                        Node.data(entry.key()),
                        same.isPresent()
                                        && !ListMatch.isCommand(
                                                entry.key(),
                                                entry.value(),
                                                same.get().value())
                                ? union(entry.value(), same.get().value())
                                : Node.data(entry.value()));
            }
            for (Node.Entry entry : other.entries()) {
                entries.putIfAbsent(Node.data(entry.key()), Node.data(entry.value()));
            }
            return Map.of(one.tag(), entries);
        }
        if (earlier instanceof Node.Sequence one
                && later instanceof Node.Sequence other
                && one.tag().equals(other.tag())) {
            List<Object> items = new ArrayList<>();
            for (Node item : one.items()) {
                items.add(Node.data(item));
            }
            ListMatch match = ListMatch.of(one.items(), other.items());
            for (int i = 0; i < other.items().size(); i++) {
                int partner = match.partners().get(i);
                if (partner >= 0) {
                    items.set(
                            partner,
                            union(one.items().get(partner), other.items().get(i)));
                } else if (partner == ListMatch.ADDED) {
                    items.add(Node.data(other.items().get(i)));
                }
            }
            return List.of("list", one.tag(), items);
        }
        return Node.data(earlier);
    }
}
