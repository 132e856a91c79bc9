package dev.packs.operation;

import dev.packs.integrity.Digest;
import dev.packs.terminal.ShellText;
import dev.packs.terminal.Terminal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Who stands before a generation, and what they said beforehand.
 *
 * @param asks {@code packs.interactive}
 * @param hooks {@code packs.hooks}
 * @param terminal opened when it is first asked for; nothing with {@code -B}, and where there is none
 * @param command what was typed, up to the goal, for the command that repeats it
 * @param surroundings of the process
 */
public record Interaction(
        boolean asks, Hooks hooks, Supplier<Optional<Terminal>> terminal, String command, Surroundings surroundings) {

    /**
     * What is around the process.
     *
     * @param environment variables, of which hooks get some
     * @param log gets what hooks print
     */
    public record Surroundings(Map<String, String> environment, ShellText shell, Consumer<String> log) {

        public Surroundings {
            environment = Map.copyOf(environment);
        }
    }

    /** What was said of hooks. */
    public sealed interface Hooks {

        /** They do not run. */
        record Off() implements Hooks {}

        /** They may run once somebody has agreed at the terminal. */
        record Ask() implements Hooks {}

        /** They may run if they are these. */
        record Agreed(Digest digest) implements Hooks {}
    }

    /** Nobody is asked, and no hook runs. */
    public static Interaction none() {
        return new Interaction(
                false,
                new Hooks.Off(),
                Optional::empty,
                "mvn packs:generate",
                new Surroundings(Map.of(), ShellText.POSIX, line -> {}));
    }
}
