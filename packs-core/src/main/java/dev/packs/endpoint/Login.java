package dev.packs.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user and a password, for basic authentication (RFC 7617). Never shown. */
public record Login(String user, String password) {

    /** The value of the header {@code Authorization} or {@code Proxy-Authorization}. */
    String header() {
        return "Basic " + encoded();
    }

    private String encoded() {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The text without the password, for what a server sends back. */
    String hiddenIn(String text) {
        String hidden = text.replace(encoded(), "…");
        return password.isEmpty() ? hidden : hidden.replace(password, "…");
    }

    @Override
    public String toString() {
        return "a login";
    }
}
