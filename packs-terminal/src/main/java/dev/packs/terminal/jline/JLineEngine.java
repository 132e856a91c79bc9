package dev.packs.terminal.jline;

import dev.packs.terminal.Terminal;
import dev.packs.terminal.TerminalEngine;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal of this process. Public for the service loader. */
public final class JLineEngine implements TerminalEngine {

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    @Override
    public Optional<Terminal> open() {
        // `dumb(false)`: without a terminal none, in place of one that is none.
        return open(TerminalBuilder.builder().name("packs").system(true).dumb(false));
    }

    /** Nothing where there is no terminal, and where it is one on which nothing can be hidden. */
    static Optional<Terminal> open(TerminalBuilder builder) {
        // JLine looks for its providers with the thread's class loader, which is that of whoever asks.
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(JLineEngine.class.getClassLoader());
        // Of a type that the machine does not know, JLine tells with a whole stack trace, and goes on as if it were a
        // plain one.
        Level told = JLINE.getLevel();
        JLINE.setLevel(Level.OFF);
        try {
            return usable(builder.build());
        } catch (IOException | IllegalStateException none) {
            return Optional.empty();
        } finally {
            JLINE.setLevel(told);
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /**
     * Where nothing that was shown can be taken back, JLine lets the terminal echo a secret and writes over it, again and again. One without columns is none: nobody sees a question there.
     */
    private static Optional<Terminal> usable(org.jline.terminal.Terminal terminal) throws IOException {
        if (terminal.getType().startsWith(org.jline.terminal.Terminal.TYPE_DUMB) || terminal.getWidth() <= 0) {
            terminal.close();
            return Optional.empty();
        }
        return Optional.of(new JLineTerminal(terminal));
    }
}
