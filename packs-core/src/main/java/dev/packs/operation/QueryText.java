package dev.packs.operation;

import dev.packs.Place;
import java.util.regex.Pattern;

/**
 * A query as it was found.
 *
 * @param place of its first line
 */
public record QueryText(String text, Place place) {

    /** Whether a variable of that name stands in the text; one that stands in a comment alone does no harm. */
    boolean mentions(String variable) {
        return Pattern.compile("[?$]" + Pattern.quote(variable) + "(?![\\p{L}\\p{N}_])")
                .matcher(text)
                .find();
    }
}
