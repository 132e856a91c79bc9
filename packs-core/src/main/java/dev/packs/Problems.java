package dev.packs;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that all independent ones are reported at once. Not safe for use by several threads. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> list() {
        return List.copyOf(found);
    }

    /** @throws PacksException with everything that was added, if anything was */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new PacksException(found);
        }
    }
}
