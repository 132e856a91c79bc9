package dev.packs.terminal.jline;

import dev.packs.terminal.Terminal;
import dev.packs.terminal.TerminalEngine;
import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal of this process. Public for the service loader. */
public final class JLineEngine implements TerminalEngine {

    @Override
    public Optional<Terminal> open() {
        try {
            // `dumb(false)`: without a terminal none, in place of one that is none.
            return Optional.of(new JLineTerminal(TerminalBuilder.builder()
                    .name("packs")
                    .system(true)
                    .dumb(false)
                    .build()));
        } catch (IOException | IllegalStateException none) {
            return Optional.empty();
        }
    }
}
