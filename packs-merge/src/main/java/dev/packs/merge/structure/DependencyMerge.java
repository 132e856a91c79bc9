package dev.packs.merge.structure;

import dev.packs.merge.MergeChoice;
import eu.maveniverse.domtrip.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges a dependency that both files have. */
final class DependencyMerge {

    /** Each but the first holds {@code test}, and the last all others; of the two in the middle neither holds the other. */
    private static final List<String> SCOPES = List.of("test", "runtime", "provided", "compile");

    private static final List<String> TRUTHS = List.of("true", "false");
    static final String EXCLUSIONS = "exclusions";

    private final List<MergeChoice> choices;

    /** @param choices are added to */
    DependencyMerge(List<MergeChoice> choices) {
        this.choices = choices;
    }

    /** What one needs somewhere, it still has there: nobody's code may lose what it is compiled, tested or run with. */
    boolean merge(Element earlier, Element later, String path) {
        boolean isChanged = scope(earlier, later, path + "/scope");
        isChanged |= exclusions(earlier, later, path + "/" + EXCLUSIONS);
        return optional(earlier, later, path + "/optional") || isChanged;
    }

    /** What both do without stays out, as the narrower one says it; what only one excludes, the other may be compiled with. */
    private boolean exclusions(Element earlier, Element later, String path) {
        Map<String, Element> own = exclusions(earlier);
        Map<String, Element> others = exclusions(later);
        boolean isChanged = false;
        for (Map.Entry<String, Element> other : others.entrySet()) {
            if (own.containsKey(other.getKey())) {
                continue;
            }
            if (PomKeys.isExcluded(other.getValue(), own.values())) {
                Element list = earlier.childElement(EXCLUSIONS).orElseThrow();
                PomSplice.add(list, other.getValue(), list.childCount());
                isChanged = true;
            } else {
                choices.add(new MergeChoice(
                        path + "/" + other.getKey(), "none", other.getKey(), "the earlier pack may need it"));
            }
        }
        for (Map.Entry<String, Element> exclusion : own.entrySet()) {
            if (!PomKeys.isExcluded(exclusion.getValue(), others.values())) {
                PomSplice.remove(exclusion.getValue());
                choices.add(new MergeChoice(
                        path + "/" + exclusion.getKey(), "none", exclusion.getKey(), "the later pack may need it"));
                isChanged = true;
            }
        }
        if (isChanged && exclusions(earlier).isEmpty()) {
            earlier.removeChild(earlier.childElement(EXCLUSIONS).orElseThrow());
        }
        return isChanged;
    }

    private static Map<String, Element> exclusions(Element dependency) {
        Map<String, Element> exclusions = new LinkedHashMap<>();
        dependency
                .childElement(EXCLUSIONS)
                .ifPresent(list -> PomElements.children(list)
                        .forEach(item -> exclusions.put(PomKeys.key(item).orElse(PomElements.canonical(item)), item)));
        return exclusions;
    }

    private boolean scope(Element earlier, Element later, String path) {
        String one = PomKeys.text(earlier, "scope", "compile");
        String other = PomKeys.text(later, "scope", "compile");
        if (one.equals(other)) {
            return false;
        }
        if (!SCOPES.contains(one) || !SCOPES.contains(other)) {
            choices.add(MergeChoice.ofEarlier(path, one, other));
            return false;
        }
        String joined = joined(one, other);
        boolean isNew = !joined.equals(one) && !joined.equals(other);
        choices.add(new MergeChoice(
                path,
                joined,
                isNew ? one + " and " + other : joined.equals(one) ? other : one,
                isNew ? "no other scope holds both" : "the wider scope stays"));
        if (joined.equals(one)) {
            return false;
        }
        Optional<Element> scope = earlier.childElement("scope");
        if (joined.equals("compile")) {
            scope.ifPresent(earlier::removeChild);
        } else {
            scope.ifPresent(element -> element.textContent(joined));
        }
        return true;
    }

    /** The narrowest scope that holds both; Maven puts {@code provided} on no class path of a run. */
    private static String joined(String one, String other) {
        if (one.equals("test")) {
            return other;
        }
        return other.equals("test") ? one : "compile";
    }

    private boolean optional(Element earlier, Element later, String path) {
        String one = PomKeys.text(earlier, "optional", "false");
        String other = PomKeys.text(later, "optional", "false");
        if (one.equals(other)) {
            return false;
        }
        if (!TRUTHS.contains(one) || !TRUTHS.contains(other)) {
            choices.add(MergeChoice.ofEarlier(path, one, other));
            return false;
        }
        boolean isNeededByLater = one.equals("true");
        choices.add(new MergeChoice(path, "false", "true", "one of them needs it"));
        if (isNeededByLater) {
            earlier.childElement("optional").ifPresent(earlier::removeChild);
        }
        return isNeededByLater;
    }
}
