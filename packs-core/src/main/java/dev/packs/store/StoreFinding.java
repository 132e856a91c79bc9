package dev.packs.store;

import dev.packs.Problem;
import java.nio.file.Path;

/**
 * One thing in a store that is not as it should be.
 *
 * @param problem what it is, why it matters, and what mends it
 * @param path where it lies
 * @param remedy what {@link StoreMender} can do about it
 * @param isHarmful whether something does not work, or is not safe, until it is mended; the rest only takes room or is worth to be known
 */
public record StoreFinding(Problem problem, Path path, Remedy remedy, boolean isHarmful) {

    /** What mends it. None of these loses what cannot be brought or made again. */
    public enum Remedy {
        /** A package's folder goes out of the store by one rename, so that the next installation brings it. */
        TAKE_OUT,
        /** A file, a link or a folder that nobody uses, or that is made again, is deleted. */
        DELETE,
        /** What killed runs left is cleared. */
        CLEAR,
        /** The store's folder becomes its owner's alone. */
        NARROW,
        /** Only the user can. */
        NONE
    }

    static StoreFinding harmful(Problem problem, Path path, Remedy remedy) {
        return new StoreFinding(problem, path, remedy, true);
    }

    static StoreFinding note(Problem problem, Path path, Remedy remedy) {
        return new StoreFinding(problem, path, remedy, false);
    }
}
