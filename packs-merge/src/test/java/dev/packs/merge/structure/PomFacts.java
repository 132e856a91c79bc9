package dev.packs.merge.structure;

import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What a pom says, read by the JDK: each text with its place, items of lists by what Maven knows them by. */
final class PomFacts {

    private final Map<String, Integer> facts = new HashMap<>();
    private final Set<String> places = new HashSet<>();

    PomFacts(String text) {
        try {
            add(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(text)))
                            .getDocumentElement(),
                    "");
        } catch (Exception wrong) {
            throw new AssertionError("not well-formed:\n" + text, wrong);
        }
    }

    /** Each with how often it is said. */
    Map<String, Integer> facts() {
        return facts;
    }

    /** What it says anything of. */
    Set<String> places() {
        return places;
    }

    private void add(Element element, String path) {
        boolean isLeaf = true;
        String before = "";
        places.add(path);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                isLeaf = false;
                String name = each.getTagName();
                String key = switch (name) {
                    case "dependency" -> "g:" + text(each, "artifactId");
                    case "plugin" -> "org.apache.maven.plugins:" + text(each, "artifactId");
                    case "exclusion" -> "e:" + text(each, "artifactId");
                    case "resource" ->
                        text(each, "directory")
                                + (each.getElementsByTagName("include").getLength() == 0
                                        ? ""
                                        : " includes " + text(each, "include"));
                    default -> name;
                };
                if (name.equals("arg")) {
                    String arg = each.getTextContent();
                    facts.merge(path + "/arg=" + arg, 1, Integer::sum);
                    // What stands behind an option is its value.
                    if (before.startsWith("--") && !arg.startsWith("-")) {
                        facts.merge(path + "/arg=" + before + " with " + arg, 1, Integer::sum);
                    }
                    before = arg;
                } else if (!(name.equals("groupId") && path.contains("plugins/"))) {
                    add(each, path.isEmpty() ? key : path + "/" + key);
                }
            }
        }
        // The scope that there is without one.
        boolean isStandard = path.endsWith("/scope") && element.getTextContent().equals("compile");
        if (isLeaf && !isStandard && !element.getTextContent().isBlank()) {
            facts.put(path + "=" + element.getTextContent().strip(), 1);
        }
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }
}
