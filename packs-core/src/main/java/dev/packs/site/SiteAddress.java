package dev.packs.site;

import dev.packs.integrity.Digest;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where the page of a pack lies in a site: {@code packs/<group>/<id>.html}. Of a group or id with capitals, or one that some system keeps for itself, the name is in small letters behind a part of its
 * digest, so that no two packs have one page where capitals do not count.
 */
public final class SiteAddress {

    private static final int DIGITS = 8;
    private static final String PAGE = ".html";

    private SiteAddress() {}

    /** From the folder of the site. */
    public static RelativePath page(PackName name) {
        return RelativePath.parse("packs/" + segment(name.group(), "") + "/" + segment(name.id(), PAGE));
    }

    private static String segment(String text, String end) {
        String small = text.toLowerCase(Locale.ROOT);
        if (small.equals(text) && RelativePath.fault(text + end).isEmpty()) {
            return text + end;
        }
        String digest = Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
        return "~" + digest + "-" + small + end;
    }
}
