package dev.packs.maven;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.operation.Interaction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code packs.hooks}. */
final class HookParameter {

    private HookParameter() {}

    /**
     * What was said.
     *
     * @param text {@code off}, {@code run} or a digest, with or without {@code sha256:}
     * @throws dev.packs.PacksException {@link ProblemCode#PARAMETER_INVALID} for anything else
     */
    static Interaction.Hooks parse(@Nullable String text) {
        String said = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return switch (said) {
            case "", "off", "false" -> new Interaction.Hooks.Off();
            case "run" -> new Interaction.Hooks.Ask();
            default ->
                Digest.find(said.startsWith("sha256:") ? said : "sha256:" + said)
                        .<Interaction.Hooks>map(Interaction.Hooks.Agreed::new)
                        .orElseThrow(() -> Problem.of(
                                        ProblemCode.PARAMETER_INVALID, "`" + text + "` cannot be `packs.hooks`")
                                .help(Nearest.question(said, List.of("off", "run"))
                                                .map(near -> near + "\n")
                                                .orElse("")
                                        + "`off`; `run`, which asks at a terminal; or the digest of the hooks, which the goal"
                                        + " says without the property")
                                .asException());
        };
    }
}
