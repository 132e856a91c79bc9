package dev.packs.merge.structure;

import eu.maveniverse.domtrip.Element;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Maven takes for the same thing in two poms. */
final class PomKeys {

    static final String STANDARD_PLUGINS = "org.apache.maven.plugins";

    /** Elements whose children are items of a list, and what tells these apart; empty: their whole text. */
    private static final Map<String, List<String>> LISTS = Map.ofEntries(
            Map.entry("dependencies", List.of("groupId", "artifactId", "type", "classifier")),
            Map.entry("plugins", List.of("groupId", "artifactId")),
            Map.entry("extensions", List.of("groupId", "artifactId")),
            Map.entry("exclusions", List.of("groupId", "artifactId")),
            Map.entry("executions", List.of("id")),
            Map.entry("profiles", List.of("id")),
            Map.entry("repositories", List.of("id")),
            Map.entry("pluginRepositories", List.of("id")),
            Map.entry("reportSets", List.of("id")),
            Map.entry("resources", List.of("directory")),
            Map.entry("testResources", List.of("directory")),
            Map.entry("licenses", List.of("name")),
            Map.entry("mailingLists", List.of("name")),
            Map.entry("developers", List.of("id", "email", "name")),
            Map.entry("contributors", List.of("email", "name")),
            Map.entry("modules", List.of()),
            Map.entry("goals", List.of()),
            Map.entry("filters", List.of()),
            Map.entry("includes", List.of()),
            Map.entry("excludes", List.of()));

    private PomKeys() {}

    /** Whether the children are items of a list rather than settings with names of their own. */
    static boolean isList(Element earlier, Element later) {
        return isKnownList(earlier)
                || hasRepeated(earlier)
                || hasRepeated(later)
                || isPlural(earlier)
                || isPlural(later);
    }

    static boolean isKnownList(Element element) {
        return isOutsideConfiguration(element) && LISTS.containsKey(element.localName());
    }

    private static boolean isOutsideConfiguration(Element element) {
        for (Element above = element.parentElement(); above != null; above = above.parentElement()) {
            if (above.localName().equals("configuration")) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasRepeated(Element element) {
        Set<String> names = new HashSet<>();
        return element.childElements().anyMatch(child -> !names.add(child.localName()));
    }

    /** {@code <args>} with an {@code <arg>}, also {@code <compilerArgs>}. */
    static boolean isPlural(Element element) {
        String name = element.localName().toLowerCase(Locale.ROOT);
        return element.childElements().count() == 1
                && element.childElements()
                        .allMatch(child -> isPlural(name, child.localName().toLowerCase(Locale.ROOT)));
    }

    private static boolean isPlural(String list, String item) {
        return list.endsWith(item + "s")
                || list.endsWith(item + "es")
                || (item.endsWith("y") && list.endsWith(item.substring(0, item.length() - 1) + "ies"));
    }

    static boolean isDependency(@Nullable Element element) {
        return element != null
                && element.localName().equals("dependency")
                && element.parentElement() != null
                && element.parentElement().localName().equals("dependencies");
    }

    /** What an item of a list is known by, as people write it; empty where only its whole text tells it apart. */
    static Optional<String> key(Element item) {
        Element list = item.parentElement();
        if (list == null || !isOutsideConfiguration(list)) {
            return Optional.empty();
        }
        List<String> parts = LISTS.getOrDefault(list.localName(), List.of());
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return switch (list.localName()) {
            case "dependencies" -> Optional.of(dependency(item));
            case "plugins" -> Optional.of(text(item, "groupId", STANDARD_PLUGINS) + ":" + text(item, "artifactId", ""));
            case "extensions", "exclusions" ->
                Optional.of(text(item, "groupId", "") + ":" + text(item, "artifactId", ""));
            case "executions", "reportSets" -> Optional.of(text(item, "id", "default"));
            case "resources", "testResources" -> resource(item);
            default -> first(item, parts);
        };
    }

    private static String dependency(Element item) {
        String type = text(item, "type", "jar");
        String classifier = text(item, "classifier", "");
        String name = text(item, "groupId", "") + ":" + text(item, "artifactId", "");
        return name
                + (type.equals("jar") && classifier.isEmpty() ? "" : ":" + type)
                + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    /** Whether Maven uses both of two with the same key. */
    static boolean mayRepeat(Element item) {
        return item.localName().equals("resource") || item.localName().equals("testResource");
    }

    /** The key that a resource has which takes all files of the folder. */
    private static Optional<String> folder(Element item) {
        String directory = text(item, "directory", "");
        String target = text(item, "targetPath", "");
        return directory.isEmpty()
                ? Optional.empty()
                : Optional.of(directory + (target.isEmpty() ? "" : " targetPath " + target));
    }

    /** The files that it takes, and where to: some of a folder filtered and the others not are two things. */
    private static Optional<String> resource(Element item) {
        String directory = text(item, "directory", "");
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder key = new StringBuilder(directory);
        for (String part : List.of("targetPath", "includes", "excludes")) {
            item.childElement(part).ifPresent(element -> {
                List<String> texts = texts(element);
                if (!texts.isEmpty()) {
                    key.append(' ').append(part).append(' ').append(String.join(",", texts));
                }
            });
        }
        return Optional.of(key.toString());
    }

    /** Whether it is a whole folder of resources of which others take all files already, some so and some otherwise. */
    static boolean isTakenByParts(Element item, List<Element> others) {
        if (!mayRepeat(item) || !resource(item).equals(folder(item))) {
            return false;
        }
        List<Element> parts = others.stream()
                .filter(other -> mayRepeat(other) && folder(other).equals(folder(item)))
                .toList();
        Set<String> included = new HashSet<>();
        parts.forEach(part -> included.addAll(texts(part, "includes")));
        return parts.stream()
                .anyMatch(part -> texts(part, "includes").isEmpty()
                        && !texts(part, "excludes").isEmpty()
                        && included.containsAll(texts(part, "excludes")));
    }

    private static List<String> texts(Element item, String list) {
        return item.childElement(list).map(PomKeys::texts).orElse(List.of());
    }

    /** Whether one of the exclusions holds for all that this one does. */
    static boolean isExcluded(Element exclusion, Collection<Element> others) {
        return others.stream()
                .anyMatch(other -> covers(other, exclusion, "groupId") && covers(other, exclusion, "artifactId"));
    }

    private static boolean covers(Element wider, Element narrower, String part) {
        String pattern = text(wider, part, "");
        return pattern.equals("*") || pattern.equals(text(narrower, part, ""));
    }

    private static List<String> texts(Element element) {
        if (!element.hasChildElements()) {
            String text = element.textContent().strip();
            return text.isEmpty() ? List.of() : List.of(text);
        }
        return element.childElements()
                .flatMap(child -> texts(child).stream())
                .sorted()
                .toList();
    }

    private static Optional<String> first(Element item, List<String> parts) {
        for (String part : parts) {
            String text = text(item, part, "");
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    static String text(Element element, String child, String standard) {
        String text = element.childTextTrimmed(child);
        return text == null || text.isEmpty() ? standard : text;
    }
}
