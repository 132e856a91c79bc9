package dev.packs.version;

/** How a version must stand to the one that is named. */
enum Relation {
    LESS,
    AT_MOST,
    EXACTLY,
    AT_LEAST,
    MORE;

    /** @param order what {@code compareTo} gave for the version against the one that is named */
    boolean holds(int order) {
        return switch (this) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case EXACTLY -> order == 0;
            case AT_LEAST -> order >= 0;
            case MORE -> order > 0;
        };
    }
}
