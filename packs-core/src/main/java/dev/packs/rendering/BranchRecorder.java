package dev.packs.rendering;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Remembers which ways templates took: of a condition both, of a case and of a loop that it was entered. For one thread. */
public final class BranchRecorder {

    private final SortedSet<Branch> taken = new TreeSet<>();

    /**
     * One way.
     *
     * @param where what decides: a place in a template, or a condition of the manifest
     * @param yes whether it holds
     */
    public record Branch(String where, boolean yes) implements Comparable<Branch> {

        @Override
        public int compareTo(Branch other) {
            int order = where.compareTo(other.where);
            return order != 0 ? order : Boolean.compare(other.yes, yes);
        }

        /** {@code where holds}, {@code where does not hold}. */
        @Override
        public String toString() {
            return where + (yes ? " holds" : " does not hold");
        }
    }

    /** Notes one. */
    public void took(String where, boolean yes) {
        taken.add(new Branch(where, yes));
    }

    /** All that were taken. */
    public SortedSet<Branch> taken() {
        return Collections.unmodifiableSortedSet(taken);
    }
}
