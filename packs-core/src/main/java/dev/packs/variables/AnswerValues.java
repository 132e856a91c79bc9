package dev.packs.variables;

import dev.packs.Place;
import dev.packs.manifest.Answers;
import dev.packs.manifest.TomlPlaces;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Takes an answers file for a layer of values. */
public final class AnswerValues {

    private AnswerValues() {}

    /** The values for what is declared under the id, each with the place where it stands. */
    public static ValueLayer layer(ValueSource source, Answers answers, String id) {
        Map<String, GivenValue> values = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : answers.valuesFor(id).entrySet()) {
            String name = entry.getKey();
            PlacesOfParts places = new PlacesOfParts(answers.places(), answers.pathFor(id, name), name);
            values.put(name, new GivenValue(entry.getValue(), false, places));
        }
        return new ValueLayer(source, values);
    }

    /**
     * Where the parts of one value stand.
     *
     * @param start the value's own path in the file
     */
    private record PlacesOfParts(TomlPlaces places, String start, String name) implements Function<String, Place> {

        @Override
        public Place apply(String path) {
            return places.of(start + path.substring(name.length()));
        }
    }
}
