package dev.packs.generation;

import dev.packs.integrity.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Digests of plain values: equal for equal values and different for different ones, whatever machine they are on. Secrets go into a ledger as digests only. */
final class ValueDigest {

    private ValueDigest() {}

    /** 32 hexadecimal digits: enough to tell values apart, which nobody forges here. */
    static String of(@Nullable Object value) {
        MessageDigest digest = Digest.sha256();
        StringBuilder text = new StringBuilder();
        write(text, value);
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(Digest.sha256().digest(bytes), 0, 16);
    }

    /** Every part carries its kind and its length, so that no two values read the same. Maps are written in their own order, which templates see. */
    private static void write(StringBuilder text, @Nullable Object value) {
        if (value instanceof List<?> list) {
            text.append('[').append(list.size()).append(':');
            for (Object item : list) {
                write(text, item);
            }
        } else if (value instanceof Map<?, ?> map) {
            text.append('{').append(map.size()).append(':');
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(text, entry.getKey());
                write(text, entry.getValue());
            }
        } else {
            String plain = String.valueOf(value);
            text.append(value == null ? '0' : value.getClass().getSimpleName().charAt(0))
                    .append(plain.length())
                    .append(':')
                    .append(plain);
        }
    }
}
