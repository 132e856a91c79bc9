package dev.packs.rendering;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A text of one line with <code>[(${…})]</code> in it, such as an output path. Parsed once; immutable; needs no template engine. */
public final class LineTemplate {

    private final List<Directive> parts;
    private final SortedSet<String> names;

    private LineTemplate(List<Directive> parts, SortedSet<String> names) {
        this.parts = parts;
        this.names = Collections.unmodifiableSortedSet(names);
    }

    /**
     * Block tags are refused: a line has no room for them.
     *
     * @param place of the first character
     * @throws dev.packs.PacksException with everything that is wrong in it
     */
    public static LineTemplate parse(String text, Place place) {
        Positions positions = new Positions(place, text);
        Problems problems = new Problems();
        List<Directive> parts = new ArrayList<>();
        SortedSet<String> names = new TreeSet<>();
        int from = 0;
        for (Tag tag : new TagScanner(text, positions, problems).scan()) {
            if (from < tag.start()) {
                parts.add(new Directive.Literal(text.substring(from, tag.start())));
            }
            from = tag.end();
            Spot spot = new Spot(positions, tag.start());
            if (tag.kind() != Tag.Kind.OUTPUT) {
                problems.add(Problem.at(ProblemCode.TEMPLATE_SYNTAX, spot.place(), "a block tag stands in a line")
                        .help("write a condition: `[(${enabled ? 'a' : 'b'})]`"));
                continue;
            }
            try {
                ExpressionParser parser =
                        new ExpressionParser(text, tag.start() + 2, tag.end() - 2, positions, Collections.emptyMap());
                parts.add(new Directive.Print(parser.attribute(), spot));
                names.addAll(parser.names());
            } catch (dev.packs.PacksException e) {
                problems.addAll(e.problems());
            }
        }
        problems.throwIfAny();
        parts.add(new Directive.Literal(text.substring(from)));
        return new LineTemplate(List.copyOf(parts), names);
    }

    List<Directive> parts() {
        return parts;
    }

    /** The variables that it may read, and the queries, as {@link QueryRows#readAs}. */
    public SortedSet<String> names() {
        return names;
    }

    public RenderedText render(Scope scope) {
        return render(scope, new Budget(RenderLimits.standard()));
    }

    RenderedText render(Scope scope, Budget budget) {
        budget.start();
        try {
            Evaluation run = new Evaluation(scope, budget, 0);
            StringBuilder text = new StringBuilder();
            for (Directive part : parts) {
                if (part instanceof Directive.Literal literal) {
                    text.append(literal.text());
                } else if (part instanceof Directive.Print print) {
                    String value = run.print(print.value().value(run), print.spot());
                    if (!budget.write(value.length())) {
                        throw budget.exhausted(print.spot().place());
                    }
                    text.append(value);
                }
            }
            return new RenderedText(text.toString(), run.reads(), Collections.emptySortedSet());
        } finally {
            budget.stop();
        }
    }
}
