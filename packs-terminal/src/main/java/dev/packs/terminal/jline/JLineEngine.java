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
        // JLine looks for its providers with the thread's class loader, which is that of whoever asks.
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(JLineEngine.class.getClassLoader());
        try {
            // `dumb(false)`: without a terminal none, in place of one that is none.
            return Optional.of(new JLineTerminal(TerminalBuilder.builder()
                    .name("packs")
                    .system(true)
                    .dumb(false)
                    .build()));
        } catch (IOException | IllegalStateException none) {
            return Optional.empty();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
