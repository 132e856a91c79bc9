package dev.packs.source;

/** What kind of place a pack came from, which decides what the lock says of it. */
public enum PackOrigin {
    /** Inside the plugin, which vouches for it. */
    EMBEDDED,
    /** A module of the same build; may change at any time, so no digest is locked. */
    WORKSPACE,
    /** A folder or file that the user named. */
    FOLDER,
    /** A release from a Maven repository. */
    REPOSITORY,
    /** Made of an archetype that the user named. */
    ARCHETYPE,
    /** A moving version from a Maven repository; no digest is locked. */
    SNAPSHOT
}
