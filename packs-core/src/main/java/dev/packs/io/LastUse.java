package dev.packs.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** When something in the store was last used, kept as the time of a file or folder that nobody changes. */
public final class LastUse {

    /** How exactly it is remembered; a use within this time of the last one writes nothing. */
    private static final Duration EXACTNESS = Duration.ofHours(1);

    private LastUse() {}

    /** It is used now. */
    public static void remember(Path used) {
        try {
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(used).toInstant().plus(EXACTNESS).isBefore(now)) {
                Disk.setTime(used, FileTime.from(now));
            }
        } catch (IOException readOnly) {
            // A store that cannot be written is not cleaned either, so nobody asks when this was used.
        }
    }
}
