package dev.packs.merge.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads the one document of a YAML file. Aliases stay what they are, so that none of them can grow into more than was written. */
final class YamlReader {

    private final Offsets offsets;
    private final Iterator<Event> events;
    private final ScalarResolver resolver = new CoreSchema().getScalarResolver();
    private int depth;

    private YamlReader(String text) {
        this.offsets = new Offsets(text);
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(2 * StructuralMerger.LARGEST)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** Offsets in characters of marks, which count code points. */
    private static final class Offsets {

        private final String text;
        private final boolean isPlain;

        Offsets(String text) {
            this.text = text;
            this.isPlain = text.codePointCount(0, text.length()) == text.length();
        }

        int of(Optional<Mark> mark) {
            int index = mark.orElseThrow().getIndex();
            return isPlain ? index : text.offsetByCodePoints(0, index);
        }
    }

    /**
     * The document; empty where there is only blank space and comments.
     *
     * @throws Unmergeable if it is no YAML, or more than one document, or too deep
     */
    static Optional<Node> read(String text) {
        try {
            return new YamlReader(text).document();
        } catch (YamlEngineException wrong) {
            throw Unmergeable.unreadable("is not YAML" + where(wrong));
        }
    }

    /** The place and what was being read there; never what the parser found, since that quotes the file, where a secret may stand. */
    private static String where(YamlEngineException wrong) {
        if (wrong instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            Mark mark = marked.getProblemMark().get();
            String context = marked.getContext() == null ? "" : ", " + marked.getContext();
            return ": line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + context;
        }
        return wrong instanceof ReaderException ? ": it has a character that YAML does not allow" : "";
    }

    private Optional<Node> document() {
        Optional<Node> found = Optional.empty();
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                documents++;
                if (documents > 1) {
                    throw Unmergeable.because("holds more than one document");
                }
            } else if (event instanceof NodeEvent start) {
                found = Optional.of(node(start));
            }
        }
        return found.filter(YamlReader::isContent);
    }

    /** A file without content is read as the empty value. */
    private static boolean isContent(Node root) {
        return !(root instanceof Node.Scalar scalar && scalar.value().isEmpty() && scalar.start() == scalar.end());
    }

    private Node node(NodeEvent event) {
        int start = offsets.of(event.getStartMark());
        int end = offsets.of(event.getEndMark());
        if (event instanceof AliasEvent alias) {
            return new Node.Alias(start, end, alias.getAlias().getValue());
        }
        String anchor = event.getAnchor().map(Anchor::getValue).orElse("");
        if (event instanceof ScalarEvent scalar) {
            return new Node.Scalar(
                    start, end, anchor, tag(scalar), scalar.getValue(), scalar.isLiteral() || scalar.isFolded());
        }
        depth++;
        if (depth > StructuralMerger.DEEPEST) {
            throw Unmergeable.limit("is nested deeper than " + StructuralMerger.DEEPEST + " levels");
        }
        CollectionStartEvent opened = (CollectionStartEvent) event;
        String tag = opened.getTag().orElse("");
        Node made = opened instanceof MappingStartEvent
                ? mapping(start, anchor, tag, opened.isFlow())
                : sequence(start, anchor, tag, opened.isFlow());
        depth--;
        return made;
    }

    private String tag(ScalarEvent scalar) {
        if (scalar.getTag().isPresent()) {
            return scalar.getTag().get();
        }
        return resolver.resolve(scalar.getValue(), scalar.isPlain()).getValue();
    }

    private Node mapping(int start, String anchor, String tag, boolean flow) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Event event = events.next();
        while (!(event instanceof MappingEndEvent)) {
            if (!(node((NodeEvent) event) instanceof Node.Scalar key)) {
                throw Unmergeable.because("has a key that is not a single value");
            }
            if (!keys.add(key.tag() + " " + key.value())) {
                throw Unmergeable.unreadable("has a key twice in one place: line "
                        + (event.getStartMark().orElseThrow().getLine() + 1));
            }
            entries.add(new Node.Entry(key, node((NodeEvent) events.next())));
            event = events.next();
        }
        return new Node.Mapping(start, offsets.of(event.getEndMark()), anchor, tag, flow, List.copyOf(entries));
    }

    private Node sequence(int start, String anchor, String tag, boolean flow) {
        List<Node> items = new ArrayList<>();
        Event event = events.next();
        while (!(event instanceof SequenceEndEvent)) {
            items.add(node((NodeEvent) event));
            event = events.next();
        }
        return new Node.Sequence(start, offsets.of(event.getEndMark()), anchor, tag, flow, List.copyOf(items));
    }
}
