package dev.packs.manifest;

import dev.packs.ProblemCode;
import java.util.Optional;

/**
 * Why a string is not what its key takes.
 *
 * @param message the whole sentence, the offending value in backticks
 * @param at the first character that is wrong, counted from 0; -1 where the whole string is
 */
record Fault(ProblemCode code, String message, Optional<String> help, int at) {

    static Fault of(String message, String help) {
        return new Fault(ProblemCode.MANIFEST_INVALID_VALUE, message, Optional.of(help), -1);
    }

    Fault at(int index) {
        return new Fault(code, message, help, index);
    }

    Fault code(ProblemCode other) {
        return new Fault(other, message, help, at);
    }
}
