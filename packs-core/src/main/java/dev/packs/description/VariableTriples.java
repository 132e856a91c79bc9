package dev.packs.description;

import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.pack.VariableDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Describes what a pack asks for. */
final class VariableTriples {

    private final Triples triples;

    private VariableTriples(Triples triples) {
        this.triples = triples;
    }

    static void add(Triples triples, Triples.Resource version, List<VariableDefinition> variables) {
        VariableTriples own = new VariableTriples(triples);
        for (int i = 0; i < variables.size(); i++) {
            VariableDefinition variable = variables.get(i);
            Iri iri = PackIris.part(version.iri(), "variable", variable.name());
            version.with(PacksTerms.VARIABLE, iri);
            own.variable(iri, variable, i);
        }
    }

    private void variable(Iri iri, VariableDefinition variable, int position) {
        Triples.Resource resource = triples.of(iri, PacksTerms.VARIABLE_CLASS)
                .with(SharedTerms.NAME, variable.name())
                .with(PacksTerms.POSITION, position + 1L)
                .with(PacksTerms.TYPE, variable.type().key())
                .with(PacksTerms.REQUIRED, variable.required())
                .with(PacksTerms.SECRET, variable.secret())
                .with(SharedTerms.DESCRIPTION, variable.description())
                .with(PacksTerms.DEFAULT, variable.secret() ? Optional.empty() : variable.defaultValue())
                .with(PacksTerms.EXAMPLE, variable.example())
                .with(PacksTerms.PATTERN, variable.pattern())
                .with(PacksTerms.MIN, variable.min())
                .with(PacksTerms.MAX, variable.max())
                .with(PacksTerms.TOPIC, variable.group())
                .with(PacksTerms.WHEN, variable.when());
        Set<Literal> options = new LinkedHashSet<>();
        for (Object option : variable.options()) {
            options.add(Values.literal(option));
        }
        for (Literal option : options) {
            resource.with(PacksTerms.OPTION, option);
        }
        if (variable.items().isPresent()) {
            Iri item = PackIris.below(iri, "items");
            resource.with(PacksTerms.ITEM, item);
            variable(item, variable.items().get(), 0);
        }
        for (int i = 0; i < variable.fields().size(); i++) {
            VariableDefinition field = variable.fields().get(i);
            Iri part = PackIris.below(iri, field.name());
            resource.with(PacksTerms.FIELD, part);
            variable(part, field, i);
        }
    }
}
