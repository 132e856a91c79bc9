package dev.packs.merge;

/**
 * A place where two files say different things.
 *
 * @param where the place inside the file: {@code server.port}, {@code dependencies/org.slf4j:slf4j-api/version}
 * @param kept what the merged file says, whole: whoever shows it takes out what is secret before they cut it
 * @param dropped what it does not say
 * @param reason why, as the end of a sentence: {@code the earlier pack decides}
 */
public record MergeChoice(String where, String kept, String dropped, String reason) {

    /** What the earlier of two files says stays, because it is the earlier one. */
    public static MergeChoice ofEarlier(String where, String kept, String dropped) {
        return new MergeChoice(where, kept, dropped, "the earlier pack decides");
    }
}
