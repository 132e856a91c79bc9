package dev.packs.operation;

import dev.packs.pack.PackId;
import dev.packs.resolution.Edge;
import dev.packs.resolution.Requirement;
import dev.packs.resolution.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What packs need as a graph, in the language of a tool that lays it out: each pack once, an arrow to each that it needs, with its constraint, dashed where it is optional. What asked for packs, a
 * module or a command, has a round node.
 */
public final class DependencyDrawing {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<Arrow> arrows = new LinkedHashSet<>();

    private record Node(String id, String text, boolean isAsking) {}

    private record Arrow(Node from, Node to, String text, boolean isOptional) {}

    private DependencyDrawing(List<DescribeDependencies.Tree> trees) {
        for (DescribeDependencies.Tree tree : trees) {
            Node asking = node("? " + tree.name(), tree.name(), true);
            Resolution resolution = tree.resolution();
            for (Requirement root : resolution.requirements()) {
                PackId found = resolution.find(root.name()).orElseThrow();
                arrows.add(new Arrow(asking, pack(found), root.constraint().text(), false));
            }
            for (PackId id : resolution.dependentsFirst()) {
                for (Edge edge : resolution.dependenciesOf(id)) {
                    arrows.add(new Arrow(
                            pack(edge.from()),
                            pack(edge.to()),
                            edge.constraint().text(),
                            edge.optional()));
                }
            }
        }
    }

    private Node pack(PackId id) {
        return node(id.toString(), id.toString(), false);
    }

    private Node node(String key, String text, boolean isAsking) {
        Node known = nodes.get(key);
        if (known == null) {
            known = new Node("n" + nodes.size(), text, isAsking);
            nodes.put(key, known);
        }
        return known;
    }

    /** A <a href="https://mermaid.js.org/syntax/flowchart.html">flowchart of Mermaid</a>, as pages in Markdown show it. */
    public static String mermaid(List<DescribeDependencies.Tree> trees) {
        DependencyDrawing drawing = new DependencyDrawing(trees);
        List<String> lines = new ArrayList<>();
        lines.add("flowchart TD");
        for (Node node : drawing.nodes.values()) {
            String text = "\"" + inMermaid(node.text()) + "\"";
            lines.add("    " + node.id() + (node.isAsking() ? "([" + text + "])" : "[" + text + "]"));
        }
        for (Arrow arrow : drawing.arrows) {
            lines.add("    " + arrow.from().id() + (arrow.isOptional() ? " -.->" : " -->") + "|\""
                    + inMermaid(arrow.text()) + "\"| " + arrow.to().id());
        }
        return text(lines);
    }

    /** A digraph in <a href="https://graphviz.org/doc/info/lang.html">DOT</a>, as Graphviz reads it. */
    public static String dot(List<DescribeDependencies.Tree> trees) {
        DependencyDrawing drawing = new DependencyDrawing(trees);
        List<String> lines = new ArrayList<>();
        lines.add("digraph packs {");
        for (Node node : drawing.nodes.values()) {
            lines.add("    " + node.id() + " [label=" + inDot(node.text()) + ", shape="
                    + (node.isAsking() ? "oval" : "box") + "];");
        }
        for (Arrow arrow : drawing.arrows) {
            lines.add("    " + arrow.from().id() + " -> " + arrow.to().id() + " [label=" + inDot(arrow.text())
                    + (arrow.isOptional() ? ", style=dashed" : "") + "];");
        }
        lines.add("}");
        return text(lines);
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** Whatever could end the text or mean something inside it is named by its code point, as Mermaid has it. */
    private static String inMermaid(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(each -> {
            if (Character.isLetterOrDigit(each) || " .,:;^~=*+-_/()[]@".indexOf(each) >= 0) {
                escaped.appendCodePoint(each);
            } else {
                escaped.append('#').append(each).append(';');
            }
        });
        return escaped.toString();
    }

    private static String inDot(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
