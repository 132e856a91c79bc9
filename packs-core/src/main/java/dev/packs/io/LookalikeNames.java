package dev.packs.io;

import java.text.Normalizer;
import java.util.Locale;

/** What file systems and readers that ignore case or Unicode form take for one name. */
public final class LookalikeNames {

    private LookalikeNames() {}

    /** The same text for all names that look alike, and another one for any other name. */
    public static String key(String name) {
        if (isAscii(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return Normalizer.normalize(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** Most names are, and need none of Unicode's tables. */
    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
