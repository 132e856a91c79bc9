package dev.packs.operation;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.manifest.ManifestReader;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A manifest as it is published: with the group, id and version that its project has.
 *
 * @param text what the author wrote, with the missing keys as lines of their own below {@code [pack]}
 */
record BuiltManifest(String text, ParsedManifest parsed) {

    /**
     * Completes a manifest that was written without what the POM says already, so that a version changed in the POM alone is a release.
     *
     * @throws dev.packs.PacksException with everything that is wrong with the manifest
     */
    static BuiltManifest of(byte[] written, String file, PackId pom) {
        ParsedManifest parsed = ManifestReader.read(written, file, Optional.of(pom));
        String text = new String(written, StandardCharsets.UTF_8);
        StringBuilder missing = new StringBuilder();
        addMissing(missing, parsed, "group", pom.name().group());
        addMissing(missing, parsed, "id", pom.name().id());
        addMissing(missing, parsed, "version", pom.version().toString());
        if (missing.isEmpty()) {
            return new BuiltManifest(text, parsed);
        }
        return new BuiltManifest(
                insert(text, missing.toString(), parsed.places().key("pack")), parsed);
    }

    private static void addMissing(StringBuilder missing, ParsedManifest parsed, String key, String value) {
        // What is not written has the place of what encloses it.
        if (parsed.places().key("pack." + key).equals(parsed.places().key("pack"))) {
            missing.append(key).append(" = \"").append(value).append("\"\n");
        }
    }

    private static String insert(String text, String lines, Place header) {
        int start = 0;
        for (int line = 1; line < header.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int end = text.indexOf('\n', start);
        String found = (end < 0 ? text.substring(start) : text.substring(start, end)).strip();
        if (header.line() < 1 || !found.startsWith("[pack]")) {
            throw Problem.at(ProblemCode.MANIFEST_SYNTAX, header, "`pack` is not written as a table `[pack]`")
                    .help("put `[pack]` on a line of its own: the build adds what the POM says below it")
                    .asException();
        }
        return end < 0 ? text + "\n" + lines : text.substring(0, end + 1) + lines + text.substring(end + 1);
    }
}
