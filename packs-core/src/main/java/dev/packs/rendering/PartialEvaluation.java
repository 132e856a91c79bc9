package dev.packs.rendering;

import dev.packs.PacksException;
import dev.packs.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes of an expression what is known. Lazily, as the expression itself would: a branch that is not taken is not looked at. */
final class PartialEvaluation {

    private final Evaluation run;
    private final Set<String> open;
    private final Problems problems;
    private final Set<Integer> openItems = new HashSet<>();
    private final Set<Integer> openStatus = new HashSet<>();

    /** @param open names that have no value yet */
    PartialEvaluation(Evaluation run, Set<String> open, Problems problems) {
        this.run = run;
        this.open = open;
        this.problems = problems;
    }

    Evaluation run() {
        return run;
    }

    void openLoop(int slot) {
        openItems.add(slot);
        openStatus.add(slot + 1);
    }

    void closeLoop(int slot) {
        openItems.remove(slot);
        openStatus.remove(slot + 1);
    }

    /** What is wrong with it is reported, and stands for nothing. */
    Formula of(Node node) {
        try {
            return reduced(node);
        } catch (PacksException failed) {
            problems.addAll(failed.problems());
            return new Formula.Literal("");
        }
    }

    private Formula reduced(Node node) {
        if (node instanceof Node.Constant constant) {
            return new Formula.Literal(constant.value);
        }
        if (node instanceof Node.Variable variable && open.contains(variable.name)) {
            return new Formula.Variable(variable.name, variable.spot.place());
        }
        if (node instanceof Node.Rows rows && open.contains(QueryRows.readAs(rows.query))) {
            return new Formula.Rows(rows.query, rows.spot.place());
        }
        if (node instanceof Node.Local local && openItems.contains(local.slot)) {
            return new Formula.Item(local.slot, local.spot.place());
        }
        if (node instanceof Node.Local local && openStatus.contains(local.slot)) {
            return new Formula.Status(local.slot - 1, local.spot.place());
        }
        if (node instanceof Node.Both both) {
            return logic(both);
        }
        if (node instanceof Node.Choice choice) {
            return choice(choice);
        }
        return compound(node);
    }

    private Formula logic(Node.Both both) {
        Formula left = reduced(both.left);
        if (left instanceof Formula.Literal known && PlainValues.isTrue(known.value()) == both.or) {
            return new Formula.Literal(both.or);
        }
        Formula right = reduced(both.right);
        return left instanceof Formula.Literal && right instanceof Formula.Literal known
                ? new Formula.Literal(PlainValues.isTrue(known.value()))
                : new Formula.Logic(left, right, both.or);
    }

    private Formula choice(Node.Choice choice) {
        Formula condition = reduced(choice.condition);
        Node yes = choice.yes;
        if (condition instanceof Formula.Literal known) {
            if (yes == null) {
                return known.value() != null ? known : reduced(choice.no);
            }
            return reduced(PlainValues.isTrue(known.value()) ? yes : choice.no);
        }
        return new Formula.Choice(
                condition, yes == null ? Optional.empty() : Optional.of(reduced(yes)), reduced(choice.no));
    }

    private Formula compound(Node node) {
        if (node instanceof Node.Property part) {
            Formula owner = reduced(part.owner);
            return isKnown(owner)
                    ? computed(node)
                    : new Formula.Part(owner, part.key, part.nullSafe, part.spot.place());
        }
        if (node instanceof Node.Index index) {
            Formula owner = reduced(index.owner);
            Formula at = reduced(index.index);
            return isKnown(owner) && isKnown(at) ? computed(node) : new Formula.Element(owner, at, index.spot.place());
        }
        if (node instanceof Node.Not not) {
            Formula operand = reduced(not.operand);
            return isKnown(operand) ? computed(node) : new Formula.Not(operand);
        }
        if (node instanceof Node.Binary binary) {
            Formula left = reduced(binary.left);
            Formula right = reduced(binary.right);
            return isKnown(left) && isKnown(right)
                    ? computed(node)
                    : new Formula.Operation(binary.operator.symbol(), left, right, binary.spot.place());
        }
        if (node instanceof Node.Call call) {
            List<Formula> arguments = new ArrayList<>();
            boolean known = true;
            for (Node argument : call.arguments) {
                arguments.add(reduced(argument));
                known &= isKnown(arguments.get(arguments.size() - 1));
            }
            return known
                    ? computed(node)
                    : new Formula.Call(call.group.name() + "." + call.function, arguments, call.spot.place());
        }
        return computed(node);
    }

    /** Nothing in it is open, or what is open is in a branch that is not taken. */
    private Formula computed(Node node) {
        return new Formula.Literal(node.value(run));
    }

    private static boolean isKnown(Formula formula) {
        return formula instanceof Formula.Literal;
    }

    /** As it is printed, if it is known; a value that cannot be printed is reported. */
    Optional<String> text(Formula formula, Spot spot) {
        if (!(formula instanceof Formula.Literal known)) {
            return Optional.empty();
        }
        try {
            return Optional.of(run.print(known.value(), spot));
        } catch (PacksException failed) {
            problems.addAll(failed.problems());
            return Optional.of("");
        }
    }

    /** @return null where the values are of kinds that cannot be compared, which is reported */
    @Nullable
    Object areEqual(@Nullable Object left, @Nullable Object right, Spot spot) {
        try {
            return Operator.EQUAL.apply(left, right, run, spot);
        } catch (PacksException failed) {
            problems.addAll(failed.problems());
            return null;
        }
    }
}
