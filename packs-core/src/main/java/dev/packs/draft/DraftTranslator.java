package dev.packs.draft;

import dev.packs.Problem;
import java.util.List;

/** Puts packs into another form. Safe for use by several threads. */
public interface DraftTranslator {

    /**
     * What became of a pack.
     *
     * @param group under which the jar is known to Maven, as are {@code artifact} and {@code version}
     * @param jar its bytes; equal for equal drafts
     * @param pom what Maven is told of it, as it stands in the jar
     * @param notes what somebody should know and nothing fails for
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Translated(String group, String artifact, String version, byte[] jar, byte[] pom, List<Problem> notes) {

        public Translated {
            notes = List.copyOf(notes);
        }
    }

    /** @throws dev.packs.PacksException with everything that the other form cannot carry, each with its place and a way out */
    Translated translate(PackDraft draft);
}
