package dev.packs.search.lucene;

import dev.packs.search.SearchField;
import java.util.List;

/** How the fields of a document are called; those of words by their {@link SearchField}. */
final class Fields {

    /** {@code group:id}. */
    static final String PACK = "exact-pack";

    static final String GROUP = "exact-group";
    static final String WHOLE = "whole-name";
    static final String CATEGORY = "exact-category";
    static final String TAG = "exact-tag";

    /** What is given back, not searched. */
    static final String STORED = "stored";

    /** In which a word may be meant that was not found. */
    static final List<String> NAMING = List.of(
            SearchField.ID.name(), SearchField.NAME.name(), SearchField.TAG.name(), SearchField.KEYWORD.name(), TAG);

    private Fields() {}
}
