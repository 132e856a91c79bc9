package dev.packs.merge.structure;

import dev.packs.merge.MergeChoice;
import dev.packs.version.MavenVersion;
import eu.maveniverse.domtrip.Comment;
import eu.maveniverse.domtrip.ContainerNode;
import eu.maveniverse.domtrip.Document;
import eu.maveniverse.domtrip.DomTripException;
import eu.maveniverse.domtrip.Element;
import eu.maveniverse.domtrip.Node;
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

    /** Each but the first holds {@code test}, and the last all others; of the two in the middle neither holds the other. */
    private static final List<String> SCOPES = List.of("test", "runtime", "provided", "compile");

    private static final List<String> TRUTHS = List.of("true", "false");
    private static final String EXCLUSIONS = "exclusions";
    private static final String EARLIER = "the earlier pack decides";

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
        if ((!earlier.hasChildElements() && !text(earlier).isEmpty())
                || (!later.hasChildElements() && !text(later).isEmpty())) {
            choose(path, shown(earlier), shown(later));
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
        isChanged |= isDependency(earlier) && dependency(earlier, later, path);
        for (Element child : children(later)) {
            if (isDependency(earlier) && child.localName().equals(EXCLUSIONS)) {
                continue;
            }
            String place = path.isEmpty() ? child.localName() : path + "/" + child.localName();
            Optional<Element> same = earlier.childElement(child.localName());
            if (same.isPresent()) {
                isChanged |= elements(same.get(), child, place);
            } else if (!isLeftOut(earlier, child, place)) {
                add(earlier, child, placeOf(earlier, child));
                isChanged = true;
            }
        }
        return isChanged;
    }

    private boolean single(Element earlier, Element later, String path) {
        boolean isChanged = attributes(earlier, later, path);
        String one = text(earlier);
        String other = text(later);
        if (one.equals(other)) {
            return isChanged;
        }
        boolean isSettled =
                earlier.localName().equals("scope") || earlier.localName().equals("optional");
        if (isSettled && isDependency(earlier.parentElement())) {
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
        choices.add(new MergeChoice(path, kept, dropped, EARLIER));
    }

    // Dependencies

    private static boolean isDependency(@Nullable Element element) {
        return element != null
                && element.localName().equals("dependency")
                && element.parentElement() != null
                && element.parentElement().localName().equals("dependencies");
    }

    /** What one needs somewhere, it still has there: nobody's code may lose what it is compiled, tested or run with. */
    private boolean dependency(Element earlier, Element later, String path) {
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
                add(list, other.getValue(), list.childCount());
                isChanged = true;
            } else {
                choices.add(new MergeChoice(
                        path + "/" + other.getKey(), "none", other.getKey(), "the earlier pack may need it"));
            }
        }
        for (Map.Entry<String, Element> exclusion : own.entrySet()) {
            if (!PomKeys.isExcluded(exclusion.getValue(), others.values())) {
                Element list = earlier.childElement(EXCLUSIONS).orElseThrow();
                commentsAbove(exclusion.getValue()).forEach(list::removeChild);
                list.removeChild(exclusion.getValue());
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
                .ifPresent(list -> children(list)
                        .forEach(item -> exclusions.put(PomKeys.key(item).orElse(canonical(item)), item)));
        return exclusions;
    }

    private boolean scope(Element earlier, Element later, String path) {
        String one = PomKeys.text(earlier, "scope", "compile");
        String other = PomKeys.text(later, "scope", "compile");
        if (one.equals(other)) {
            return false;
        }
        if (!SCOPES.contains(one) || !SCOPES.contains(other)) {
            choose(path, one, other);
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
            choose(path, one, other);
            return false;
        }
        boolean isNeededByLater = one.equals("true");
        choices.add(new MergeChoice(path, "false", "true", "one of them needs it"));
        if (isNeededByLater) {
            earlier.childElement("optional").ifPresent(earlier::removeChild);
        }
        return isNeededByLater;
    }

    /** What a dependency of the earlier file does without on purpose. */
    private boolean isLeftOut(Element earlier, Element child, String path) {
        if (!isDependency(earlier)) {
            return earlier.localName().equals("plugin")
                    && child.localName().equals("groupId")
                    && text(child).equals(PomKeys.STANDARD_PLUGINS);
        }
        return switch (child.localName()) {
            case "scope", "optional" -> true;
            case "version" -> {
                choices.add(
                        new MergeChoice(path, "none", text(child), "the earlier pack leaves it to what manages it"));
                yield true;
            }
            default -> false;
        };
    }

    // Lists

    private boolean items(Element earlier, Element later, String path) {
        Map<String, Element> keyed = new LinkedHashMap<>();
        List<Element> own = children(earlier);
        List<Element> others = children(later);
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
                Element added = add(earlier, item, earlier.childCount());
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
        return new ListUnion.Item(canonical(element), element.hasChildElements() ? "" : text(element));
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

    /** An element's meaning: its layout and its comments do not count. */
    private static String canonical(Element element) {
        StringBuilder text = new StringBuilder("<").append(element.localName());
        element.attributes()
                .forEach((name, value) ->
                        text.append(' ').append(name).append('=').append(value));
        text.append('>');
        if (element.hasChildElements()) {
            children(element).forEach(child -> text.append(canonical(child)));
        } else {
            text.append(text(element));
        }
        return text.append("</>").toString();
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

    // Adding

    /** Where a setting goes: behind the nearest one before it in its own file that both have, else before the nearest one behind it, else at the end. */
    private static int placeOf(Element earlier, Element child) {
        List<Element> siblings = children(child.parentElement());
        int own = siblings.indexOf(child);
        for (int i = own - 1; i >= 0; i--) {
            Optional<Element> same = earlier.childElement(siblings.get(i).localName());
            if (same.isPresent()) {
                return same.get().siblingIndex() + 1;
            }
        }
        for (int i = own + 1; i < siblings.size(); i++) {
            Optional<Element> same = earlier.childElement(siblings.get(i).localName());
            if (same.isPresent()) {
                return same.get().siblingIndex() - commentsAbove(same.get()).size();
            }
        }
        return earlier.childCount();
    }

    private static Element add(Element container, Element item, int place) {
        String indent = indentOfChildren(container);
        String own = item.precedingWhitespace();
        String from = own.substring(own.lastIndexOf('\n') + 1);
        List<Node> nodes = new ArrayList<>();
        for (Comment comment : commentsAbove(item)) {
            nodes.add(moved(comment, from, indent));
        }
        Node added = moved(item, from, indent);
        nodes.add(added);
        for (Comment comment : commentsBehind(item)) {
            Node behind = moved(comment, from, indent);
            behind.precedingWhitespace(" ");
            nodes.add(behind);
        }
        boolean isFirst = container.childElements().findAny().isEmpty();
        Node top = nodes.get(0);
        String above =
                commentsAbove(item).isEmpty() ? own : commentsAbove(item).get(0).precedingWhitespace();
        boolean isApart = !isFirst && above.chars().filter(c -> c == '\n').count() > 1;
        boolean isOnOneLine =
                !isFirst && children(container).get(0).precedingWhitespace().indexOf('\n') < 0;
        top.precedingWhitespace(isOnOneLine ? "" : (isApart ? "\n" : "") + "\n" + indent);
        if (isFirst) {
            container.selfClosing(false);
            String end = container.precedingWhitespace();
            container.innerPrecedingWhitespace(end.indexOf('\n') < 0 ? "" : end.substring(end.lastIndexOf('\n')));
        }
        int at = behindTrailing(container, place);
        for (Node node : nodes) {
            container.insertChild(at, node);
            at++;
        }
        return (Element) added;
    }

    /** Behind a comment on the same line. */
    private static int behindTrailing(Element container, int at) {
        int index = at;
        while (index < container.childCount()
                && container.child(index) instanceof Comment comment
                && comment.precedingWhitespace().indexOf('\n') < 0) {
            index++;
        }
        return index;
    }

    /** As deep as the children that are there; in an empty element one step deeper than itself. */
    private static String indentOfChildren(Element container) {
        for (Element child : children(container)) {
            return afterLineEnd(child.precedingWhitespace());
        }
        String own = afterLineEnd(container.precedingWhitespace());
        Element root = container.document().root();
        String step = "    ";
        for (Element child : children(root)) {
            step = afterLineEnd(child.precedingWhitespace());
            break;
        }
        return own + step;
    }

    private static String afterLineEnd(String blanks) {
        return blanks.substring(blanks.lastIndexOf('\n') + 1);
    }

    /** Comments on lines of their own between an element and the one before it. */
    private static List<Comment> commentsAbove(Element item) {
        List<Comment> comments = new ArrayList<>();
        Node below = item;
        while (below.previousSibling().orElse(null) instanceof Comment comment
                && comment.precedingWhitespace().indexOf('\n') >= 0) {
            comments.add(0, comment);
            below = comment;
        }
        return comments;
    }

    /** Comments behind an element on its last line. */
    private static List<Comment> commentsBehind(Element item) {
        List<Comment> comments = new ArrayList<>();
        Node before = item;
        while (before.nextSibling().orElse(null) instanceof Comment comment
                && comment.precedingWhitespace().indexOf('\n') < 0) {
            comments.add(comment);
            before = comment;
        }
        return comments;
    }

    /** The same node with its lines indented like those around it. */
    private static Node moved(Node node, String from, String indent) {
        String text = node.toXml().strip().replace("\n" + from, "\n" + indent);
        Node made = Document.parseFragment(text).get(0);
        made.precedingWhitespace("\n" + indent);
        return made;
    }

    private static List<Element> children(ContainerNode container) {
        List<Element> children = new ArrayList<>();
        container.children().forEach(child -> {
            if (child instanceof Element element) {
                children.add(element);
            }
        });
        return children;
    }

    private static String text(Element element) {
        String text = element.textContent();
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    private static String shown(Element element) {
        return element.hasChildElements() ? "<" + element.localName() + ">…" : text(element);
    }
}
