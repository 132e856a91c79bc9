package dev.packs.manifest;

import dev.packs.Place;
import java.util.Optional;

/** Where the values of one TOML file stand. Paths are those of {@link TomlPath}: {@code templates[1].when}. What has no known place has that of what encloses it. */
public final class TomlPlaces {

    private final String file;
    private final String text;
    private final TomlIndex index;
    private final LineIndex lines;

    TomlPlaces(String file, String text) {
        this.file = file;
        this.text = text;
        this.index = TomlScanner.scan(text);
        this.lines = new LineIndex(text);
    }

    /** Those of a file that was made, in which nobody can look. */
    public static TomlPlaces none(String file) {
        return new TomlPlaces(file, "");
    }

    /** Where the value starts (a string: at its quote); of a table with a header, where the header starts. */
    public Place of(String path) {
        Integer offset = index.values().get(path);
        return offset == null ? key(path) : lines.place(file, offset);
    }

    /** Where the key starts; of a table with a header, where the header starts. */
    public Place key(String path) {
        for (Optional<String> way = Optional.of(path); way.isPresent(); way = TomlPath.parent(way.get())) {
            Integer offset = index.keys().get(way.get());
            if (offset != null) {
                return lines.place(file, offset);
            }
        }
        return Place.of(file);
    }

    /**
     * A character inside a string, where the string is on one line and without escapes; otherwise where the value starts.
     *
     * @param at counted from 0 in the string's value; -1 for the whole value
     */
    public Place inside(String path, int at) {
        Integer offset = index.values().get(path);
        if (offset == null || at < 0 || !isPlainUpTo(offset, at)) {
            return of(path);
        }
        return lines.place(file, offset + 1 + at);
    }

    private boolean isPlainUpTo(int offset, int length) {
        if (offset + 1 + length >= text.length()
                || text.startsWith("\"\"\"", offset)
                || text.startsWith("'''", offset)) {
            return false;
        }
        String before = text.substring(offset + 1, offset + 1 + length);
        return text.charAt(offset) == '\'' || (text.charAt(offset) == '"' && before.indexOf('\\') < 0);
    }

    /** A number, boolean or date as it was written; nothing where its place is not known. */
    Optional<String> written(String path) {
        Integer offset = index.values().get(path);
        if (offset == null) {
            return Optional.empty();
        }
        int end = offset;
        while (end < text.length() && ",]}# \t\n\r".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return Optional.of(text.substring(offset, end));
    }

    /** The file as the user would name it. */
    public String file() {
        return file;
    }

    TomlIndex index() {
        return index;
    }
}
