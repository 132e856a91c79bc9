package dev.packs.archetype.bridge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what archetype-common and Velocity warn of in this thread, while it is open. */
public final class Warnings implements AutoCloseable {

    private static final ThreadLocal<@Nullable Warnings> OPEN = new ThreadLocal<>();
    private static final int MOST = 1_000;

    private final List<String> texts = new ArrayList<>();

    private Warnings() {}

    static Warnings collect() {
        Warnings warnings = new Warnings();
        OPEN.set(warnings);
        return warnings;
    }

    /** Keeps a warning; called by the logger that the libraries find. */
    public static void add(String text) {
        Warnings open = OPEN.get();
        if (open != null && open.texts.size() < MOST) {
            open.texts.add(text);
        }
    }

    /** How many there are so far. */
    static int count() {
        Warnings open = OPEN.get();
        return open == null ? 0 : open.texts.size();
    }

    /** Takes back all but the first so many. */
    static void forget(int count) {
        Warnings open = OPEN.get();
        if (open != null) {
            open.texts.subList(count, open.texts.size()).clear();
        }
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    @Override
    public void close() {
        OPEN.remove();
    }
}
