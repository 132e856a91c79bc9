package dev.packs.operation;

import java.util.Locale;

/**
 * One thing that is different in two versions of a pack.
 *
 * @param weight what it means for those who use the pack
 * @param text says it, without a final full stop
 */
record PackChange(Weight weight, String text) {

    /** By SemVer 2.0.0, the lightest first. */
    enum Weight {
        /** Nobody has to do anything: texts. */
        PATCH,
        /** There is more, and what was is as it was. */
        MINOR,
        /** What worked need not work any more. */
        MAJOR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PackChange major(String text) {
        return new PackChange(Weight.MAJOR, text);
    }

    static PackChange minor(String text) {
        return new PackChange(Weight.MINOR, text);
    }

    static PackChange patch(String text) {
        return new PackChange(Weight.PATCH, text);
    }
}
