package dev.packs.archetype.bridge;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.velocity.Template;
import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.node.ASTBlock;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTDirectiveAssign;
import org.apache.velocity.runtime.parser.node.ASTIdentifier;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.ASTSetDirective;
import org.apache.velocity.runtime.parser.node.ASTStringLiteral;
import org.apache.velocity.runtime.parser.node.Node;

/** What a text of Velocity refers to, defines, calls and includes, read from its syntax and without rendering it. */
final class TemplateNames {

    /** A name and where it stands, the column counted as Velocity does. */
    record Spot(String name, int line, int column) {}

    /**
     * A reference.
     *
     * @param isLate whether it is looked up where something else is rendered, as in a macro, and may find what is defined there
     * @param loops what the loops around it define
     */
    record Use(Spot spot, boolean isLate, Set<String> loops) {}

    private final List<Use> uses = new ArrayList<>();
    private final List<Spot> calls = new ArrayList<>();
    private final List<Spot> parts = new ArrayList<>();
    private final List<Spot> texts = new ArrayList<>();
    private final List<Spot> members = new ArrayList<>();
    private final Set<String> set = new HashSet<>();
    private final Set<String> local = new HashSet<>();
    private final Set<String> macros = new HashSet<>();
    private boolean isOpen;

    private final RuntimeServices velocity;
    private final Template template;

    private TemplateNames(RuntimeServices velocity, Template template) {
        this.velocity = velocity;
        this.template = template;
    }

    /** @param velocity has read the text before, and found nothing wrong */
    static TemplateNames read(String text, RuntimeServices velocity, Template template) throws ParseException {
        TemplateNames names = new TemplateNames(velocity, template);
        names.walk(names.parsed(text), new Around(0, 0, false, Set.of()));
        return names;
    }

    List<Use> uses() {
        return uses;
    }

    /** Of macros, by name. */
    List<Spot> calls() {
        return calls;
    }

    /** The files that it renders in its place, as they are written. */
    List<Spot> parts() {
        return parts;
    }

    /** The files that it prints as they are. */
    List<Spot> texts() {
        return texts;
    }

    /** What is asked of values: properties and methods. */
    List<Spot> members() {
        return members;
    }

    /** Names that it gives a value for all that follows. */
    Set<String> set() {
        return set;
    }

    /** Names of loops, and of parameters and bodies of macros: they are there for some of it. */
    Set<String> local() {
        return local;
    }

    /** Those that it defines. */
    Set<String> macros() {
        return macros;
    }

    /** Whether it renders what is put together only then, so that nobody knows what is defined. */
    boolean isOpen() {
        return isOpen;
    }

    /** Where a part of the tree stands: what is to be added to its lines, and to the columns of its first line; and what is defined there. */
    private record Around(int lines, int columns, boolean isLate, Set<String> loops) {

        Around late() {
            return new Around(lines, columns, true, loops);
        }

        Around loop(String item) {
            Set<String> more = new HashSet<>(loops);
            more.add(item);
            more.add("foreach");
            return new Around(lines, columns, isLate, more);
        }

        /** Within a text, which starts behind its quote. */
        Around within(Spot quote) {
            return new Around(quote.line() - 1, quote.column(), isLate, loops);
        }

        Spot spot(String name, int line, int column) {
            return new Spot(name, line + lines, line == 1 ? column + columns : column);
        }
    }

    private Node parsed(String text) throws ParseException {
        return velocity.parse(new StringReader(text), template);
    }

    private static Spot spot(Node node, String name, Around around) {
        return around.spot(name, node.getFirstToken().beginLine, node.getFirstToken().beginColumn);
    }

    private void walk(Node node, Around around) throws ParseException {
        if (node instanceof ASTReference) {
            reference(node, around);
        } else if (node instanceof ASTSetDirective && node.jjtGetChild(0).jjtGetNumChildren() == 0) {
            define(node.jjtGetChild(0), set);
            children(node, 1, around);
        } else if (node instanceof ASTDirective directive) {
            directive(directive, around);
        } else if (node instanceof ASTStringLiteral) {
            text(node, around);
        } else {
            if (node instanceof ASTIdentifier) {
                members.add(spot(node, node.getFirstToken().image, around));
            }
            children(node, 0, around);
        }
    }

    private void children(Node node, int from, Around around) throws ParseException {
        for (int i = from; i < node.jjtGetNumChildren(); i++) {
            walk(node.jjtGetChild(i), around);
        }
    }

    private void reference(Node node, Around around) throws ParseException {
        String name = root(node);
        if (name.isEmpty()) {
            // Nothing behind it is looked up either.
            return;
        }
        int prefix = node.getFirstToken().image.lastIndexOf('$');
        Spot start = spot(node, name, around);
        uses.add(new Use(
                new Spot(name, start.line(), start.column() + Math.max(0, prefix)), around.isLate(), around.loops()));
        children(node, 0, around);
    }

    /** The name of a reference; empty where it is escaped, or nothing that Velocity looks up. */
    private static String root(Node reference) {
        String image = reference.getFirstToken().image;
        int slashes = 0;
        while (slashes < image.length() && image.charAt(slashes) == '\\') {
            slashes++;
        }
        int dollar = image.lastIndexOf('$');
        if (slashes % 2 == 1 || dollar < 0 || image.contains("\\!")) {
            return "";
        }
        String rest = image.substring(image.startsWith("!", dollar + 1) ? dollar + 2 : dollar + 1);
        return rest.equals("{") ? reference.getFirstToken().next.image : rest;
    }

    private static void define(Node reference, Set<String> names) {
        String image = reference.getFirstToken().image;
        String name = reference instanceof ASTReference ? root(reference) : image.substring(image.lastIndexOf('$') + 1);
        if (!name.isEmpty()) {
            names.add(name);
        }
    }

    private void directive(ASTDirective directive, Around around) throws ParseException {
        switch (directive.getDirectiveName()) {
            case "foreach" -> loop(directive, around);
            case "macro" -> macro(directive, around);
            case "define" -> {
                define(directive.jjtGetChild(0), set);
                children(directive, 1, around.late());
            }
            case "parse" -> include(directive, parts, around);
            case "include" -> include(directive, texts, around);
            case "evaluate" -> {
                isOpen = true;
                children(directive, 0, around);
            }
            case "stop", "break" -> children(directive, 0, around);
            default -> call(directive, around);
        }
    }

    /** {@code $item in $items}, its body, and perhaps what stands for no items. */
    private void loop(Node loop, Around around) throws ParseException {
        Node item = loop.jjtGetChild(0);
        define(item, local);
        local.add("foreach");
        walk(loop.jjtGetChild(2), around);
        Around inside = around.loop(root(item));
        for (int i = 3; i < loop.jjtGetNumChildren(); i++) {
            walk(loop.jjtGetChild(i), i == 3 ? inside : around);
        }
    }

    /** Its name, its parameters, some with defaults behind them, and its body. */
    private void macro(Node macro, Around around) throws ParseException {
        macros.add(macro.jjtGetChild(0).getFirstToken().image);
        local.add("bodyContent");
        for (int i = 1; i < macro.jjtGetNumChildren(); i++) {
            Node child = macro.jjtGetChild(i);
            if (child instanceof ASTBlock) {
                walk(child, around.late());
            } else if (child instanceof ASTDirectiveAssign) {
                define(child, local);
                i++;
                walk(macro.jjtGetChild(i), around.late());
            } else {
                define(child, local);
            }
        }
    }

    private void include(Node include, List<Spot> files, Around around) throws ParseException {
        for (int i = 0; i < include.jjtGetNumChildren(); i++) {
            Node file = include.jjtGetChild(i);
            String image = file.getFirstToken().image;
            if (file instanceof ASTStringLiteral && !isInterpolated(image)) {
                files.add(spot(file, content(image), around));
            } else {
                isOpen |= files == parts;
                walk(file, around);
            }
        }
    }

    /** Of a macro, perhaps with a body; without parentheses it is text unless there is such a macro. */
    private void call(ASTDirective call, Around around) throws ParseException {
        String name = call.getDirectiveName();
        boolean hasBody = name.startsWith("@");
        String end = call.getLastToken().image;
        if (hasBody || end.startsWith(")")) {
            Spot start = spot(call, hasBody ? name.substring(1) : name, around);
            int hash = call.getFirstToken().image.lastIndexOf('#');
            calls.add(new Spot(start.name(), start.line(), start.column() + Math.max(0, hash)));
        }
        children(call, 0, hasBody ? around.late() : around);
    }

    private void text(Node literal, Around around) throws ParseException {
        String image = literal.getFirstToken().image;
        if (isInterpolated(image)) {
            walk(parsed(content(image)), around.within(spot(literal, "", around)));
        }
    }

    private static boolean isInterpolated(String image) {
        return image.startsWith("\"") && (image.indexOf('$') >= 0 || image.indexOf('#') >= 0);
    }

    /** What stands between the quotes. A quote is doubled there. */
    private static String content(String image) {
        String quote = image.substring(0, 1);
        String inside = image.substring(1, image.length() - 1);
        return (quote.equals("\"") ? ASTStringLiteral.unescape(inside) : inside).replace(quote + quote, quote);
    }
}
