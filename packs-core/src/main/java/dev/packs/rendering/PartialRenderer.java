package dev.packs.rendering;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Renders the templates of one pack as far as the values are known: what is left depends on names that are open. Loops over known lists are written out, known
 * conditions decided, and all that by the code that renders. For one thread; needs no template engine.
 */
public final class PartialRenderer {

    private final SourceReader sources;
    private final RenderLimits limits;
    private final Budget budget;
    private final Map<String, CompiledTemplate> templates = new HashMap<>();

    /**
     * @param files of the pack
     * @param pack how places name it: {@code web-api-starter}
     * @param limits for everything that this renderer does together
     */
    public PartialRenderer(FileTree files, String pack, RenderLimits limits) {
        this.sources = new SourceReader(files, pack);
        this.limits = limits;
        this.budget = new Budget(limits);
    }

    /**
     * A file of the pack.
     *
     * @param known what has a value
     * @param open names that will have one, and queries that cannot be asked, as {@link QueryRows#readAs}
     * @throws PacksException {@link ProblemCode#TEMPLATE_MISSING}, or with everything that is wrong in the template or fails for the known values
     */
    public List<TemplatePart> template(RelativePath source, Scope known, Set<String> open) {
        CompiledTemplate template = templates.get(source.text());
        if (template == null) {
            template = new TemplateCompiler(sources, limits).compileWhole(source);
            templates.put(source.text(), template);
        }
        return rendered(PreparedTree.of(template).children(), template.locals(), known, open);
    }

    /**
     * A text of one line, such as an output path.
     *
     * @param place of its first character
     */
    public List<TemplatePart> line(String line, Place place, Scope known, Set<String> open) {
        List<PreparedTree.Branch> parts = new ArrayList<>();
        for (Directive part : LineTemplate.parse(line, place).parts()) {
            parts.add(new PreparedTree.Branch(part, List.of()));
        }
        return rendered(parts, 0, known, open);
    }

    /** An expression. */
    public Formula formula(Expression expression, Scope known, Set<String> open) {
        return within(0, known, open, (evaluation, problems) -> evaluation.of(expression.node()));
    }

    private List<TemplatePart> rendered(List<PreparedTree.Branch> branches, int locals, Scope known, Set<String> open) {
        return within(
                locals, known, open, (evaluation, problems) -> new Walk(evaluation, problems, budget).all(branches));
    }

    private <T> T within(
            int locals, Scope known, Set<String> open, BiFunction<PartialEvaluation, Problems, T> rendering) {
        Problems problems = new Problems();
        budget.start();
        T result;
        try {
            result = rendering.apply(
                    new PartialEvaluation(new Evaluation(known, budget, locals), open, problems), problems);
        } catch (PacksException exhausted) {
            problems.addAll(exhausted.problems());
            throw new PacksException(problems.list());
        } finally {
            budget.stop();
        }
        problems.throwIfAny();
        return result;
    }

    /** One template on its way. */
    private static final class Walk {

        private final PartialEvaluation evaluation;
        private final Problems problems;
        private final Budget budget;
        private final Map<Integer, Cases> switches = new HashMap<>();
        private PartialText out = new PartialText();
        /** How many open conditions, cases and loops are around. */
        private int openAround;

        Walk(PartialEvaluation evaluation, Problems problems, Budget budget) {
            this.evaluation = evaluation;
            this.problems = problems;
            this.budget = budget;
        }

        /** What is known of the cases of a switch. */
        private static final class Cases {
            private final Formula value;
            private final int openAround;
            private boolean taken;
            private boolean open;

            Cases(Formula value, int openAround) {
                this.value = value;
                this.openAround = openAround;
            }
        }

        List<TemplatePart> all(List<PreparedTree.Branch> branches) {
            PartialText before = out;
            out = new PartialText();
            here(branches);
            List<TemplatePart> parts = out.parts();
            out = before;
            return parts;
        }

        /** The same, of what may or may not be rendered. */
        private List<TemplatePart> perhaps(List<PreparedTree.Branch> branches) {
            openAround++;
            List<TemplatePart> parts = all(branches);
            openAround--;
            return parts;
        }

        private void here(List<PreparedTree.Branch> branches) {
            for (PreparedTree.Branch branch : branches) {
                Directive directive = branch.directive();
                if (directive instanceof Directive.Literal literal) {
                    print(literal.text(), null);
                } else if (directive instanceof Directive.Print print) {
                    output(print);
                } else if (directive instanceof Directive.Condition condition) {
                    condition(condition, branch.children());
                } else if (directive instanceof Directive.Loop loop) {
                    loop(loop, branch.children());
                } else if (directive instanceof Directive.Switch start) {
                    choose(start, branch.children());
                } else if (directive instanceof Directive.Case fits) {
                    fits(fits, branch.children());
                }
            }
        }

        private void print(String text, @Nullable Spot spot) {
            if (!budget.write(text.length())) {
                throw budget.exhausted(spot == null ? Place.of("a template") : spot.place());
            }
            out.add(text);
        }

        private void output(Directive.Print print) {
            evaluation.run().step(print.spot());
            Formula value = evaluation.of(print.value());
            Optional<String> text = evaluation.text(value, print.spot());
            if (text.isPresent()) {
                print(text.get(), print.spot());
            } else {
                out.add(new TemplatePart.Output(value, print.spot().place()));
            }
        }

        private void condition(Directive.Condition condition, List<PreparedTree.Branch> body) {
            evaluation.run().step(condition.spot());
            Formula value = evaluation.of(condition.value());
            if (value instanceof Formula.Literal known) {
                if (PlainValues.isTrue(known.value()) == condition.wanted()) {
                    here(body);
                }
                return;
            }
            out.add(new TemplatePart.Condition(
                    condition.wanted() ? value : new Formula.Not(value),
                    perhaps(body),
                    condition.spot().place()));
        }

        private void loop(Directive.Loop loop, List<PreparedTree.Branch> body) {
            evaluation.run().step(loop.spot());
            Formula items = evaluation.of(loop.items());
            if (items instanceof Formula.Literal) {
                turns(loop, body);
                return;
            }
            evaluation.openLoop(loop.slot());
            List<TemplatePart> parts = perhaps(body);
            evaluation.closeLoop(loop.slot());
            out.add(new TemplatePart.Loop(items, loop.slot(), parts, loop.spot().place()));
        }

        private void turns(Directive.Loop loop, List<PreparedTree.Branch> body) {
            LoopItems turns;
            try {
                turns = new LoopItems(loop, evaluation.run());
            } catch (PacksException failed) {
                problems.addAll(failed.problems());
                return;
            }
            while (turns.hasNext()) {
                turns.next();
                here(body);
            }
        }

        private void choose(Directive.Switch start, List<PreparedTree.Branch> body) {
            Cases cases = new Cases(evaluation.of(start.value()), openAround);
            Cases before = switches.put(start.slot(), cases);
            List<TemplatePart> parts = all(body);
            if (before == null) {
                switches.remove(start.slot());
            } else {
                switches.put(start.slot(), before);
            }
            if (cases.open) {
                out.add(new TemplatePart.Switch(
                        cases.value, start.slot(), parts, start.spot().place()));
            } else {
                out.addAll(parts);
            }
        }

        private void fits(Directive.Case branch, List<PreparedTree.Branch> body) {
            Cases cases = switches.get(branch.slot());
            if (cases == null || cases.taken) {
                return;
            }
            evaluation.run().step(branch.spot());
            Node wanted = branch.value();
            Formula value = wanted == null ? new Formula.Literal(true) : evaluation.of(wanted);
            boolean certain = !cases.open && openAround == cases.openAround;
            if (wanted == null && certain) {
                cases.taken = true;
                here(body);
                return;
            }
            if (certain && value instanceof Formula.Literal a && cases.value instanceof Formula.Literal b) {
                if (Boolean.TRUE.equals(evaluation.areEqual(b.value(), a.value(), branch.spot()))) {
                    cases.taken = true;
                    here(body);
                }
                return;
            }
            cases.open = true;
            out.add(new TemplatePart.Case(
                    wanted == null ? Optional.empty() : Optional.of(value),
                    branch.slot(),
                    perhaps(body),
                    branch.spot().place()));
        }
    }
}
