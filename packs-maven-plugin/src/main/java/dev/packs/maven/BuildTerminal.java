package dev.packs.maven;

import dev.packs.store.Store;
import dev.packs.terminal.Terminal;
import java.util.Optional;
import java.util.function.Supplier;

/** The terminal that Maven was started on, if questions may be asked there. Loads nothing until it is asked for. */
record BuildTerminal(MavenCall call, Supplier<Store> store, GoalRun run) implements Supplier<Optional<Terminal>> {

    /** Nothing with {@code -B}, or where the settings say the same. */
    @Override
    public Optional<Terminal> get() {
        return call.session().getRequest().isInteractiveMode()
                ? BuildGraphs.engines(call, store).terminals().open().map(run::alone)
                : Optional.empty();
    }
}
