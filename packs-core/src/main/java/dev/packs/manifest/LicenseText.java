package dev.packs.manifest;

import java.util.Optional;
import java.util.regex.Pattern;

/** The grammar of an SPDX licence expression (SPDX 2.3, annex D). Whether an identifier is on the list is not asked: the list grows. */
final class LicenseText {

    private static final Pattern IDENTIFIER = Pattern.compile("(DocumentRef-[A-Za-z0-9.-]+:)?[A-Za-z0-9.-]+\\+?");

    private final String[] tokens;
    private int at;

    private LicenseText(String text) {
        tokens = text.replace("(", " ( ").replace(")", " ) ").strip().split(" +");
    }

    static Optional<Fault> fault(String text) {
        LicenseText parser = new LicenseText(text);
        return text.length() <= 500 && parser.alternatives() && parser.at == parser.tokens.length
                ? Optional.empty()
                : Optional.of(Fault.of(
                        "`" + text + "` is not an SPDX licence expression",
                        "write the identifier from spdx.org/licenses, as in `Apache-2.0` or `MIT OR Apache-2.0`"));
    }

    private boolean alternatives() {
        do {
            if (!term()) {
                return false;
            }
        } while (accept("AND") || accept("OR"));
        return true;
    }

    private boolean term() {
        if (accept("(")) {
            return alternatives() && accept(")");
        }
        return identifier() && (!accept("WITH") || identifier());
    }

    private boolean identifier() {
        if (at < tokens.length && IDENTIFIER.matcher(tokens[at]).matches() && !tokens[at].matches("AND|OR|WITH")) {
            at++;
            return true;
        }
        return false;
    }

    private boolean accept(String token) {
        if (at < tokens.length && tokens[at].equals(token)) {
            at++;
            return true;
        }
        return false;
    }
}
