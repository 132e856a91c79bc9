package dev.packs.graph.rdf4j;

import dev.packs.graph.BlankNode;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import dev.packs.integrity.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names blank nodes by what is said of them, so that a triple elsewhere does not rename them and two exports differ only where their graphs do.
 *
 * <p>A few rounds of colouring, each by the colours around: enough for nested shapes and lists. Nodes that still look alike are numbered in their old order.
 */
final class BlankNodeLabels {

    private static final int ROUNDS = 8;
    private static final int LENGTH = 12;

    private BlankNodeLabels() {}

    static List<Statement> relabelled(List<Statement> statements) {
        Map<BlankNode, String> colours = colours(statements);
        if (colours.isEmpty()) {
            return statements;
        }
        Map<String, Set<String>> alike = new TreeMap<>();
        colours.forEach((node, colour) ->
                alike.computeIfAbsent(colour, unknown -> new TreeSet<>()).add(node.id()));
        Map<BlankNode, BlankNode> names = new HashMap<>();
        alike.forEach((colour, ids) -> {
            int number = 0;
            for (String id : ids) {
                number++;
                names.put(new BlankNode(id), new BlankNode("n" + colour + (ids.size() == 1 ? "" : "x" + number)));
            }
        });
        return statements.stream()
                .map(statement -> new Statement(
                        named(names, statement.subject()), statement.predicate(), named(names, statement.object())))
                .toList();
    }

    private static Term named(Map<BlankNode, BlankNode> names, Term term) {
        return term instanceof BlankNode node ? names.getOrDefault(node, node) : term;
    }

    private static Map<BlankNode, String> colours(List<Statement> statements) {
        Map<BlankNode, String> colours = new HashMap<>();
        List<Statement> around = new ArrayList<>();
        for (Statement statement : statements) {
            boolean isAround = false;
            if (statement.subject() instanceof BlankNode node) {
                colours.put(node, "");
                isAround = true;
            }
            if (statement.object() instanceof BlankNode node) {
                colours.put(node, "");
                isAround = true;
            }
            if (isAround) {
                around.add(statement);
            }
        }
        int distinct = 0;
        for (int round = 0; round < ROUNDS && distinct < colours.size(); round++) {
            colours = next(colours, around);
            distinct = new HashSet<>(colours.values()).size();
        }
        return colours;
    }

    private static Map<BlankNode, String> next(Map<BlankNode, String> colours, List<Statement> around) {
        Map<BlankNode, Set<String>> said = new HashMap<>();
        for (Statement statement : around) {
            if (statement.subject() instanceof BlankNode node) {
                said.computeIfAbsent(node, unknown -> new TreeSet<>())
                        .add("> " + statement.predicate() + " " + colour(colours, statement.object()));
            }
            if (statement.object() instanceof BlankNode node) {
                said.computeIfAbsent(node, unknown -> new TreeSet<>())
                        .add("< " + statement.predicate() + " " + colour(colours, statement.subject()));
            }
        }
        Map<BlankNode, String> next = new HashMap<>();
        said.forEach((node, lines) -> next.put(
                node,
                Digest.of((colours.get(node) + "\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, LENGTH)));
        return next;
    }

    private static String colour(Map<BlankNode, String> colours, Term term) {
        return term instanceof BlankNode node ? "_:" + colours.get(node) : term.toString();
    }
}
