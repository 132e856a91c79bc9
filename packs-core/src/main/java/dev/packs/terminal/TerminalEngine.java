package dev.packs.terminal;

import java.util.Optional;

/** What opens terminals; found by {@link java.util.ServiceLoader} in an engine of its own. */
public interface TerminalEngine {

    /** The terminal that this process was started on; nothing where its input or its output is none. */
    Optional<Terminal> open();
}
