package dev.packs.operation;

import dev.packs.io.ArchiveLimits;
import dev.packs.io.ArchiveTree;
import dev.packs.io.RelativePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be seen of an archetype's templates without rendering them. */
final class ArchetypeTemplates {

    private static final RelativePath RESOURCES = RelativePath.parse("archetype-resources");
    private static final int LISTED = 20;

    /** A reference of Velocity that asks a value for its class: {@code $x.class}, {@code ${x.getClass().forName(…)}}. */
    private static final Pattern CLASS_ACCESS = Pattern.compile(
            "\\$!?\\{?[A-Za-z_][\\w-]*(?:\\.\\w+(?:\\([^)\\n]*\\))?)*?\\.(?:class\\b|getClass\\s*\\(|classLoader\\b|getClassLoader\\s*\\()");

    private ArchetypeTemplates() {}

    /** Where templates reach for classes: {@code jar!/path:line}, at most 20. What is copied as it is counts too, since only the engine knows which that is. */
    static List<String> classAccess(byte[] jar, String name) {
        List<String> places = new ArrayList<>();
        ArchiveTree files = ArchiveTree.read(name, jar, ArchiveLimits.ofPacks());
        for (RelativePath path : files.paths()) {
            if (!path.startsWith(RESOURCES)) {
                continue;
            }
            byte[] bytes = files.read(path).orElseThrow();
            if (isText(bytes)) {
                // Whatever the encoding, these signs are the same bytes.
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                if (!text.contains("lass")) {
                    continue;
                }
                Matcher access = CLASS_ACCESS.matcher(text);
                while (access.find() && places.size() < LISTED) {
                    long line = text.substring(0, access.start())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count()
                            + 1;
                    places.add(name + "!/" + path + ":" + line);
                }
            }
        }
        return places;
    }

    private static boolean isText(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 8000); i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        return true;
    }
}
