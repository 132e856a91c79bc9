package dev.packs.generation;

import dev.packs.Place;
import dev.packs.pack.FileSet;
import dev.packs.pack.PackManifest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.pack.VariableDefinition;
import dev.packs.rendering.LineTemplate;
import dev.packs.variables.PackExpressions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which variables decide about the files that packs write: those in conditions, loops and paths, and those that the values of these depend on. */
final class OutputNames {

    private final List<PackManifest> packs;
    private final PackExpressions expressions;
    private final Set<String> names = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private OutputNames(List<PackManifest> packs, PackExpressions expressions) {
        this.packs = packs;
        this.expressions = expressions;
    }

    static Set<String> of(List<PackManifest> packs, PackExpressions expressions) {
        OutputNames found = new OutputNames(packs, expressions);
        for (PackManifest pack : packs) {
            for (TemplateDefinition template : pack.templates()) {
                found.expression(template.when());
                found.line(Optional.of(template.output()));
                template.forEach().ifPresent(each -> found.add(each.from()));
            }
            for (FileSet set : pack.files()) {
                found.expression(set.when());
                found.line(set.output());
            }
        }
        found.close();
        return found.names;
    }

    private void close() {
        while (!open.isEmpty()) {
            String name = open.remove();
            for (PackManifest pack : packs) {
                for (VariableDefinition variable : pack.variables()) {
                    if (variable.name().equals(name)) {
                        expression(variable.when());
                        expression(variable.defaultValue()
                                .filter(value -> value instanceof String text && text.startsWith("${"))
                                .map(String::valueOf));
                    }
                }
            }
        }
    }

    private void expression(Optional<String> text) {
        text.ifPresent(written -> expressions.names(written).forEach(this::add));
    }

    private void line(Optional<String> text) {
        text.ifPresent(
                written -> LineTemplate.parse(written, Place.of("")).names().forEach(this::add));
    }

    private void add(String name) {
        if (names.add(name)) {
            open.add(name);
        }
    }
}
