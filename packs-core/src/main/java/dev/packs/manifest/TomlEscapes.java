package dev.packs.manifest;

import java.util.Optional;

/** The escapes of TOML's basic strings (TOML 1.0, String). */
final class TomlEscapes {

    private TomlEscapes() {}

    /** The string that stands between the quotes; nothing if an escape is not one. */
    static Optional<String> decode(String raw) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) != '\\') {
                text.append(raw.charAt(i));
                continue;
            }
            if (++i == raw.length()) {
                return Optional.empty();
            }
            char c = raw.charAt(i);
            int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
            int plain = "btnfr\"\\".indexOf(c);
            if (plain >= 0) {
                text.append("\b\t\n\f\r\"\\".charAt(plain));
            } else if (digits > 0 && i + digits < raw.length()) {
                Optional<Integer> point = codePoint(raw.substring(i + 1, i + 1 + digits));
                if (point.isEmpty()) {
                    return Optional.empty();
                }
                text.appendCodePoint(point.get());
                i += digits;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }

    private static Optional<Integer> codePoint(String hex) {
        try {
            int point = Integer.parseInt(hex, 16);
            return Character.isValidCodePoint(point) ? Optional.of(point) : Optional.empty();
        } catch (NumberFormatException notHex) {
            return Optional.empty();
        }
    }
}
