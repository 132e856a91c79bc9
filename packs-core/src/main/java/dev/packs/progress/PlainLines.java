package dev.packs.progress;

import java.util.function.Consumer;

/** Lines that stay, and therefore are few. */
public record PlainLines(Consumer<String> log) implements Screen {

    @Override
    public void show(String line) {
        log.accept(line);
    }

    @Override
    public long pause() {
        return 5_000;
    }

    @Override
    public void clear() {}
}
