package dev.packs.pack;

/** What a scaffold does with a file that is already there and differs. */
public enum Overwrite {
    /** The user's file stays unless forced. */
    NEVER,
    /** The pack's file replaces it. */
    ALWAYS
}
