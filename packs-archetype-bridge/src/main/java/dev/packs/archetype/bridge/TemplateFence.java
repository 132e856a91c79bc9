package dev.packs.archetype.bridge;

import java.util.function.UnaryOperator;

/**
 * What surrounds the templates of one run.
 *
 * @param names from the name that Velocity knows a template by to the one that messages call it
 */
record TemplateFence(Guard guard, UnaryOperator<String> names) {

    String nameOf(String template) {
        return names.apply(template);
    }
}
