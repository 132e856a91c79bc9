package dev.packs.archetype.export;

import dev.packs.Problems;
import dev.packs.draft.DraftVariable;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import dev.packs.rendering.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The variables of a pack as properties of an archetype, and what makes the one of the other before anything else is rendered. */
final class Prelude {

    /** What {@code archetype:generate} reads itself, from the same command line. */
    private static final Set<String> READ_BY_MAVEN = Set.of(
            "archetypeArtifactId",
            "archetypeGroupId",
            "archetypeVersion",
            "archetypeRepository",
            "archetypeCatalog",
            "askForDefaultPropertyValues",
            "interactiveMode",
            "outputDirectory",
            "goals",
            "filter");

    private final Formulas formulas;
    private final Symbols symbols;
    private final Problems problems;

    Prelude(Formulas formulas, Symbols symbols, Problems problems) {
        this.formulas = formulas;
        this.symbols = symbols;
        this.problems = problems;
    }

    /**
     * What a descriptor asks for.
     *
     * @param defaultValue empty: somebody has to say it
     * @param pattern empty: anything
     */
    record Property(String key, Optional<String> defaultValue, Optional<String> pattern) {}

    /** @param code gets what turns properties into values */
    List<Property> write(List<DraftVariable> variables, Code code) {
        List<Property> properties = new ArrayList<>();
        for (DraftVariable variable : variables) {
            String name = variable.name();
            if (READ_BY_MAVEN.contains(name) || Names.TAKEN.contains(name)) {
                problems.add(Untranslatable.at(
                        variable.place(),
                        "the variable `" + name
                                + "` has a name that archetypes, Maven or Velocity use for something else",
                        "call it otherwise, or give its value now: `-Dvar." + name + "=…`"));
            }
            if (variable.fixed().isPresent()) {
                code.set(name, symbols.literal(Formulas.textOf(variable.fixed().get())));
            } else {
                properties.add(property(variable));
                given(variable, code);
            }
            if (variable.when().isPresent()) {
                code.begin("!(" + formulas.condition(variable.when().get(), code) + ")");
                setDefault(variable, code);
                code.end();
            }
        }
        return properties;
    }

    private void given(DraftVariable variable, Code code) {
        String name = variable.name();
        if (isText(variable.definition())) {
            code.begin("$" + name + " == '" + Symbols.EMPTY + "'");
            code.set(name, "''");
            code.end();
        }
        if (defaultText(variable).equals(Optional.of(Symbols.DEFAULT))) {
            code.begin("$" + name + " == '" + Symbols.DEFAULT + "'");
            setDefault(variable, code);
            code.end();
        }
    }

    private void setDefault(DraftVariable variable, Code code) {
        Formula standard = variable.defaultValue().orElse(new Formula.Literal(null));
        code.set(variable.name(), formulas.value(standard, code));
    }

    private static boolean isText(VariableDefinition variable) {
        return variable.type() == VariableType.STRING || variable.type() == VariableType.PATH;
    }

    private static Property property(DraftVariable variable) {
        return new Property(variable.name(), defaultText(variable), pattern(variable));
    }

    /** Where Packs would take the name of the project, or a pack asks for Maven's groupId, an archetype has both. */
    private static Optional<String> defaultText(DraftVariable variable) {
        VariableDefinition definition = variable.definition();
        if (definition.type() == VariableType.STRING && definition.name().equals("project_name")) {
            return Optional.of("${artifactId}");
        }
        if (definition.type() == VariableType.STRING && definition.name().equals("group_id")) {
            return Optional.of("${groupId}");
        }
        Optional<Formula> standard = variable.defaultValue();
        if (standard.isEmpty()) {
            return definition.required() ? Optional.empty() : Optional.of(Symbols.NONE);
        }
        if (!(standard.get() instanceof Formula.Literal literal)) {
            return Optional.of(Symbols.DEFAULT);
        }
        String text = Formulas.textOf(literal.value());
        if (text.isEmpty()) {
            return Optional.of(Symbols.EMPTY);
        }
        return Optional.of(isSafe(text) ? text : Symbols.DEFAULT);
    }

    /** Whether a descriptor can say it: trimmed by who reads it, and evaluated where it has a reference. */
    private static boolean isSafe(String text) {
        if (!text.equals(text.strip())
                || !text.equals(text.trim())
                || text.contains("${")
                || Set.of(Symbols.NONE, Symbols.EMPTY, Symbols.DEFAULT).contains(text)) {
            return false;
        }
        return text.chars().allMatch(c -> c >= ' ' && c < 0xd800 && c != 0x7f);
    }

    /** For whoever is asked; the original holds no value against it that was given in batch mode. */
    private static Optional<String> pattern(DraftVariable variable) {
        VariableDefinition definition = variable.definition();
        String pattern;
        if (!definition.options().isEmpty()) {
            List<String> options = new ArrayList<>();
            for (Object option : definition.options()) {
                options.add(quoted(Formulas.textOf(option)));
            }
            pattern = String.join("|", options);
        } else if (definition.type() == VariableType.BOOLEAN) {
            pattern = "true|false";
        } else if (definition.type() == VariableType.INTEGER) {
            pattern = "-?[0-9]+";
        } else if (definition.pattern().isPresent()) {
            pattern = definition.pattern().get();
        } else {
            return Optional.empty();
        }
        Optional<String> standard = defaultText(variable).filter(text -> text.startsWith("(") && text.endsWith(")"));
        return Optional.of(standard.isEmpty() ? pattern : pattern + "|" + quoted(standard.get()));
    }

    private static String quoted(String text) {
        return text.replaceAll("[^A-Za-z0-9_\\-]", "\\\\$0");
    }
}
