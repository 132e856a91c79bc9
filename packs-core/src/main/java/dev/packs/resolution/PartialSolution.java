package dev.packs.resolution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search has decided and derived so far, in order, so that it can be taken back. */
final class PartialSolution {

    private final List<Candidates> packs;
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<List<Assignment>> byPack = new ArrayList<>();
    private final List<VersionSet> initial = new ArrayList<>();
    private final BitSet open = new BitSet();
    private int level;

    /** @param packs grows while the search meets new ones */
    PartialSolution(List<Candidates> packs) {
        this.packs = packs;
    }

    int level() {
        return level;
    }

    VersionSet states(int pack) {
        List<Assignment> history = history(pack);
        return history.isEmpty()
                ? initial.get(pack)
                : history.get(history.size() - 1).states();
    }

    private List<Assignment> history(int pack) {
        while (byPack.size() <= pack) {
            initial.add(packs.get(byPack.size()).everything());
            byPack.add(new ArrayList<>(4));
        }
        return byPack.get(pack);
    }

    boolean isDecided(int pack) {
        List<Assignment> history = history(pack);
        return !history.isEmpty() && history.get(history.size() - 1).cause() == null;
    }

    /** The packs that must be chosen and are not yet decided. */
    BitSet open() {
        return open;
    }

    void decide(int pack, int version) {
        level++;
        add(pack, packs.get(pack).one(version), null);
    }

    void derive(Term excluded, Incompatibility cause) {
        add(excluded.pack(), excluded.set().complement(), cause);
    }

    private void add(int pack, VersionSet set, @Nullable Incompatibility cause) {
        Assignment step = new Assignment(pack, set, states(pack).and(set), level, assignments.size(), cause);
        assignments.add(step);
        history(pack).add(step);
        open.set(pack, cause != null && !step.states().has(packs.get(pack).absent()));
    }

    /** Takes back everything above the level. */
    void backtrack(int to) {
        while (!assignments.isEmpty() && assignments.get(assignments.size() - 1).level() > to) {
            Assignment last = assignments.remove(assignments.size() - 1);
            List<Assignment> history = history(last.pack());
            history.remove(history.size() - 1);
            // A decision is the last step of its pack, so what is left of the history was derived.
            open.set(
                    last.pack(),
                    !history.isEmpty()
                            && !states(last.pack()).has(packs.get(last.pack()).absent()));
        }
        level = to;
    }

    /** The first step after which the term holds; the term must hold now. */
    Assignment satisfier(Term term) {
        for (Assignment step : history(term.pack())) {
            if (step.states().isWithin(term.set())) {
                return step;
            }
        }
        throw new IllegalStateException("the term does not hold");
    }

    /** The level from which on the term would hold, if the step were made; 0 if the step alone suffices. */
    int levelBefore(Assignment satisfier, Term term) {
        if (satisfier.set().isWithin(term.set())) {
            return 0;
        }
        for (Assignment step : history(term.pack())) {
            if (step.states().and(satisfier.set()).isWithin(term.set())) {
                return step.level();
            }
        }
        throw new IllegalStateException("the term does not hold");
    }
}
