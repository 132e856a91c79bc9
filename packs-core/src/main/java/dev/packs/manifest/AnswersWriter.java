package dev.packs.manifest;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RefusedCharacters;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes the values of variables as a TOML file that {@link AnswersReader} reads back. Whoever calls leaves secrets out. */
public final class AnswersWriter {

    private AnswersWriter() {}

    /** As {@link #write(Map, Map)}, without values for single packs. */
    public static String write(Map<String, Object> common) {
        return write(common, Map.of());
    }

    /**
     * The file's text, in the order of the maps.
     *
     * @param common name to plain value; null values are left out
     * @param byPack the same for single packs, by their ids
     * @throws PacksException {@link ProblemCode#ANSWERS_INVALID} for a string that the reader would refuse
     */
    public static String write(Map<String, Object> common, Map<String, Map<String, Object>> byPack) {
        StringBuilder text = new StringBuilder();
        lines(common, text);
        for (Map.Entry<String, Map<String, Object>> pack : byPack.entrySet()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append('[')
                    .append(AnswersReader.BY_PACK)
                    .append('.')
                    .append(TomlText.key(pack.getKey()))
                    .append("]\n");
            lines(pack.getValue(), text);
        }
        return text.toString();
    }

    private static void lines(Map<String, Object> values, StringBuilder text) {
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            Object value = entry.getValue();
            if (value != null) {
                check(entry.getKey(), value);
                text.append(TomlText.key(entry.getKey()))
                        .append(" = ")
                        .append(TomlText.value(value))
                        .append('\n');
            }
        }
    }

    private static void check(String name, Object value) {
        if (value instanceof String text) {
            Optional<String> fault = RefusedCharacters.fault(text);
            if (fault.isPresent()) {
                throw Problem.of(ProblemCode.ANSWERS_INVALID, "the value of `" + name + "` holds " + fault.get())
                        .asException();
            }
        } else if (value instanceof Collection<?> list) {
            for (Object item : list) {
                check(name, item);
            }
        } else if (value instanceof Map<?, ?> table) {
            for (Object item : table.values()) {
                check(name, item);
            }
        }
    }
}
