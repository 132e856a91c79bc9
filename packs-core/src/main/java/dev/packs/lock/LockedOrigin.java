package dev.packs.lock;

import java.util.List;
import java.util.Locale;

/** Where a locked pack came from, as far as a lock that others share may say it. */
public enum LockedOrigin {
    /** Any Maven repository; which one is the machine's business. */
    REPOSITORY,
    /** The plugin itself, which vouches for it. */
    EMBEDDED,
    /** A module of the same build: it has no digest, for it changes with every build. */
    WORKSPACE,
    /** A folder of packs. */
    DIRECTORY,
    /** An archetype, taken for a pack without one having been made of it; the digest is that of its jar. */
    ARCHETYPE;

    /** As the lock spells it; a repository is not written. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LockedOrigin of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** What {@code source} may be. */
    static List<String> keys() {
        return List.of(EMBEDDED.key(), WORKSPACE.key(), DIRECTORY.key(), ARCHETYPE.key());
    }
}
