package dev.packs.catalog;

import dev.packs.description.DescribedTerms;
import dev.packs.description.PackIris;
import dev.packs.graph.Iri;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the reader and the writer of catalogues have in common; the format stands in {@code docs/catalog.md}. */
final class CatalogFormat {

    /** Raised when a reader of before would not understand. */
    static final int VERSION = 1;

    static final String HEAD = "packs-catalog " + VERSION;
    static final String VOCABULARY = "vocabulary";
    static final String PACKS = "packs";
    static final String TERMS = "terms";
    static final String TRIPLES = "triples";

    /** Bytes; a manifest has fewer, and its texts may double when they are escaped. */
    static final int LONGEST_TERM = 1 << 19;

    /** Bytes of any other line but those of triples: a group, an id and a version at their longest, and two digests. */
    static final int LONGEST_LINE = 1024;

    /** What things in a description are called. */
    static final List<String> SUBJECTS = List.of(
            PackIris.PACKS, "https://packs.dev/package/", "https://packs.dev/versions/", "http://spdx.org/licenses/");

    static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    private CatalogFormat() {}

    /** The spellings of all predicates of a description. */
    static Set<String> predicates() {
        Set<String> spellings = new TreeSet<>();
        for (Iri predicate : DescribedTerms.PREDICATES) {
            spellings.add(predicate.toString());
        }
        return spellings;
    }
}
