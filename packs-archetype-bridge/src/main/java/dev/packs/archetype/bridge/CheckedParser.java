package dev.packs.archetype.bridge;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.apache.velocity.Template;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.StandardParser;
import org.apache.velocity.runtime.parser.node.ASTAddNode;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.apache.velocity.runtime.parser.node.ASTMap;
import org.apache.velocity.runtime.parser.node.ASTObjectArray;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/**
 * Velocity's parser, and a look at what it read: sums are put together before anybody sees the result, so the texts in one sum are few and lists are not among them. Whatever is parsed comes
 * by here, evaluated texts too.
 */
public final class CheckedParser extends StandardParser {

    private static final int MOST_SUMMANDS = 64;

    /** Made by Velocity, by name. */
    public CheckedParser(RuntimeServices services) {
        super(services);
    }

    @Override
    public SimpleNode parse(Reader reader, Template template) throws ParseException {
        String text = whole(reader, template);
        // Texts that are evaluated, and those in quotation marks, have no loader, or come when their template was read
        // already.
        Object kept = template.getResourceLoader() == null || template.getData() != null
                ? null
                : getRuntimeServices().getApplicationAttribute(SharedBodies.ATTRIBUTE);
        if (kept instanceof SharedBodies bodies) {
            int end = PlainTail.start(text);
            SimpleNode known = bodies.find(text, end);
            return known == null ? bodies.keep(text, end, parse(text, end, template)) : known;
        }
        return parse(text, PlainTail.start(text), template);
    }

    /** @param end where its plain end may be cut off */
    private SimpleNode parse(String text, int end, Template template) throws ParseException {
        SimpleNode tree = end == text.length() ? null : parseUpTo(end, text, template);
        if (tree == null) {
            tree = super.parse(new StringReader(text), template);
        }
        check(tree, template);
        return tree;
    }

    private @Nullable SimpleNode parseUpTo(int end, String text, Template template) {
        int warnings = Warnings.count();
        try {
            SimpleNode tree = super.parse(new StringReader(text.substring(0, end)), template);
            PlainText tail = new PlainText(text.substring(end));
            tail.jjtSetParent(tree);
            tree.jjtAddChild(tail, tree.jjtGetNumChildren());
            return tree;
        } catch (ParseException | VelocityException open) {
            // Something goes on in the rest after all, or it is wrong either way; which of the two, the whole says.
            Warnings.forget(warnings);
            return null;
        }
    }

    private static String whole(Reader reader, Template template) {
        StringBuilder text = new StringBuilder();
        char[] part = new char[4096];
        try {
            for (int count = reader.read(part); count >= 0; count = reader.read(part)) {
                text.append(part, 0, count);
            }
        } catch (IOException failed) {
            throw new VelocityException(template.getName() + ": " + failed.getMessage(), failed);
        }
        return text.toString();
    }

    private static void check(Node node, Template template) throws ParseException {
        if (node instanceof ASTAddNode && summands(node) > MOST_SUMMANDS) {
            throw new ParseException("a sum of more than " + MOST_SUMMANDS + " texts or of lists, in "
                    + template.getName() + " at line " + node.getLine() + ", column " + node.getColumn());
        }
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            check(node.jjtGetChild(i), template);
        }
    }

    private static int summands(Node node) {
        if (node instanceof ASTIntegerRange || node instanceof ASTObjectArray || node instanceof ASTMap) {
            return MOST_SUMMANDS + 1;
        }
        if (!(node instanceof ASTAddNode)) {
            return 1;
        }
        int count = 0;
        for (int i = 0; i < node.jjtGetNumChildren() && count <= MOST_SUMMANDS; i++) {
            count += summands(node.jjtGetChild(i));
        }
        return count;
    }
}
