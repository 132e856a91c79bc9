package dev.packs.variables;

import java.util.Optional;

/** Whoever can be asked for a value that nobody gave. */
public interface Asker {

    /**
     * The answer, not yet checked; nothing where the default is to count. Asked again, with what was wrong, until the answer is right.
     *
     * @throws dev.packs.PacksException where somebody would rather not go on
     */
    Optional<GivenValue> ask(Question question);
}
