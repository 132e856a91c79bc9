package dev.packs.resolution;

import java.util.ArrayList;
import java.util.List;

/** Terms that must not all hold; without terms it says that there is no solution. */
final class Incompatibility {

    private final List<Term> terms;
    private final Cause cause;

    /** @param terms at most one for each pack; a term that always holds is left out */
    Incompatibility(List<Term> terms, Cause cause) {
        this.terms = new ArrayList<>(terms.size());
        for (Term term : terms) {
            if (!term.set().isAll()) {
                this.terms.add(term);
            }
        }
        this.cause = cause;
    }

    List<Term> terms() {
        return terms;
    }

    Cause cause() {
        return cause;
    }

    /** Makes a dependency also that of another version, which keeps everything true that was concluded from it. */
    void widen(int pack, int version) {
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).pack() == pack) {
                terms.set(i, new Term(pack, terms.get(i).set().with(version)));
                return;
            }
        }
    }

    /** What follows from both about everything but the pack, and about the pack that it is in one set or the other. */
    Incompatibility resolve(Incompatibility other, int pack) {
        List<Term> result = new ArrayList<>(terms);
        for (Term theirs : other.terms) {
            int mine = 0;
            while (mine < result.size() && result.get(mine).pack() != theirs.pack()) {
                mine++;
            }
            if (mine == result.size()) {
                result.add(theirs);
            } else {
                VersionSet set = result.get(mine).set();
                result.set(
                        mine,
                        new Term(theirs.pack(), theirs.pack() == pack ? set.or(theirs.set()) : set.and(theirs.set())));
            }
        }
        return new Incompatibility(result, new Cause.Follows(this, other));
    }
}
