package dev.packs.archetype.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives names to Velocity's variables, none of which is a variable of the pack, or a name that archetypes or Velocity give to something themselves. */
final class Names {

    /** What is in the context anyway, and what loops and macros put there. */
    static final Set<String> TAKEN = Set.of(
            "basedir",
            "rootArtifactId",
            "parentArtifactId",
            "packageInPathFormat",
            "foreach",
            "velocityCount",
            "velocityHasNext",
            "macro",
            "template",
            "define",
            "evaluate",
            "null",
            "true",
            "false");

    private final Set<String> used;

    Names(Set<String> variables) {
        used = new HashSet<>(TAKEN);
        used.addAll(variables);
    }

    /** A name that can stand between double underscores in a path: no two in a row, none at an end. */
    String fresh(String wish) {
        String base = wish.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        if (base.isEmpty()) {
            base = "value";
        }
        String name = base;
        for (int i = 2; !used.add(name); i++) {
            name = String.format(Locale.ROOT, "%s%d", base, i);
        }
        return name;
    }
}
