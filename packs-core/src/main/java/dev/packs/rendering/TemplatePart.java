package dev.packs.rendering;

import dev.packs.Place;
import java.util.List;
import java.util.Optional;

/** What a template does, one thing after the other, as far as it is open: what is known has become {@link Text}. */
public sealed interface TemplatePart {

    /** Comes out as it is; never empty, never beside another text. */
    record Text(String text) implements TemplatePart {}

    /** Prints a value. */
    record Output(Formula value, Place place) implements TemplatePart {}

    /** The body, where the condition holds. */
    record Condition(Formula condition, List<TemplatePart> body, Place place) implements TemplatePart {

        public Condition {
            body = List.copyOf(body);
        }
    }

    /**
     * The body for each item.
     *
     * @param loop by which {@link Formula.Item} and {@link Formula.Status} name it; no loop around it has the same
     */
    record Loop(Formula items, int loop, List<TemplatePart> body, Place place) implements TemplatePart {

        public Loop {
            body = List.copyOf(body);
        }
    }

    /** The body, in which at most one of the cases with the same number is taken, at whatever depth. */
    record Switch(Formula value, int number, List<TemplatePart> body, Place place) implements TemplatePart {

        public Switch {
            body = List.copyOf(body);
        }
    }

    /**
     * The body, if no case of the switch was taken before and the value is equal to the switch's.
     *
     * @param value empty for the case that always fits
     * @param number of the switch
     */
    record Case(Optional<Formula> value, int number, List<TemplatePart> body, Place place) implements TemplatePart {

        public Case {
            body = List.copyOf(body);
        }
    }
}
