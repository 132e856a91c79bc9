package dev.packs.search;

/** Where a word may stand in what a pack says of itself; what stands first counts most. */
public enum SearchField {
    ID(60),
    NAME(50),
    TAG(40),
    KEYWORD(30),
    CATEGORY(20),
    DESCRIPTION(10),
    GROUP(5);

    private final int weight;

    SearchField(int weight) {
        this.weight = weight;
    }

    /** What a word of a question counts that agrees with one here. */
    public int weight(Agreement agreement) {
        return weight * agreement.factor();
    }
}
