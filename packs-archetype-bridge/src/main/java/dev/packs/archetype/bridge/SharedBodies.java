package dev.packs.archetype.bridge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.ASTBlock;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTExpression;
import org.apache.velocity.runtime.parser.node.ASTFalse;
import org.apache.velocity.runtime.parser.node.ASTIntegerLiteral;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.ASTSetDirective;
import org.apache.velocity.runtime.parser.node.ASTStringLiteral;
import org.apache.velocity.runtime.parser.node.ASTText;
import org.apache.velocity.runtime.parser.node.ASTTrue;
import org.apache.velocity.runtime.parser.node.ASTWord;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/**
 * What Velocity has to read of a template, kept for the next template that has the same between its plain beginning and its plain end: the files of an archetype mostly begin with the same few
 * lines, and are plain text from there on. Kept is only what neither defines or calls anything nor can end in a message with the name of its template.
 */
final class SharedBodies {

    /** The application attribute of a Velocity that keeps them. */
    static final String ATTRIBUTE = "dev.packs.bodies";

    private static final int MOST_BODIES = 32;
    private static final int LONGEST = 8192;

    private static final Set<Class<? extends Node>> SIMPLE = Set.of(
            ASTBlock.class,
            ASTExpression.class,
            ASTFalse.class,
            ASTIntegerLiteral.class,
            ASTReference.class,
            ASTSetDirective.class,
            ASTText.class,
            ASTTrue.class,
            ASTWord.class);

    private final Map<Key, Parts> bodies = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Parts> eldest) {
            return size() > MOST_BODIES;
        }
    };

    private int uses;

    /** @param line where it begins, counted from 0: its nodes know their lines */
    private record Key(int line, String text) {}

    /**
     * The tree of a template whose body was read before.
     *
     * @param end where its plain end begins
     */
    @Nullable
    SimpleNode find(String text, int end) {
        int start = start(text, end);
        Parts body = bodies.get(key(text, start, end));
        if (body == null || !body.isInitialized) {
            return null;
        }
        uses++;
        return joined(text, start, body, end);
    }

    /**
     * Keeps the body of a template, if it can be.
     *
     * @return the tree to be used
     */
    SimpleNode keep(String text, int end, SimpleNode tree) {
        int start = start(text, end);
        if (start == end || end - start > LONGEST) {
            return tree;
        }
        int first = after(text.substring(0, start), tree);
        int last = tree.jjtGetNumChildren();
        if (end < text.length()) {
            last--;
            if (!(tree.jjtGetChild(last) instanceof PlainText)) {
                return tree;
            }
        }
        if (first < 0) {
            return tree;
        }
        Parts body = new Parts();
        for (int i = first; i < last; i++) {
            if (!isSimple(tree.jjtGetChild(i))) {
                return tree;
            }
            body.add(tree.jjtGetChild(i));
        }
        bodies.put(key(text, start, end), body);
        return joined(text, start, body, end);
    }

    /** How many bodies are kept. */
    int kept() {
        return bodies.size();
    }

    /** How many templates took what another one had left. */
    int uses() {
        return uses;
    }

    private static SimpleNode joined(String text, int start, Parts body, int end) {
        Parts whole = new Parts();
        whole.add(new PlainText(text.substring(0, start)));
        whole.add(body);
        whole.add(new PlainText(text.substring(end)));
        return whole;
    }

    private static Key key(String text, int start, int end) {
        int line = 0;
        for (int i = 0; i < start; i++) {
            char c = text.charAt(i);
            // As JavaCC counts them; a beginning ends with a line, so that there is a next character.
            line += c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n') ? 1 : 0;
        }
        return new Key(line, text.substring(start, end));
    }

    /**
     * The first line with something that Velocity might read: all before is text. A line that begins with blanks goes with what is before, as Velocity decides about blanks before a directive by
     * looking there.
     */
    private static int start(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '$' || c == '#' || c == '\\' || c == '\u001c') {
                int line = text.lastIndexOf('\n', i) + 1;
                return text.charAt(line) == ' ' || text.charAt(line) == '\t' ? 0 : line;
            }
        }
        return end;
    }

    /** @return the first child that is not of the beginning, or -1 where one reaches over its end */
    private static int after(String beginning, SimpleNode tree) {
        StringBuilder text = new StringBuilder();
        int child = 0;
        while (text.length() < beginning.length() && tree.jjtGetChild(child) instanceof ASTText node) {
            Token last = node.getLastToken();
            for (Token token = node.getFirstToken(); token != last; token = token.next) {
                text.append(token.image);
            }
            text.append(last.image);
            child++;
        }
        return text.toString().equals(beginning) ? child : -1;
    }

    private static boolean isSimple(Node node) {
        if (node instanceof ASTStringLiteral) {
            String text = node.getFirstToken().image;
            return text.startsWith("'") || (text.indexOf('$') < 0 && text.indexOf('#') < 0);
        }
        boolean isSimple = SIMPLE.contains(node.getClass())
                || (node instanceof ASTDirective directive
                        && directive.getDirectiveName().equals("foreach"))
                || (node instanceof ASTIntegerRange && areNumbers(node));
        // A reference with parts asks for properties or calls methods.
        isSimple &= !(node instanceof ASTReference && node.jjtGetNumChildren() > 0);
        for (int i = 0; isSimple && i < node.jjtGetNumChildren(); i++) {
            isSimple = isSimple(node.jjtGetChild(i));
        }
        return isSimple;
    }

    private static boolean areNumbers(Node range) {
        for (int i = 0; i < range.jjtGetNumChildren(); i++) {
            if (!(range.jjtGetChild(i) instanceof ASTIntegerLiteral)) {
                return false;
            }
        }
        return true;
    }

    /** Nodes one after the other. Those of a body are made ready once, by the first template. */
    private static final class Parts extends SimpleNode {

        private boolean isInitialized;

        Parts() {
            super(0);
        }

        void add(Node node) {
            node.jjtSetParent(this);
            jjtAddChild(node, jjtGetNumChildren());
        }

        @Override
        public Object init(InternalContextAdapter context, Object data) {
            if (!isInitialized) {
                for (int i = 0; i < jjtGetNumChildren(); i++) {
                    jjtGetChild(i).init(context, data);
                }
                isInitialized = true;
            }
            return data;
        }
    }
}
