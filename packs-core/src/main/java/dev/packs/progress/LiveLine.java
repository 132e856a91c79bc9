package dev.packs.progress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One line of a terminal that is written over and over. It leaves the cursor at the line's start: what somebody else prints then begins where a line begins. A terminal that is narrower
 * shows as much of it as it has columns, since wrapping is switched off around it (DECAWM of the VT100); a console that has no TERM, as on Windows, may show these two sequences, and gets none.
 */
public final class LiveLine implements Screen {

    private static final String NO_WRAPPING = "\u001b[?7l";
    private static final String WRAPPING = "\u001b[?7h";

    private final OutputStream terminal;
    private final boolean isVt100;
    private String shown = "";

    /**
     * A line.
     *
     * @param terminal takes bytes at once, without a buffer
     * @param isVt100 whether it knows escape sequences
     */
    public LiveLine(OutputStream terminal, boolean isVt100) {
        this.terminal = terminal;
        this.isVt100 = isVt100;
    }

    @Override
    public void show(String line) {
        if (!line.equals(shown)) {
            write(line + " ".repeat(Math.max(0, shown.length() - line.length())));
            shown = line;
        }
    }

    @Override
    public long pause() {
        return 100;
    }

    @Override
    public void clear() {
        if (!shown.isEmpty()) {
            write(" ".repeat(shown.length()));
            shown = "";
        }
    }

    private void write(String line) {
        try {
            String whole = isVt100 ? NO_WRAPPING + line + WRAPPING : line;
            terminal.write(("\r" + whole + "\r").getBytes(StandardCharsets.US_ASCII));
            terminal.flush();
        } catch (IOException gone) {
            // Whoever has closed the terminal does not look at it.
        }
    }
}
