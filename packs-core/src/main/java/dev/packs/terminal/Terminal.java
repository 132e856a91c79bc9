package dev.packs.terminal;

import java.util.List;

/** Somebody at a terminal. Whatever is shown is one line of plain text, see {@link PlainText}. For one thread. */
public interface Terminal extends AutoCloseable {

    /** Shows a line, from which control characters have been taken. */
    void show(String line);

    /**
     * Waits for a line.
     *
     * @param prompt stands before it
     * @param words that the terminal may complete
     * @return the line without its end
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#ASKING_ENDED} for the end of input, and where somebody interrupts
     */
    String ask(String prompt, List<String> words);

    /**
     * Waits for a line that must not be seen: nothing of it is echoed or remembered.
     *
     * @throws dev.packs.PacksException as {@link #ask}
     */
    String askSecret(String prompt);

    @Override
    void close();
}
