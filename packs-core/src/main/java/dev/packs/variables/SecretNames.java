package dev.packs.variables;

import dev.packs.pack.PackManifest;
import dev.packs.pack.VariableDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which variables of packs that are rendered together are secret: those that say so, and whatever is made of one of them by default. */
public final class SecretNames {

    private SecretNames() {}

    /** The names: one that is secret in one pack is secret in all. */
    public static Set<String> of(List<PackManifest> packs, Expressions expressions) {
        Set<String> secrets = new TreeSet<>();
        for (PackManifest pack : packs) {
            for (VariableDefinition variable : pack.variables()) {
                if (variable.secret()) {
                    secrets.add(variable.name());
                }
            }
        }
        // A default reads what is declared before it; but names count in all packs, so that one may have to be looked
        // at again.
        boolean grown = !secrets.isEmpty();
        while (grown) {
            grown = false;
            for (PackManifest pack : packs) {
                for (VariableDefinition variable : pack.variables()) {
                    if (!secrets.contains(variable.name()) && readsOne(variable, secrets, expressions)) {
                        secrets.add(variable.name());
                        grown = true;
                    }
                }
            }
        }
        return secrets;
    }

    private static boolean readsOne(VariableDefinition variable, Set<String> secrets, Expressions expressions) {
        Object standard = variable.defaultValue().orElse("");
        if (!Defaults.isExpression(standard)) {
            return false;
        }
        for (String name : expressions.names((String) standard)) {
            if (secrets.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
