package dev.packs.search;

import dev.packs.pack.PackName;
import java.util.Optional;
import java.util.Set;

/** Packs that can be searched. All indexes score alike: of each word the best place where it stands, by {@link SearchField#weight}, and the sum of that. */
public interface SearchIndex {

    SearchHits find(SearchQuestion question, int limit);

    /** The pack of this name. */
    Optional<SearchedPack> named(PackName name);

    /** Words of ids, names, tags and keywords, and tags as they are written, that two typing mistakes at most make of this one; for what might have been meant. */
    Set<String> like(String word);
}
