package dev.packs.archetype.export;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;

/** What archetypes cannot carry, with a way out. */
final class Untranslatable {

    static final String FIX =
            "give the values that it depends on now, `-Dvar.NAME=…`, so that it becomes plain text; or write it another way";

    private Untranslatable() {}

    static Problem at(Place place, String what) {
        return at(place, what, FIX);
    }

    static Problem at(Place place, String what, String help) {
        return Problem.at(ProblemCode.CANNOT_BE_CARRIED, place, what).help(help);
    }
}
