package dev.packs.description;

import dev.packs.graph.Iri;
import java.util.Collection;
import java.util.List;

/** What other triples say about versions of a thing. */
@FunctionalInterface
public interface KnownConstraints {

    KnownConstraints NONE = target -> List.of();

    /**
     * The constraints on one thing, as they were written.
     *
     * @param target a pack, a package, or a tool in the namespace of {@link PacksTerms}
     */
    Collection<String> on(Iri target);
}
