package dev.packs.resolution;

import dev.packs.pack.PackName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Why there is no solution: a proof whose leaves are what was asked and what packs depend on. */
public final class Derivation {

    private final Incompatibility conclusion;
    private final List<Candidates> packs;
    private final List<PackName> known;

    Derivation(Incompatibility conclusion, List<Candidates> packs, List<PackName> known) {
        this.conclusion = conclusion;
        this.packs = List.copyOf(packs);
        this.known = known;
    }

    Incompatibility conclusion() {
        return conclusion;
    }

    List<Candidates> packs() {
        return packs;
    }

    List<PackName> known() {
        return known;
    }

    /** The leaves, in the order of the proof. */
    List<Incompatibility> facts() {
        return steps().stream()
                .filter(step -> !(step.cause() instanceof Cause.Follows))
                .toList();
    }

    /** Every step once. Without recursion, since a proof may be deep. */
    List<Incompatibility> steps() {
        Set<Incompatibility> seen = new HashSet<>();
        List<Incompatibility> steps = new ArrayList<>();
        Deque<Incompatibility> open = new ArrayDeque<>(List.of(conclusion));
        while (!open.isEmpty()) {
            Incompatibility step = open.pop();
            if (seen.add(step)) {
                steps.add(step);
                if (step.cause() instanceof Cause.Follows follows) {
                    open.push(follows.right());
                    open.push(follows.left());
                }
            }
        }
        return steps;
    }
}
