package dev.packs.variables;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackName;
import dev.packs.pack.VariableDefinition;
import java.util.List;
import java.util.Optional;

/**
 * A variable that somebody is asked for, or a part of one: a field of an object, an item of a list.
 *
 * @param pack that has it
 * @param standard what counts without an answer, its expression evaluated
 * @param secret whether nobody may see the answer
 * @param wrong what is wrong with the answer before; empty for the first
 */
public record Question(
        PackName pack, VariableDefinition variable, Optional<Object> standard, boolean secret, List<Problem> wrong) {

    public Question {
        wrong = List.copyOf(wrong);
    }

    /** A good value, as an answer spells it. */
    public String example() {
        return ExampleValue.plainText(ExampleValue.of(variable));
    }

    /** Whether one line of text can say every value: not for objects. */
    public boolean fitsOneLine() {
        return ExampleValue.fitsCommandLine(variable);
    }

    /** The question for a part of this one. */
    public Question part(VariableDefinition part) {
        return new Question(pack, part, part.defaultValue(), secret, List.of());
    }

    /** What is wrong with an answer to a part, which is looked at before the whole is put together. */
    public List<Problem> check(Optional<GivenValue> answer) {
        if (answer.isPresent()) {
            ValueCheck check = new ValueCheck(answer.get(), secret);
            check.check(variable, answer.get().value());
            return check.problems();
        }
        boolean needed = variable.required() && standard.isEmpty();
        return needed
                ? List.of(Problem.of(ProblemCode.VARIABLE_MISSING, "`" + variable.name() + "` needs a value"))
                : List.of();
    }

    /**
     * An answer of which {@link #check} found nothing, as a plain value.
     *
     * @throws IllegalStateException for another one
     */
    public Object value(GivenValue answer) {
        Object value = new ValueCheck(answer, secret).check(variable, answer.value());
        if (value == null) {
            throw new IllegalStateException("`" + variable.name() + "` was not checked");
        }
        return value;
    }
}
