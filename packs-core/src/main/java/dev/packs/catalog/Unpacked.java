package dev.packs.catalog;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.LimitName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** A gzip file unpacked, but no further than allowed. */
final class Unpacked {

    private static final int BUFFER = 1 << 16;

    private Unpacked() {}

    static byte[] of(byte[] file, String name, GraphLimits limits) {
        int limit = limits.source().catalogBytes();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file), BUFFER)) {
            byte[] text = new byte[(int) Math.min(limit + 1L, Math.max(BUFFER, 8L * file.length))];
            int length = 0;
            for (int read = 0; read >= 0; length += Math.max(0, read)) {
                if (length > limit) {
                    throw LimitName.CATALOG_BYTES
                            .reached(Place.of(name), "the catalogue unpacks to more than " + limit + " bytes", limit)
                            .asException();
                }
                if (length == text.length) {
                    text = Arrays.copyOf(text, (int) Math.min(limit + 1L, 2L * length));
                }
                read = in.read(text, length, text.length - length);
            }
            return Arrays.copyOf(text, length);
        } catch (IOException broken) {
            throw Problem.at(
                            ProblemCode.CATALOG_INVALID,
                            Place.of(name),
                            "the file is no catalogue, or not the whole of one: "
                                    + (broken.getMessage() == null ? "it ends too early" : broken.getMessage()))
                    .help("fetch it again, or make one: mvn packs:catalog")
                    .asException();
        }
    }
}
