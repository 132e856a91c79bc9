package dev.packs.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An address that a page may link to: {@code http}, {@code https} or {@code mailto}, and nothing that runs or shows something else. */
final class WebAddress {

    private static final Set<String> WEB = Set.of("http", "https");
    private static final String MAIL = "mailto";
    private static final int LONGEST = 2000;

    private WebAddress() {}

    /** The address as it may stand in a link; empty for every other one. A user before the host is refused, as it makes one host look like another. */
    static Optional<String> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean isWeb = WEB.contains(scheme) && address.getHost() != null && address.getRawUserInfo() == null;
            boolean isMail =
                    scheme.equals(MAIL) && address.getRawSchemeSpecificPart().contains("@");
            return isWeb || isMail ? Optional.of(address.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
