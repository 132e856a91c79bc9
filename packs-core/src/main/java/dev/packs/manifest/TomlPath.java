package dev.packs.manifest;

import java.util.Optional;

/** The way to a value in a TOML file, as text: {@code templates[1].when}; keys that are not bare are quoted. */
public final class TomlPath {

    /** The root table. */
    public static final String ROOT = "";

    private TomlPath() {}

    public static String child(String path, String key) {
        return (path.isEmpty() ? "" : path + ".") + TomlText.key(key);
    }

    /** @param index counted from 0 */
    public static String item(String path, int index) {
        return path + "[" + index + "]";
    }

    /** What encloses the value; nothing for the root. */
    static Optional<String> parent(String path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (path.endsWith("]")) {
            return Optional.of(path.substring(0, path.lastIndexOf('[')));
        }
        int start = path.endsWith("\"") ? openingQuote(path) : path.length();
        int dot = path.lastIndexOf('.', start - 1);
        return Optional.of(dot < 0 ? ROOT : path.substring(0, dot));
    }

    private static int openingQuote(String path) {
        for (int i = path.length() - 2; i >= 0; i--) {
            if (path.charAt(i) == '"' && (i == 0 || path.charAt(i - 1) == '.')) {
                return i;
            }
        }
        return 0;
    }
}
