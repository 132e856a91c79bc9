package dev.packs.manifest;

import dev.packs.PacksException;
import dev.packs.pack.PackId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes of a source manifest the built one, which names its group, id and version. Everything else of the text stays as it was written. */
public final class ManifestCompletion {

    private ManifestCompletion() {}

    /**
     * The manifest with the keys that it left to the POM.
     *
     * @param file as the user would name it
     * @throws PacksException with everything that is wrong with the manifest, disagreement with the POM included
     */
    public static String complete(byte[] bytes, String file, PackId pom) {
        ManifestReader.read(bytes, file, Optional.of(pom));
        TomlDocument document = TomlDocument.parse(bytes, file, ManifestReader.LARGEST);
        Map<String, String> missing = new LinkedHashMap<>();
        missing.put("group", pom.name().group());
        missing.put("id", pom.name().id());
        missing.put("version", pom.version().toString());
        TomlTable pack = document.root().table("pack").orElseThrow();
        missing.keySet().removeIf(key -> pack.value(key).isPresent());
        return missing.isEmpty() ? document.text() : insert(document, missing);
    }

    private static String insert(TomlDocument document, Map<String, String> missing) {
        String text = document.text();
        TomlIndex index = document.places().index();
        Integer header = index.values().get("pack");
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        if (header == null) {
            return dotted(document, missing, end);
        }
        if (text.charAt(header) == '{') {
            String rest = text.substring(header + 1);
            String comma = rest.stripLeading().startsWith("}") ? "" : ",";
            return text.substring(0, header + 1) + entries(missing, " ", "", ", ") + comma + rest;
        }
        int lineEnd = text.indexOf('\n', header);
        return lineEnd < 0
                ? text + end + entries(missing, "", "", end) + end
                : text.substring(0, lineEnd + 1) + entries(missing, "", "", end) + end + text.substring(lineEnd + 1);
    }

    /** There is no {@code [pack]}: its keys are dotted, or only tables below it have headers. */
    private static String dotted(TomlDocument document, Map<String, String> missing, String end) {
        String text = document.text();
        int first = document.places().index().keys().getOrDefault("pack", 0);
        if (text.charAt(first) == '[') {
            return text.substring(0, first) + "[pack]" + end + entries(missing, "", "", end) + end + end
                    + text.substring(first);
        }
        return text.substring(0, first) + entries(missing, "", "pack.", end) + end + text.substring(first);
    }

    private static String entries(Map<String, String> missing, String before, String prefix, String separator) {
        StringBuilder text = new StringBuilder(before);
        missing.forEach((key, value) -> text.append(text.length() > before.length() ? separator : "")
                .append(prefix)
                .append(key)
                .append(" = ")
                .append(TomlText.string(value)));
        return text.toString();
    }
}
