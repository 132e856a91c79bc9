package dev.packs.archetype.bridge;

import java.io.IOException;
import java.io.Writer;

/** Counts what a template writes into one file, and ends it where it is too much. */
final class GuardedWriter extends Writer {

    private final Writer target;
    private final Guard guard;
    private final String file;
    private long written;

    GuardedWriter(Writer target, Guard guard, String file) {
        this.target = target;
        this.guard = guard;
        this.file = file;
    }

    private void count(int length) {
        written += length;
        if (written > guard.limits().fileCharacters()) {
            throw guard.refuse(Guard.limit(
                    "`" + file + "` becomes longer than " + guard.limits().fileCharacters() + " characters"));
        }
        guard.characters(length);
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        count(length);
        target.write(buffer, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        count(length);
        target.write(text, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
