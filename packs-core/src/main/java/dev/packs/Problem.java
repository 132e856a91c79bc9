package dev.packs;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, told so that the reader can mend it.
 *
 * @param message states the fact in one sentence, without a final full stop, the offending value in backticks
 * @param place where it was found, if it has a place
 * @param help what to do about it, best a command that works
 */
public record Problem(ProblemCode code, String message, Optional<Place> place, Optional<String> help) {

    public static Problem of(ProblemCode code, String message) {
        return new Problem(code, message, Optional.empty(), Optional.empty());
    }

    public static Problem at(ProblemCode code, @Nullable Place place, String message) {
        return new Problem(code, message, Optional.ofNullable(place), Optional.empty());
    }

    /** The same problem with a way out. */
    public Problem help(String text) {
        return new Problem(code, message, place, Optional.of(text));
    }

    /** The same problem at a place, if it has none of its own. */
    public Problem foundAt(Place somewhere) {
        return place.isPresent() ? this : new Problem(code, message, Optional.of(somewhere), help);
    }

    public PacksException asException() {
        return new PacksException(this);
    }

    /** {@code PACKS-104 file:3:1: message}, and the help on a line of its own. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(code.id()).append(' ');
        place.ifPresent(where -> text.append(where).append(": "));
        text.append(message);
        help.ifPresent(way -> text.append("\n  help: ").append(way.replace("\n", "\n        ")));
        return text.toString();
    }
}
