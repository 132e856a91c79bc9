package dev.packs.archetype.export;

import dev.packs.Place;
import dev.packs.Problems;
import dev.packs.rendering.Formula;
import dev.packs.rendering.TemplatePart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Templates as Velocity. */
final class Templates {

    private final Formulas formulas;
    private final Names names;
    private final Problems problems;
    private final Map<Integer, SwitchNames> switches = new HashMap<>();

    Templates(Formulas formulas, Names names, Problems problems) {
        this.formulas = formulas;
        this.names = names;
        this.problems = problems;
    }

    /** @param open whether one of its cases can be taken yet */
    private record SwitchNames(Formula value, String open) {}

    /** @param place of the file, for what has none of its own */
    void write(List<TemplatePart> parts, Place place, Code code) {
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Text text) {
                checkText(text.text(), place);
                code.text(text.text());
            } else if (part instanceof TemplatePart.Output output) {
                output(output, code);
            } else if (part instanceof TemplatePart.Condition condition) {
                code.begin(formulas.condition(condition.condition(), code));
                write(condition.body(), place, code);
                code.end();
            } else if (part instanceof TemplatePart.Loop loop) {
                loop(loop, place, code);
            } else if (part instanceof TemplatePart.Switch start) {
                choose(start, place, code);
            } else if (part instanceof TemplatePart.Case fits) {
                fits(fits, place, code);
            }
        }
    }

    /** What the original changes wherever it stands. */
    void checkText(String text, Place place) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t') {
                problems.add(Untranslatable.at(
                        place,
                        c == '\r'
                                ? "the template has CR line ends, which archetypes change to the platform's"
                                : "the template has the control character U+" + String.format("%04X", (int) c)
                                        + ", which Velocity loses",
                        "save it with LF line ends; or give all values in it now, so that it is copied as it is"));
                return;
            }
        }
    }

    private void output(TemplatePart.Output output, Code code) {
        Formula value = output.value();
        if (formulas.kind(value) == Kind.LIST) {
            formulas.report(output.place(), "a list is printed");
            return;
        }
        if (value instanceof Formula.Operation sum && sum.symbol().equals("+")) {
            printAll(sum, code);
            return;
        }
        code.print(formulas.name(value, code));
    }

    /** The parts of a sum of texts, one after the other. */
    private void printAll(Formula formula, Code code) {
        if (formula instanceof Formula.Operation sum && formulas.isSumOfTexts(sum)) {
            printAll(sum.left(), code);
            printAll(sum.right(), code);
        } else if (formula instanceof Formula.Literal literal) {
            code.text(Formulas.textOf(literal.value()));
        } else {
            code.print(formulas.name(formula, code));
        }
    }

    private void loop(TemplatePart.Loop loop, Place place, Code code) {
        if (formulas.kind(loop.items()) != Kind.LIST) {
            formulas.report(loop.place(), "the loop runs over something that is no list in an archetype");
            return;
        }
        String items = formulas.name(loop.items(), code);
        Formulas.LoopNames named = formulas.enter(loop.loop());
        code.set(named.size(), "$" + items + ".size()");
        code.directive("#foreach( $" + named.item() + " in $" + items + " )");
        code.set(named.index(), "$foreach.index");
        code.set(named.count(), "$foreach.count");
        code.set(named.last(), "$" + named.count() + " == $" + named.size());
        write(loop.body(), place, code);
        code.end();
        formulas.leave(loop.loop());
    }

    private void choose(TemplatePart.Switch start, Place place, Code code) {
        String open = names.fresh("open");
        code.set(open, "true");
        SwitchNames before = switches.put(start.number(), new SwitchNames(start.value(), open));
        write(start.body(), place, code);
        if (before == null) {
            switches.remove(start.number());
        } else {
            switches.put(start.number(), before);
        }
    }

    private void fits(TemplatePart.Case fits, Place place, Code code) {
        SwitchNames around = switches.get(fits.number());
        if (around == null) {
            return;
        }
        String open = "$" + around.open();
        if (fits.value().isPresent()) {
            String equal = formulas.condition(
                    new Formula.Operation("==", around.value(), fits.value().get(), fits.place()), code);
            code.begin(open + " && " + equal);
        } else {
            code.begin(open);
        }
        code.set(around.open(), "false");
        write(fits.body(), place, code);
        code.end();
    }
}
