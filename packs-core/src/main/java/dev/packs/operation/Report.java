package dev.packs.operation;

import dev.packs.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operation has to say when it is done, for a person and for a program. */
public interface Report {

    /** For a person: lines without line ends. */
    List<String> lines();

    /**
     * For a program: plain values only ({@code String}, {@code Number}, {@code Boolean}, {@code List}, {@code Map}), in the order in which they are printed. The keys are
     * part of the contract and documented in {@code docs/json.md}.
     */
    Map<String, Object> document();

    /** How many things are other than before; nothing where it is not about that. */
    default Optional<Tally> tally() {
        return Optional.empty();
    }

    /**
     * What became of things.
     *
     * @param of what they are: {@code files}, or {@code packages} of the store
     * @param written that were not there, or not so
     * @param kept that were there as they have to be
     * @param removed that were there
     */
    record Tally(String of, int written, int kept, int removed) {}

    /** What is wrong although the rest was done; then the goal fails all the same. */
    default List<Problem> failures() {
        return List.of();
    }

    /** What the reader should know although the operation succeeded. */
    default List<Problem> warnings() {
        return List.of();
    }
}
