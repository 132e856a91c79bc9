package dev.packs.variables;

/** Where a variable's value came from, the strongest first. */
public enum ValueSource {
    /** {@code -Dvar.<id>.NAME}. */
    COMMAND_LINE_SCOPED,
    /** {@code -Dvar.NAME}. */
    COMMAND_LINE,
    /** The file of {@code -Dpacks.answers}, or the declaration's {@code <answers>}. */
    ANSWERS_FILE,
    POM,
    /** {@code .packs/answers.toml}: what was answered when the project was generated. */
    SAVED_ANSWERS,
    PROMPT,
    /** A pack that depends on this one has a variable of the same name. */
    DEPENDING_PACK,
    DETECTED,
    DEFAULT,
    /** Nobody gave one and there is no default: null. */
    NOTHING;

    /** Whether a name that no pack knows is an error in this source. What was saved or handed down may name what a newer version of a pack dropped. */
    boolean mustBeKnown() {
        return this == ANSWERS_FILE || this == POM || this == PROMPT;
    }

    /** Whether somebody gave the value, so that nobody is asked for it. */
    boolean isGiven() {
        return compareTo(PROMPT) < 0;
    }

    /** Whether somebody wrote the value down for this generation. */
    boolean isDeliberate() {
        return compareTo(PROMPT) <= 0 && this != SAVED_ANSWERS;
    }
}
