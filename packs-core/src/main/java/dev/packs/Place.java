package dev.packs;

/**
 * Where in a text something was found.
 *
 * @param file the file as the user would name it: a path, or {@code pack!/path} inside a pack
 * @param line counted from 1; 0 where the line is not known
 * @param column counted from 1, in UTF-16 code units; 0 where the column is not known
 */
public record Place(String file, int line, int column) {

    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    /** {@code file:line:column}, as compilers print it; parts that are not known are left out. */
    @Override
    public String toString() {
        if (line <= 0) {
            return file;
        }
        return column <= 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
