package dev.packs.variables;

import dev.packs.manifest.Answers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes an answers file for a layer of values. */
public final class AnswerValues {

    private AnswerValues() {}

    /** The values for what is declared under the id, each with the place where it stands. */
    public static ValueLayer layer(ValueSource source, Answers answers, String id) {
        Map<String, GivenValue> values = new LinkedHashMap<>();
        answers.valuesFor(id).forEach((name, value) -> {
            String start = answers.pathFor(id, name);
            values.put(
                    name,
                    new GivenValue(value, false, path -> answers.places().of(start + path.substring(name.length()))));
        });
        return new ValueLayer(source, values);
    }
}
