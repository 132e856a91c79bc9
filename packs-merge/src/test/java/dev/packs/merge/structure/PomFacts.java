package dev.packs.merge.structure;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What a pom says, read by the JDK: each text with its place, items of lists by what Maven knows them by. */
final class PomFacts {

    private final Set<String> facts = new HashSet<>();

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

    Set<String> facts() {
        return facts;
    }

    private void add(Element element, String path) {
        boolean isLeaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                isLeaf = false;
                String name = each.getTagName();
                String key = switch (name) {
                    case "dependency" -> "g:" + text(each, "artifactId");
                    case "plugin" -> "org.apache.maven.plugins:" + text(each, "artifactId");
                    default -> name;
                };
                if (name.equals("arg")) {
                    facts.add(path + "/arg=" + each.getTextContent());
                } else if (!(name.equals("groupId") && path.contains("plugins/"))) {
                    add(each, path.isEmpty() ? key : path + "/" + key);
                }
            }
        }
        // The scope that there is without one.
        boolean isStandard = path.endsWith("/scope") && element.getTextContent().equals("compile");
        if (isLeaf && !isStandard && !element.getTextContent().isBlank()) {
            facts.add(path + "=" + element.getTextContent().strip());
        }
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }
}
