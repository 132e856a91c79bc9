package dev.packs.catalog;

import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import java.util.List;
import java.util.Optional;

/** Something that a catalogue speaks of: a version of a pack, or a part of one. */
public final class Described {

    private final Catalog catalog;
    private final int number;

    /** @param number of its term; -1 for something that nobody speaks of */
    Described(Catalog catalog, int number) {
        this.catalog = catalog;
        this.number = number;
    }

    /** What stands there, if anything does: the text of a string, or of a value of another kind. */
    public Optional<String> text(Iri predicate) {
        return texts(predicate).stream().findFirst();
    }

    /** Everything that stands there, in the order of the catalogue, which is not that of a manifest. */
    public List<String> texts(Iri predicate) {
        return catalog.texts(number, predicate);
    }

    /** The things that it leads to, in no order that means anything. */
    public List<Described> parts(Iri predicate) {
        return catalog.objects(number, predicate).stream()
                .filter(object -> !(catalog.terms().term(object) instanceof Literal))
                .map(object -> new Described(catalog, object))
                .toList();
    }
}
