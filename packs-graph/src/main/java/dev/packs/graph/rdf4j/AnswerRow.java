package dev.packs.graph.rdf4j;

import dev.packs.graph.Term;
import java.util.AbstractMap;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One solution: a map from column to term, without what is unbound, over an array whose columns all rows of an answer share. */
final class AnswerRow extends AbstractMap<String, Term> {

    private final List<String> columns;
    private final @Nullable Term[] terms;

    /** @param terms one for each column, in their order, null where it is unbound; not copied */
    AnswerRow(List<String> columns, @Nullable Term... terms) {
        this.columns = columns;
        this.terms = terms;
    }

    /** As {@link dev.packs.graph.QueryAnswer.Rows#sorted}, without looking columns up. For rows of one answer. */
    static Comparator<AnswerRow> order() {
        Comparator<Term> order = Term.order();
        return (left, right) -> {
            for (int i = 0; i < left.terms.length; i++) {
                Term one = left.terms[i];
                Term other = right.terms[i];
                int compared = one == null || other == null
                        ? Boolean.compare(one != null, other != null)
                        : one == other ? 0 : order.compare(one, other);
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }

    @Override
    public @Nullable Term get(@Nullable Object column) {
        int at = columns.indexOf(column);
        return at < 0 ? null : terms[at];
    }

    @Override
    public boolean containsKey(@Nullable Object column) {
        return get(column) != null;
    }

    @Override
    public Set<Entry<String, Term>> entrySet() {
        Set<Entry<String, Term>> entries = new LinkedHashSet<>();
        for (int i = 0; i < terms.length; i++) {
            Term term = terms[i];
            if (term != null) {
                entries.add(new SimpleImmutableEntry<>(columns.get(i), term));
            }
        }
        return entries;
    }
}
