package dev.packs.operation;

import java.util.Locale;

/** A number of bytes, as a person writes it: {@code 640 bytes}, {@code 18 kB}, {@code 2.4 MB}. */
final class Bytes {

    private Bytes() {}

    static String of(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000 ? bytes / 1000 + " kB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }
}
