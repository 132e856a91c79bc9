package dev.packs.pack;

import java.time.Duration;
import java.util.List;

/**
 * A command that a user may let run after a generation.
 *
 * @param run the program and its arguments; no shell
 * @param environment names of variables that it gets from the user's environment beside the usual ones
 * @param timeout after which it is ended
 */
public record Hook(List<String> run, List<String> environment, Duration timeout) {

    /** Where the manifest says nothing. */
    public static final Duration USUAL_TIMEOUT = Duration.ofMinutes(5);

    /** The most that a manifest may say. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

    public Hook {
        run = List.copyOf(run);
        environment = List.copyOf(environment);
    }

    public static Hook of(List<String> run) {
        return new Hook(run, List.of(), USUAL_TIMEOUT);
    }
}
