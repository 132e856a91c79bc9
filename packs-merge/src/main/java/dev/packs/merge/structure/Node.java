package dev.packs.merge.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value of a YAML or JSON document, and where its text is: offsets in characters, the end exclusive. */
sealed interface Node {

    int start();

    int end();

    /** The name that aliases know it by; empty for none. */
    String anchor();

    /** A key and its value. */
    record Entry(Scalar key, Node value) {}

    /**
     * A single value.
     *
     * @param tag its type, so that the text {@code "1"} differs from the number 1
     * @param value without quotes
     * @param block whether it is written below a {@code |} or a {@code >}
     */
    record Scalar(int start, int end, String anchor, String tag, String value, boolean block) implements Node {

        boolean isText() {
            return tag.equals(TEXT);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** A value that stands elsewhere. */
    record Alias(int start, int end, String target) implements Node {

        @Override
        public String anchor() {
            return "";
        }
    }

    /** @param flow whether it is written between braces */
    record Mapping(int start, int end, String anchor, String tag, boolean flow, List<Entry> entries) implements Node {

        Optional<Entry> find(Scalar key) {
            for (Entry entry : entries) {
                if (entry.key().value().equals(key.value()) && entry.key().tag().equals(key.tag())) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }

        /** The value of {@code name}, or else of {@code id}, if that is a single one: what tells items of a list apart. */
        Optional<String> name() {
            for (String key : NAMES) {
                for (Entry entry : entries) {
                    if (entry.key().value().equals(key) && entry.value() instanceof Scalar name) {
                        return Optional.of(key + "=" + name.value());
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** @param flow whether it is written between brackets */
    record Sequence(int start, int end, String anchor, String tag, boolean flow, List<Node> items) implements Node {}

    String TEXT = "tag:yaml.org,2002:str";
    List<String> NAMES = List.of("name", "id");

    /** What it says, without where; the order of keys does not count. */
    static Object data(Node node) {
        if (node instanceof Scalar scalar) {
            return List.of("scalar", scalar.tag(), scalar.value());
        }
        if (node instanceof Alias alias) {
            return List.of("alias", alias.target());
        }
        if (node instanceof Mapping mapping) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            for (Entry entry : mapping.entries()) {
                entries.put(data(entry.key()), data(entry.value()));
            }
            return Map.of(mapping.tag(), entries);
        }
        Sequence sequence = (Sequence) node;
        List<Object> items = new ArrayList<>();
        for (Node item : sequence.items()) {
            items.add(data(item));
        }
        return List.of("list", sequence.tag(), items);
    }

    /** Anchors and aliases in it, itself included. */
    static Set<String> anchors(Node node) {
        Set<String> anchors = new HashSet<>();
        collect(node, anchors, new HashSet<>());
        return anchors;
    }

    /** Aliases in it to what is not in it. */
    static Set<String> outside(Node node) {
        Set<String> anchors = new HashSet<>();
        Set<String> aliases = new HashSet<>();
        collect(node, anchors, aliases);
        aliases.removeAll(anchors);
        return aliases;
    }

    private static void collect(Node node, Set<String> anchors, Set<String> aliases) {
        if (!node.anchor().isEmpty()) {
            anchors.add(node.anchor());
        }
        if (node instanceof Alias alias) {
            aliases.add(alias.target());
        } else if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                collect(entry.key(), anchors, aliases);
                collect(entry.value(), anchors, aliases);
            }
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                collect(item, anchors, aliases);
            }
        }
    }
}
