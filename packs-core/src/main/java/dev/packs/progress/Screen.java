package dev.packs.progress;

/** Where a progress is shown. */
public interface Screen {

    /** In the place of the line that was shown before. */
    void show(String line);

    /** Milliseconds from one line to the next, and before the first. */
    long pause();

    /** Takes away what was shown, as if it had never been there. */
    void clear();
}
