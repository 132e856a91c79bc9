package dev.packs.pack;

/**
 * One file for each of something: {@code entity : entities} or {@code row : query(name)}.
 *
 * @param item the name under which the template sees one of them
 * @param from the list variable, or the query's name
 * @param query whether {@code from} names a query of the pack
 */
public record ForEach(String item, String from, boolean query) {

    @Override
    public String toString() {
        return item + " : " + (query ? "query(" + from + ")" : from);
    }
}
