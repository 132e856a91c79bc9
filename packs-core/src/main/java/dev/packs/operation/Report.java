package dev.packs.operation;

import dev.packs.Problem;
import java.util.List;
import java.util.Map;

/** What an operation has to say when it is done, for a person and for a program. */
public interface Report {

    /** For a person: lines without line ends. */
    List<String> lines();

    /**
     * For a program: plain values only ({@code String}, {@code Number}, {@code Boolean}, {@code List}, {@code Map}), in the order in which they are printed. The keys are
     * part of the contract and documented in {@code docs/json.md}.
     */
    Map<String, Object> document();

    /** What is wrong although the rest was done; then the goal fails all the same. */
    default List<Problem> failures() {
        return List.of();
    }

    /** What the reader should know although the operation succeeded. */
    default List<Problem> warnings() {
        return List.of();
    }
}
