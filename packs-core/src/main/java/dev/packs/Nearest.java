package dev.packs;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the valid name that somebody most likely meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate with the smallest optimal string alignment distance (a swap of neighbours counts one; case does not count), if it is at most a third of the
     * longer name's length, at least one and at most three. Of equals the first in natural order; never the wrong name itself.
     */
    public static Optional<String> to(String wrong, Collection<String> candidates) {
        String asked = wrong.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> !candidate.equals(wrong))
                .filter(candidate -> distance(asked, candidate.toLowerCase(Locale.ROOT))
                        <= Math.min(3, Math.max(1, Math.max(asked.length(), candidate.length()) / 3)))
                .min(Comparator.<String>comparingInt(candidate -> distance(asked, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A sentence for a help line: {@code did you mean `x`?}, or nothing when no candidate is near. */
    public static Optional<String> question(String wrong, Collection<String> candidates) {
        return to(wrong, candidates).map(name -> "did you mean `" + name + "`?");
    }

    /** How many letters are wrong, missing, too many, or swapped with their neighbour (optimal string alignment). */
    public static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
