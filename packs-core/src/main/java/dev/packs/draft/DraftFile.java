package dev.packs.draft;

import dev.packs.Place;
import dev.packs.rendering.Formula;
import dev.packs.rendering.TemplatePart;
import java.util.List;
import java.util.Optional;

/**
 * A file that is written, or that is where a condition holds.
 *
 * @param origin as messages name it: {@code template application of dev.packs:web:1.0.0}
 * @param path texts and outputs only
 * @param place of the template, or of the manifest
 */
public record DraftFile(
        String origin,
        List<TemplatePart> path,
        Optional<Formula> when,
        Content content,
        boolean executable,
        Place place) {

    public DraftFile {
        path = List.copyOf(path);
    }

    /** What is in it. */
    public sealed interface Content {

        /** Known, byte for byte. */
        @SuppressWarnings("ArrayRecordComponent")
        record Bytes(byte[] bytes) implements Content {}

        /** A text of which a part is open. */
        record Open(List<TemplatePart> parts) implements Content {

            public Open {
                parts = List.copyOf(parts);
            }
        }
    }
}
