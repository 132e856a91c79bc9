package dev.packs.manifest;

import java.util.List;

/** What a value in a TOML file has to be. One tree of shapes drives the check, the names that are offered, the JSON Schema and the documentation. */
public sealed interface Shape {

    /** @param longest characters */
    record Text(TextKind kind, int longest) implements Shape {}

    /** One of a few words. */
    record Choice(List<String> words) implements Shape {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** An integer. */
    record Whole(long least) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** Any plain value; what it must be depends on other keys. */
    record Any() implements Shape {}

    /** @param fewest items that it must have */
    record Many(Shape item, int fewest) implements Shape {}

    /**
     * A table with keys of ours.
     *
     * @param title as the reader knows it: {@code [pack]}
     */
    record Table(String title, List<Key> keys) implements Shape {
        public Table {
            keys = List.copyOf(keys);
        }
    }

    /** A table whose keys the author chooses. */
    record Open(TextKind name, Shape value) implements Shape {}

    /** A table that is defined once, by name, because it holds itself. */
    record Ref(String definition) implements Shape {}

    /** In a sentence: {@code a string}. */
    default String noun() {
        if (this instanceof Text || this instanceof Choice) {
            return "a string";
        }
        if (this instanceof Whole) {
            return "an integer";
        }
        if (this instanceof Flag) {
            return "`true` or `false`";
        }
        if (this instanceof Many many) {
            return many.item() instanceof Table || many.item() instanceof Ref ? "a list of tables" : "a list";
        }
        return this instanceof Any ? "a value" : "a table";
    }
}
