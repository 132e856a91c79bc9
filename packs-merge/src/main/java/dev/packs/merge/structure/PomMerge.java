package dev.packs.merge.structure;

import dev.packs.merge.MergeChoice;
import dev.packs.version.MavenVersion;
import eu.maveniverse.domtrip.Document;
import eu.maveniverse.domtrip.DomTripException;
import eu.maveniverse.domtrip.Element;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Merges a {@code pom.xml}: what Maven takes for one thing becomes one. Of two versions the higher stays; a dependency gets the narrowest scope that holds those of both, and is optional
 * where it is to both; of anything else what the earlier file has stays. For one use.
 */
final class PomMerge implements TextMerge {

    private final List<MergeChoice> choices = new ArrayList<>();

    @Override
    public Merged merge(String earlier, String later) {
        choices.clear();
        Document first = read(earlier, Unmergeable.Side.EARLIER);
        Document second = read(later, Unmergeable.Side.LATER);
        Element one = first.root();
        Element other = second.root();
        if (!one.localName().equals(other.localName())) {
            throw Unmergeable.because("are not of the same kind: one is `<" + one.localName() + ">`, the other `<"
                    + other.localName() + ">`");
        }
        boolean isChanged = elements(one, other, "");
        if (!isChanged) {
            return new Merged(earlier, choices);
        }
        String text = first.toXml();
        XmlCheck.require(text);
        return new Merged(text, choices);
    }

    private static Document read(String text, Unmergeable.Side side) {
        try {
            XmlCheck.require(text);
            return Document.of(text);
        } catch (Unmergeable wrong) {
            throw wrong.in(side);
        } catch (DomTripException wrong) {
            throw Unmergeable.unreadable("is not XML whose layout can be kept").in(side);
        }
    }

    /** @return whether the earlier one was changed */
    private boolean elements(Element earlier, Element later, String path) {
        boolean hasNone = !earlier.hasChildElements() && !later.hasChildElements();
        if (hasNone) {
            return single(earlier, later, path);
        }
        if ((!earlier.hasChildElements() && !PomElements.text(earlier).isEmpty())
                || (!later.hasChildElements() && !PomElements.text(later).isEmpty())) {
            choose(path, PomElements.shown(earlier), PomElements.shown(later));
            return false;
        }
        if (path.equals("parent") && !name(earlier).equals(name(later))) {
            choose(path, name(earlier), name(later));
            return false;
        }
        boolean isChanged = attributes(earlier, later, path);
        if (PomKeys.isList(earlier, later)) {
            isChanged |= items(earlier, later, path);
            return isChanged;
        }
        isChanged |= PomKeys.isDependency(earlier) && new DependencyMerge(choices).merge(earlier, later, path);
        for (Element child : PomElements.children(later)) {
            if (PomKeys.isDependency(earlier) && child.localName().equals(DependencyMerge.EXCLUSIONS)) {
                continue;
            }
            String place = path.isEmpty() ? child.localName() : path + "/" + child.localName();
            Optional<Element> same = earlier.childElement(child.localName());
            if (same.isPresent()) {
                isChanged |= elements(same.get(), child, place);
            } else if (!isLeftOut(earlier, child, place)) {
                PomSplice.add(earlier, child, PomSplice.placeOf(earlier, child));
                isChanged = true;
            }
        }
        return isChanged;
    }

    private boolean single(Element earlier, Element later, String path) {
        boolean isChanged = attributes(earlier, later, path);
        String one = PomElements.text(earlier);
        String other = PomElements.text(later);
        if (one.equals(other)) {
            return isChanged;
        }
        boolean isSettled =
                earlier.localName().equals("scope") || earlier.localName().equals("optional");
        if (isSettled && PomKeys.isDependency(earlier.parentElement())) {
            return isChanged;
        }
        if (isVersion(earlier, path) && isLiteral(one) && isLiteral(other)) {
            boolean isHigher = MavenVersion.of(other).compareTo(MavenVersion.of(one)) > 0;
            choices.add(
                    new MergeChoice(path, isHigher ? other : one, isHigher ? one : other, "the higher version stays"));
            if (isHigher) {
                earlier.textContent(other);
            }
            return isHigher || isChanged;
        }
        choose(path, one, other);
        return isChanged;
    }

    private static boolean isVersion(Element element, String path) {
        String name = element.localName();
        Element parent = element.parentElement();
        if (path.equals("version") || path.equals("modelVersion")) {
            return false;
        }
        return name.equals("version")
                || (parent != null
                        && parent.localName().equals("properties")
                        && (name.endsWith(".version") || name.endsWith("Version") || name.startsWith("version.")));
    }

    private static boolean isLiteral(String version) {
        return !version.isEmpty()
                && Character.isLetterOrDigit(version.charAt(0))
                && version.indexOf('$') < 0
                && version.indexOf(',') < 0;
    }

    private static String name(Element element) {
        return PomKeys.text(element, "groupId", "") + ":" + PomKeys.text(element, "artifactId", "");
    }

    private void choose(String path, String kept, String dropped) {
        choices.add(MergeChoice.ofEarlier(path, kept, dropped));
    }

    /** What a dependency of the earlier file does without on purpose. */
    private boolean isLeftOut(Element earlier, Element child, String path) {
        if (!PomKeys.isDependency(earlier)) {
            return earlier.localName().equals("plugin")
                    && child.localName().equals("groupId")
                    && PomElements.text(child).equals(PomKeys.STANDARD_PLUGINS);
        }
        return switch (child.localName()) {
            case "scope", "optional" -> true;
            case "version" -> {
                choices.add(new MergeChoice(
                        path, "none", PomElements.text(child), "the earlier pack leaves it to what manages it"));
                yield true;
            }
            default -> false;
        };
    }

    // Lists

    private boolean items(Element earlier, Element later, String path) {
        Map<String, Element> keyed = new LinkedHashMap<>();
        List<Element> own = PomElements.children(earlier);
        List<Element> others = PomElements.children(later);
        Map<String, Integer> times = new HashMap<>();
        for (Element item : own) {
            PomKeys.key(item).ifPresent(key -> keyed.putIfAbsent(nth(key, item, times), item));
        }
        times.clear();
        List<ListUnion.Item> there = new ArrayList<>();
        own.forEach(item -> there.add(item(item)));
        List<ListUnion.Item> wanted = new ArrayList<>();
        Map<Integer, Element> named = new HashMap<>();
        for (int i = 0; i < others.size(); i++) {
            Element same = PomKeys.key(others.get(i)).isPresent() ? null : named(earlier, later, others.get(i));
            if (same != null) {
                named.put(i, same);
                there.set(own.indexOf(same), ListUnion.Item.apart());
            }
            wanted.add(same == null ? item(others.get(i)) : ListUnion.Item.apart());
        }
        BitSet lacking = ListUnion.lacking(there, wanted);
        boolean isChanged = false;
        for (int i = 0; i < others.size(); i++) {
            Element item = others.get(i);
            Optional<String> key = PomKeys.key(item);
            String place = key.isPresent() ? nth(key.get(), item, times) : "";
            Element same = key.isPresent() ? keyed.get(place) : named.get(i);
            if (same != null) {
                isChanged |= elements(same, item, path + "/" + key.orElse(item.localName()));
            } else if (PomKeys.isTakenByParts(item, own)) {
                choices.add(new MergeChoice(
                        path + "/" + key.orElse(item.localName()),
                        "its parts",
                        "all of it at once",
                        "the earlier pack decides which of its files are filtered"));
            } else if (key.isPresent() || lacking.get(i)) {
                Element added = PomSplice.add(earlier, item, earlier.childCount());
                if (key.isPresent()) {
                    keyed.put(place, added);
                }
                isChanged = true;
            }
        }
        return isChanged;
    }

    /** Of what may be there twice, the second is matched with the second. */
    private static String nth(String key, Element item, Map<String, Integer> times) {
        if (!PomKeys.mayRepeat(item)) {
            return key;
        }
        int count = times.merge(key, 1, Integer::sum);
        return count == 1 ? key : key + "\n" + count;
    }

    private static ListUnion.Item item(Element element) {
        return new ListUnion.Item(
                PomElements.canonical(element), element.hasChildElements() ? "" : PomElements.text(element));
    }

    /** In a mixture of settings and lists, the setting of the same name. */
    private static @Nullable Element named(Element earlier, Element later, Element item) {
        String name = item.localName();
        boolean isSetting = !PomKeys.isPlural(earlier)
                && !PomKeys.isPlural(later)
                && !PomKeys.isKnownList(earlier)
                && earlier.childElements(name).count() == 1
                && later.childElements(name).count() == 1;
        return isSetting ? earlier.childElement(name).orElse(null) : null;
    }

    private boolean attributes(Element earlier, Element later, String path) {
        boolean isChanged = false;
        for (Map.Entry<String, String> attribute : later.attributes().entrySet()) {
            String kept = earlier.attribute(attribute.getKey());
            if (kept == null && !(path.isEmpty() && attribute.getKey().startsWith("xmlns"))) {
                if (!path.isEmpty()) {
                    earlier.attribute(attribute.getKey(), attribute.getValue());
                    isChanged = true;
                }
            } else if (kept != null && !path.isEmpty() && !kept.equals(attribute.getValue())) {
                choose(path + "/@" + attribute.getKey(), kept, attribute.getValue());
            }
        }
        return isChanged;
    }
}
