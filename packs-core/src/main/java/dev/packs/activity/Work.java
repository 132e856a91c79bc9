package dev.packs.activity;

/** The kinds of work that take time. One may happen inside of another: packs are downloaded while they are resolved. */
public enum Work {
    /** Choosing versions. */
    RESOLVE("resolve", "resolving"),
    /** One transfer from a repository; what Maven has already is none. */
    DOWNLOAD("download", "downloading"),
    /** Whether bytes are what they have to be: digests, and archives that keep to the rules. */
    VERIFY("verify", "verifying"),
    /** One question to a graph. */
    QUERY("query", "querying"),
    /** One file made of a template, merged or copied. */
    RENDER("render", "rendering"),
    /** Files that come to their place, or lie ready for it. */
    WRITE("write", "writing");

    private final String word;
    private final String doing;

    Work(String word, String doing) {
        this.word = word;
        this.doing = doing;
    }

    /** As documents spell it: {@code resolve}. */
    public String word() {
        return word;
    }

    /** As people are told: {@code resolving}. */
    public String doing() {
        return doing;
    }
}
