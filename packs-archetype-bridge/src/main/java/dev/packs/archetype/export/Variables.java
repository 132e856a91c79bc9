package dev.packs.archetype.export;

import dev.packs.draft.DraftVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables that an archetype asks for, each under its own name. */
record Variables(Map<String, DraftVariable> byName) {

    static Variables of(List<DraftVariable> variables) {
        Map<String, DraftVariable> byName = new HashMap<>();
        for (DraftVariable variable : variables) {
            byName.put(variable.name(), variable);
        }
        return new Variables(byName);
    }

    Kind kind(String name) {
        DraftVariable variable = byName.get(name);
        if (variable == null) {
            return Kind.TEXT;
        }
        return switch (variable.definition().type()) {
            case INTEGER -> Kind.INTEGER;
            case BOOLEAN -> Kind.BOOLEAN;
            default -> Kind.TEXT;
        };
    }

    boolean isNullable(String name) {
        DraftVariable variable = byName.get(name);
        return variable != null && variable.isNullable();
    }
}
