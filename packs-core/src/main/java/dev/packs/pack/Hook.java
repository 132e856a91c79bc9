package dev.packs.pack;

import java.util.List;

/**
 * A command that a user may let run after a generation.
 *
 * @param run the program and its arguments; no shell
 */
public record Hook(List<String> run) {

    public Hook {
        run = List.copyOf(run);
    }
}
