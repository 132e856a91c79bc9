package dev.packs.archetype.bridge;

import java.util.function.UnaryOperator;

/** What surrounds the templates of one Velocity: the guard of the run that is under way, and the names that messages use. */
final class TemplateFence {

    private final UnaryOperator<String> names;
    private Guard guard;

    /** @param names from the name that Velocity knows a template by to the one that messages call it */
    TemplateFence(Guard guard, UnaryOperator<String> names) {
        this.guard = guard;
        this.names = names;
    }

    Guard guard() {
        return guard;
    }

    /** For the next run. */
    void guard(Guard next) {
        guard = next;
    }

    String nameOf(String template) {
        return names.apply(template);
    }
}
