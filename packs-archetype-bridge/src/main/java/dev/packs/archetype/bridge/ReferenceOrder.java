package dev.packs.archetype.bridge;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.context.InternalContextAdapterImpl;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.node.ASTNegateNode;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.apache.velocity.runtime.visitor.BaseVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Sorts properties so that one comes after those that its default refers to, and otherwise by how many those are: the comparator of maven-archetype-plugin 3.4.1, which is no order in the strict
 * sense, so what a sort makes of it depends on the sort too (a merge sort of lists, as there).
 */
final class ReferenceOrder implements Comparator<String> {

    private final Map<String, Set<String>> references = new HashMap<>();
    private @Nullable RuntimeInstance velocity;

    ReferenceOrder(List<String> required, Map<String, String> defaults) {
        for (String key : required) {
            Set<String> found = new HashSet<>();
            String text = defaults.get(key);
            if (text != null && text.contains("${")) {
                found.addAll(referencesIn(text, key));
            }
            found.retainAll(required);
            found.remove(key);
            references.put(key, found);
        }
    }

    private Set<String> referencesIn(String text, String key) {
        Set<String> found = new HashSet<>();
        Template template = new Template();
        template.setName(key + ".default");
        try {
            RuntimeInstance velocity = velocity();
            SimpleNode tree = velocity.parse(new StringReader(text), template);
            tree.init(new InternalContextAdapterImpl(new VelocityContext()), velocity);
            tree.jjtAccept(new ReferenceVisitor(found), velocity);
            return found;
        } catch (ParseException wrong) {
            throw Problem.of(
                            ProblemCode.TEMPLATE_SYNTAX,
                            "the default of the archetype's property `" + key + "` is no template: `" + text + "`")
                    .help("give a value: -D" + key + "=…; the original fails even then")
                    .asException();
        }
    }

    /** Made for the first default that refers to something; most archetypes have none. */
    private RuntimeInstance velocity() {
        RuntimeInstance known = velocity;
        if (known == null) {
            known = new RuntimeInstance();
            Properties settings = new Properties();
            settings.put("parser.allow_hyphen_in_identifiers", true);
            known.setProperties(settings);
            velocity = known;
        }
        return known;
    }

    private static final class ReferenceVisitor extends BaseVisitor {

        private final Set<String> found;

        ReferenceVisitor(Set<String> found) {
            this.found = found;
        }

        @Override
        public @Nullable Object visit(ASTReference node, @Nullable Object data) {
            found.add(node.getRootString());
            return super.visit(node, data);
        }

        @Override
        public @Nullable Object visit(ASTNegateNode node, @Nullable Object data) {
            return node.childrenAccept(this, data);
        }
    }

    @Override
    public int compare(String left, String right) {
        if (refers(left, right, new ArrayList<>(), new HashSet<>())) {
            return 1;
        }
        if (refers(right, left, new ArrayList<>(), new HashSet<>())) {
            return -1;
        }
        return Integer.compare(referencesOf(left).size(), referencesOf(right).size());
    }

    /**
     * Whether the one refers to the other, through others too.
     *
     * @param way from where the search began
     * @param done what was searched in vain
     * @throws dev.packs.PacksException {@link ProblemCode#ARCHETYPE_INVALID} where it goes round in a circle, on which the original overflows its stack
     */
    private boolean refers(String from, String to, List<String> way, Set<String> done) {
        if (from.equals(to) || done.contains(from)) {
            return false;
        }
        if (way.contains(from)) {
            List<String> circle = new ArrayList<>(way.subList(way.indexOf(from), way.size()));
            circle.add(from);
            throw Problem.of(
                            ProblemCode.ARCHETYPE_INVALID,
                            "defaults of the archetype's properties refer to each other in a circle: `"
                                    + String.join("` to `", circle) + "`")
                    .help("give every property a value, the version too, as in -D" + from
                            + "=…, or ask the archetype's author; the original overflows its stack even then")
                    .asException();
        }
        way.add(from);
        Set<String> direct = referencesOf(from);
        if (direct.contains(to)) {
            return true;
        }
        for (String next : direct) {
            if (refers(next, to, way, done)) {
                return true;
            }
        }
        way.remove(way.size() - 1);
        done.add(from);
        return false;
    }

    private Set<String> referencesOf(String key) {
        return references.getOrDefault(key, Set.of());
    }
}
