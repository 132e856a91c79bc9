package dev.packs.operation;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.hook.PackHooks;
import java.util.List;

/** What is told of hooks that were not run ({@link ProblemCode#HOOKS_LEFT_OUT}). */
final class HooksLeftOut {

    private HooksLeftOut() {}

    /**
     * Those of the pack that was named, and how to let them run.
     *
     * @param planned whatever was agreed to, a plan runs none
     */
    static Problem ofNamed(PackHooks hooks, boolean planned) {
        return told(
                        hooks,
                        " to run after it is generated, and "
                                + (planned ? "a plan runs none:\n" : "none was run:\n")
                                + listed(hooks))
                .help((planned ? "mvn packs:generate with " : "")
                        + "-Dpacks.hooks=run asks at a terminal; without one, -Dpacks.hooks=" + hooks.digest()
                        + " runs these, and no others");
    }

    /** Those of a pack that was not named. */
    static Problem ofOther(PackHooks hooks) {
        return told(hooks, ", which never run here: only those of the pack that you name can");
    }

    /** Those of a pack of which a project is composed: it would be for several authors to say what is right for the whole. */
    static Problem ofComposed(PackHooks hooks) {
        return told(hooks, ", and a composition runs none:\n" + listed(hooks))
                .help("read what they do, and run in the project what you want of it");
    }

    /** @param declaration its id in the pom */
    static Problem ofDeclared(PackHooks hooks, String declaration) {
        Problem told = told(hooks, ", which never run in a build");
        return Problem.at(told.code(), Place.of("pom.xml: <packs>/<pack> " + declaration), told.message())
                .help("what has to run in your build is an execution in your pom; see the hooks: mvn packs:show -Dpack="
                        + hooks.pack().name());
    }

    private static Problem told(PackHooks hooks, String how) {
        return Problem.of(
                ProblemCode.HOOKS_LEFT_OUT,
                "the pack " + hooks.pack() + " has " + Count.of(hooks.hooks().size(), "hook") + how);
    }

    /** A line for each, set in. */
    static String listed(PackHooks hooks) {
        List<String> lines = hooks.lines().stream().map(line -> "    " + line).toList();
        return String.join("\n", lines);
    }
}
