package dev.packs.description;

import dev.packs.graph.Iri;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What things are called in the graph. The rule stands in {@code docs/vocabulary.md}: equal things have equal names on every machine. */
public final class PackIris {

    /** What the names of packs begin with. */
    public static final String PACKS = "https://packs.dev/pack/";

    private static final String BASE = "https://packs.dev/";
    private static final String UNRESERVED = "-._~";

    private PackIris() {}

    /** {@code https://packs.dev/pack/<group>/<id>}. */
    public static Iri of(PackName pack) {
        return new Iri(BASE + "pack/" + segment(pack.group()) + "/" + segment(pack.id()));
    }

    /** {@code https://packs.dev/pack/<group>/<id>/<version>}. */
    public static Iri of(PackId id) {
        return new Iri(of(id.name()).value() + "/" + segment(id.version().toString()));
    }

    /**
     * {@code https://packs.dev/package/<groupId>/<artifactId>}.
     *
     * @param name {@code groupId:artifactId}
     */
    public static Iri ofPackage(String name) {
        int colon = name.indexOf(':');
        return new Iri(
                BASE + "package/" + segment(name.substring(0, colon)) + "/" + segment(name.substring(colon + 1)));
    }

    static boolean isPackage(Iri iri) {
        return iri.value().startsWith(BASE + "package/");
    }

    /** {@code http://spdx.org/licenses/<id>}, as SPDX has it. */
    static Iri ofLicense(String id) {
        return new Iri("http://spdx.org/licenses/" + segment(id));
    }

    /** {@code https://packs.dev/versions/<kind>/<constraint>}. */
    static Iri ofVersions(String kind, String constraint) {
        return new Iri(BASE + "versions/" + kind + "/" + segment(constraint));
    }

    /** A part of a version: {@code <version>#variable/database}. */
    static Iri part(Iri version, String kind, String... path) {
        StringBuilder text = new StringBuilder(version.value()).append('#').append(kind);
        for (String each : path) {
            text.append('/').append(segment(each));
        }
        return new Iri(text.toString());
    }

    /** A part of a part: {@code <version>#variable/entities/items}. */
    static Iri below(Iri part, String name) {
        return new Iri(part.value() + "/" + segment(name));
    }

    /** Everything but letters, digits and {@code -._~} of ASCII as its bytes in UTF-8, {@code %5E}. */
    public static String segment(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if (isAlphanumeric(c) || UNRESERVED.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return escaped.toString();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
