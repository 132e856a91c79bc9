package dev.packs.archetype.export;

/** What a formula comes to, as far as Velocity has to know. All but the last two are kept as the text that would be printed. */
enum Kind {
    TEXT,
    INTEGER,
    BOOLEAN,
    NULL,
    /** Of one kind or another: can be printed, and nothing else. */
    MIXED,
    /** Only to be looped over. */
    LIST;

    /** Of a choice between two. */
    Kind or(Kind other) {
        return this == other || other == NULL ? this : this == NULL ? other : MIXED;
    }
}
