package dev.packs.variables;

import dev.packs.Place;
import java.util.function.Function;

/**
 * A value that somebody gave, not yet checked.
 *
 * @param value plain: {@code String}, {@code Long}, {@code Boolean}, {@code Double}, {@code List}, {@code Map}
 * @param text whether it is mere text, to be read as the variable's type ({@code -D}, pom), and not typed already (TOML)
 * @param places from the path of a part ({@code entities[0].name}) to where it stands
 */
public record GivenValue(Object value, boolean text, Function<String, Place> places) {

    public static GivenValue text(String value, Place place) {
        return new GivenValue(value, true, new OnePlace(place));
    }

    public static GivenValue typed(Object value, Place place) {
        return new GivenValue(value, false, new OnePlace(place));
    }

    /** For a value that stands in one place with all of its parts. */
    private record OnePlace(Place place) implements Function<String, Place> {

        @Override
        public Place apply(String path) {
            return place;
        }
    }

    Place placeOf(String path) {
        return places.apply(path);
    }
}
