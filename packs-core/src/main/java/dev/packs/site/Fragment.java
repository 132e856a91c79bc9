package dev.packs.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as it stands behind the {@code #} of an address. */
final class Fragment {

    private Fragment() {}

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
