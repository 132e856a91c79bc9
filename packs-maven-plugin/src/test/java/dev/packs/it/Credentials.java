package dev.packs.it;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user and password of HTTP basic authentication (RFC 7617). */
record Credentials(String user, String password) {

    /** What a header such as {@code Authorization} says; empty if it is absent or of another scheme. */
    static Optional<Credentials> parse(@Nullable String header) {
        if (header == null || !header.startsWith("Basic ")) {
            return Optional.empty();
        }
        byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()));
        String pair = new String(decoded, StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new Credentials(pair.substring(0, colon), pair.substring(colon + 1)));
    }
}
