package dev.packs.manifest;

/**
 * One key of a table.
 *
 * @param required whether the table is wrong without it
 * @param standard what holds without it, for the documentation; empty for nothing
 * @param meaning one sentence, for the documentation and for editors
 * @param example a value as TOML writes it
 */
public record Key(String name, Shape shape, boolean required, String standard, String meaning, String example) {

    static Key must(String name, Shape shape, String meaning, String example) {
        return new Key(name, shape, true, "", meaning, example);
    }

    static Key may(String name, Shape shape, String meaning, String example) {
        return new Key(name, shape, false, "", meaning, example);
    }

    Key or(String value) {
        return new Key(name, shape, required, value, meaning, example);
    }
}
