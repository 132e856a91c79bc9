package dev.packs.source.maven;

import java.util.List;
import java.util.Optional;

/**
 * What asking the repositories once gave: what was found, and what went wrong beside it.
 *
 * @param value nothing if no repository had it
 */
record Outcome<T>(Optional<T> value, List<RepositoryFailure> failures) {

    Outcome {
        failures = List.copyOf(failures);
    }

    /** Whether a repository failed in a way that may have passed when it is asked again. */
    boolean isWorthRepeating() {
        return failures.stream().anyMatch(failure -> failure.kind().isPassing());
    }
}
