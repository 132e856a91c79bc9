package dev.packs.rendering;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.io.RelativePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Source to {@link CompiledTemplate}: tags become numbered elements, includes are put in place, lines that hold only block tags go. */
final class TemplateCompiler {

    private static final int DEEPEST = 64;
    private static final int MOST_INCLUDES = 1000;

    private final SourceReader sources;
    private final int includeDepth;
    private final Problems problems = new Problems();
    private final NavigableMap<String, Spot> uses = new TreeMap<>();
    private final PreparedText output;
    private final List<String> including = new ArrayList<>();
    private final TreeSet<RelativePath> included = new TreeSet<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private Map<String, Integer> locals = new HashMap<>();
    private int slots;
    private int includes;
    private boolean isExhausted;

    TemplateCompiler(SourceReader sources, RenderLimits limits) {
        this.sources = sources;
        this.includeDepth = limits.includeDepth();
        this.output = new PreparedText(limits.fileCharacters());
    }

    /** An open block tag: how it is closed, and what it hides until then. */
    private record Block(
            Spot spot, String closing, Map<String, Integer> localsBefore, int switchSlot, boolean silent) {}

    /** @throws PacksException if the template, or one that it includes, cannot be read */
    CompiledTemplate compile(RelativePath source) {
        include(source, null);
        return new CompiledTemplate(
                Place.of(sources.display(source)),
                output.text(),
                output.directives(),
                slots,
                Collections.unmodifiableSortedSet(included));
    }

    /** @throws PacksException with everything that is wrong in the template; warnings are none of it */
    CompiledTemplate compileWhole(RelativePath source) {
        CompiledTemplate template = compile(source);
        List<Problem> errors = new ArrayList<>();
        for (Problem problem : problems.list()) {
            if (problem.code() != ProblemCode.LOOKS_LIKE_A_TAG) {
                errors.add(problem);
            }
        }
        if (!errors.isEmpty()) {
            throw new PacksException(errors);
        }
        return template;
    }

    /** Everything that is wrong; warnings, too. */
    Problems problems() {
        return problems;
    }

    /** The pack's variables, each with the place where it is read first. */
    NavigableMap<String, Spot> uses() {
        return uses;
    }

    private void include(RelativePath path, @Nullable Place from) {
        String text = sources.read(path, from);
        String shown = sources.display(path);
        including.add(path.text());
        included.add(path);
        int bom = text.startsWith("\ufeff") ? 1 : 0;
        if (bom == 1 && from == null) {
            output.text("\ufeff", 0, 1);
        }
        String body = text.substring(bom);
        Positions positions = Positions.ofFile(shown, body);
        TagScanner scanner = new TagScanner(body, positions, problems);
        List<Tag> tags = scanner.scan();
        if (scanner.lookAlikes() > 0) {
            warn(body, positions, scanner);
        }
        int outer = blocks.size();
        body(body, positions, tags, LoneLines.of(body, tags), outer);
        while (blocks.size() > outer) {
            Block block = blocks.pop();
            add(ProblemCode.TEMPLATE_SYNTAX, block.spot(), "the block is not closed", "close it with `[/]`");
            close(block);
        }
        including.remove(including.size() - 1);
    }

    private void body(String text, Positions positions, List<Tag> tags, LoneLines lines, int outer) {
        int from = 0;
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            if (!isSilent()) {
                output.text(text, from, Math.max(from, lines.start(i)));
            }
            from = lines.end(i);
            Spot spot = new Spot(positions, tag.start());
            switch (tag.kind()) {
                case OUTPUT -> print(text, positions, tag.start() + 2, tag.end() - 2, spot);
                case OPEN -> open(text, positions, tag, spot);
                case EMPTY -> empty(text, positions, tag, lines.isLone(i) ? lines.newline(i) : "");
                case CLOSE -> {
                    if (blocks.size() == outer) {
                        add(
                                ProblemCode.TEMPLATE_SYNTAX,
                                spot,
                                "`" + text.substring(tag.start(), tag.end()) + "` closes nothing",
                                "remove it; if it is no tag but text, write `[(${'[/]'})]`");
                    } else {
                        close(blocks.pop());
                    }
                }
            }
        }
        if (!isSilent()) {
            output.text(text, from, text.length());
        }
    }

    private boolean isSilent() {
        Block top = blocks.peek();
        return top != null && top.silent();
    }

    private void close(Block block) {
        output.raw(block.closing());
        locals = block.localsBefore();
    }

    private void empty(String text, Positions positions, Tag tag, String newline) {
        open(text, positions, tag, new Spot(positions, tag.start()));
        Tag.Attribute insert = find(tag, "th:insert");
        if (insert != null && !isSilent()) {
            insert(text, positions, insert, newline);
        }
        close(blocks.pop());
    }

    private static Tag.@Nullable Attribute find(Tag tag, String name) {
        for (Tag.Attribute attribute : tag.attributes()) {
            if (attribute.name().equals(name)) {
                return attribute;
            }
        }
        return null;
    }

    private void insert(String text, Positions positions, Tag.Attribute attribute, String newline) {
        Spot spot = new Spot(positions, attribute.valueStart());
        String value =
                text.substring(attribute.valueStart(), attribute.valueEnd()).strip();
        if (value.length() > 1 && value.startsWith("'") && value.endsWith("'")) {
            value = value.substring(1, value.length() - 1);
        }
        if (isExhausted) {
            return;
        }
        try {
            RelativePath path = path(value, spot);
            checkInclude(path, spot);
            boolean endsInLine = endsInLine(sources.read(path, spot.place()));
            include(path, spot.place());
            if (endsInLine) {
                output.text(newline, 0, newline.length());
            }
        } catch (PacksException e) {
            problems.addAll(e.problems());
        }
    }

    private void checkInclude(RelativePath path, Spot spot) {
        if (including.contains(path.text())) {
            throw spot.problem(
                    ProblemCode.TEMPLATE_SYNTAX,
                    "`" + path + "` includes itself: " + chain(path),
                    "an include is put in place before anything is rendered, so it cannot end by a condition");
        }
        includes++;
        if (including.size() > includeDepth || includes > MOST_INCLUDES || output.isFull()) {
            isExhausted = true;
            throw spot.problem(
                    ProblemCode.LIMIT_EXCEEDED,
                    "the template has more than " + MOST_INCLUDES + " includes, more than " + includeDepth
                            + " levels of them, or more text than a file may have: " + chain(path),
                    "the limit cannot be raised; include less");
        }
    }

    private static boolean endsInLine(String text) {
        return !text.isEmpty() && !text.endsWith("\n");
    }

    private static RelativePath path(String value, Spot spot) {
        String fault = RelativePath.fault(value).orElse(null);
        if (fault != null) {
            throw spot.problem(
                    ProblemCode.TEMPLATE_FORBIDDEN,
                    "`" + value + "` cannot be included: " + fault,
                    "name a file of the pack by its path from the pack's root, as in `th:insert=\"templates/header.txt\"`");
        }
        return RelativePath.parse(value);
    }

    private String chain(RelativePath last) {
        StringBuilder chain = new StringBuilder();
        for (String path : including) {
            chain.append('`').append(path).append("` -> ");
        }
        return chain.append('`').append(last).append('`').toString();
    }

    private void print(String text, Positions positions, int from, int to, Spot spot) {
        Node node = parse(text, positions, from, to);
        if (!isSilent()) {
            output.element(new Directive.Print(node, spot));
        }
    }

    private void open(String text, Positions positions, Tag tag, Spot spot) {
        Map<String, Integer> before = locals;
        locals = new HashMap<>(before);
        int switchSlot = blocks.isEmpty() ? -1 : blocks.peek().switchSlot();
        boolean silent = isSilent();
        boolean mute = silent;
        StringBuilder closing = new StringBuilder();
        Attributes given = Attributes.of(tag, positions, problems);
        for (Tag.Attribute attribute : given.inOrder()) {
            Spot at = new Spot(positions, attribute.valueStart());
            Directive directive = null;
            switch (attribute.name()) {
                case "th:each" -> directive = loop(text, positions, attribute);
                case "th:if", "th:unless" ->
                    directive = new Directive.Condition(
                            parse(text, positions, attribute), attribute.name().equals("th:if"), at);
                case "th:switch" -> {
                    switchSlot = slots;
                    slots += 2;
                    directive = new Directive.Switch(parse(text, positions, attribute), switchSlot, at);
                }
                case "th:case" -> directive = branch(text, positions, attribute, switchSlot);
                case "th:text", "th:utext" -> {
                    if (!mute) {
                        output.element(new Directive.Print(parse(text, positions, attribute), at));
                    }
                    mute = true;
                }
                default -> {
                    if (tag.kind() == Tag.Kind.OPEN) {
                        add(
                                ProblemCode.TEMPLATE_SYNTAX,
                                at,
                                "`th:insert` stands in a tag with a body",
                                "close the tag itself: `[# th:insert=\"templates/header.txt\"/]`");
                    }
                }
            }
            if (directive != null && !silent) {
                closing.insert(0, output.open(directive));
            }
        }
        blocks.push(new Block(spot, closing.toString(), before, switchSlot, mute));
        if (blocks.size() == DEEPEST + 1) {
            isExhausted = true;
            add(
                    ProblemCode.LIMIT_EXCEEDED,
                    spot,
                    "blocks are nested deeper than " + DEEPEST + " levels",
                    "the limit cannot be raised; split the template");
        }
    }

    private @Nullable Directive branch(String text, Positions positions, Tag.Attribute attribute, int switchSlot) {
        Spot at = new Spot(positions, attribute.valueStart());
        if (switchSlot < 0) {
            add(
                    ProblemCode.TEMPLATE_SYNTAX,
                    at,
                    "`th:case` stands outside of `th:switch`",
                    "put it into `[# th:switch=\"${database}\"] … [/]`");
            return null;
        }
        boolean otherwise = text.substring(attribute.valueStart(), attribute.valueEnd())
                .strip()
                .equals("*");
        return new Directive.Case(otherwise ? null : parse(text, positions, attribute), switchSlot, at);
    }

    private Directive loop(String text, Positions positions, Tag.Attribute attribute) {
        LoopHeader header = LoopHeader.parse(text, attribute);
        Spot at = new Spot(positions, attribute.valueStart());
        if (header == null) {
            add(
                    ProblemCode.TEMPLATE_SYNTAX,
                    at,
                    "`" + text.substring(attribute.valueStart(), attribute.valueEnd()) + "` is not a loop",
                    "as in `th:each=\"item : ${items}\"` or `th:each=\"item, stat : ${items}\"`");
            return new Directive.Loop(new Node.Constant(List.of()), 0, at);
        }
        Node items = parse(text, positions, header.itemsStart(), attribute.valueEnd());
        int slot = slots;
        slots += 2;
        locals.put(header.item(), slot);
        locals.put(header.status(), slot + 1);
        return new Directive.Loop(items, slot, at);
    }

    private Node parse(String text, Positions positions, Tag.Attribute attribute) {
        return parse(text, positions, attribute.valueStart(), attribute.valueEnd());
    }

    private Node parse(String text, Positions positions, int from, int to) {
        try {
            ExpressionParser parser = new ExpressionParser(text, from, to, positions, locals);
            Node node = parser.attribute();
            for (Map.Entry<String, Spot> use : parser.uses().entrySet()) {
                uses.putIfAbsent(use.getKey(), use.getValue());
            }
            return node;
        } catch (PacksException e) {
            problems.addAll(e.problems());
            return new Node.Constant("");
        }
    }

    private void warn(String text, Positions positions, TagScanner scanner) {
        int start = scanner.firstLookAlike();
        int lineEnd = text.indexOf('\n', start);
        int end = Math.min(lineEnd < 0 ? text.length() : lineEnd, start + 40);
        String first = text.substring(start, end).stripTrailing();
        String message = scanner.lookAlikes() == 1
                ? "`" + first + "` looks like a tag and is printed as it is"
                : scanner.lookAlikes() + " texts look like tags and are printed as they are, the first is `" + first
                        + "`";
        problems.add(Problem.at(ProblemCode.LOOKS_LIKE_A_TAG, positions.at(start), message)
                .help("nothing, if that is meant; a tag is written `[(${name})]`, `[# th:if=\"${name}\"]` or `[/]`"));
    }

    private void add(ProblemCode code, Spot spot, String message, String help) {
        problems.add(Problem.at(code, spot.place(), message).help(help));
    }

    /** For the message about a wrong name. */
    static String question(String wrong, List<String> known) {
        return Nearest.question(wrong, known).orElse("there are " + String.join(", ", known));
    }
}
