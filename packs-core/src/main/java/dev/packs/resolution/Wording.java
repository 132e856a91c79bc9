package dev.packs.resolution;

import dev.packs.Nearest;
import dev.packs.pack.PackName;
import java.util.ArrayList;
import java.util.List;

/** Says in words what an incompatibility means. */
final class Wording {

    private final Derivation derivation;

    Wording(Derivation derivation) {
        this.derivation = derivation;
    }

    String of(Incompatibility incompatibility) {
        Cause cause = incompatibility.cause();
        if (cause instanceof Cause.Asked asked) {
            Requirement requirement = asked.requirement();
            return requirement.askedBy() + " asks for " + requirement.name() + " " + requirement.constraint()
                    + shortage(asked.pack(), incompatibility);
        }
        if (cause instanceof Cause.Depends depends) {
            String from = depends.from() == depends.to()
                    ? pack(depends.from()).name().toString()
                    : versions(term(incompatibility, depends.from()));
            return from
                    + (depends.dependency().optional() ? " accepts only " : " depends on ")
                    + depends.dependency().name()
                    + " "
                    + depends.dependency().constraint()
                    + shortage(depends.to(), incompatibility);
        }
        return conclusion(incompatibility);
    }

    private static Term term(Incompatibility incompatibility, int pack) {
        return incompatibility.terms().stream()
                .filter(term -> term.pack() == pack)
                .findFirst()
                .orElseThrow();
    }

    /** Where nothing satisfies the constraint, that the pack is unknown or has no such version. */
    private String shortage(int pack, Incompatibility incompatibility) {
        if (incompatibility.terms().stream().anyMatch(term -> term.pack() == pack)) {
            return "";
        }
        if (!pack(pack).versions().isEmpty()) {
            return ", which no version satisfies";
        }
        List<String> names = derivation.known().stream().map(PackName::toString).toList();
        return ", which is not to be found"
                + Nearest.question(pack(pack).name().toString(), names)
                        .map(question -> " (" + question + ")")
                        .orElse("");
    }

    private String conclusion(Incompatibility incompatibility) {
        List<String> present = new ArrayList<>();
        List<String> needed = new ArrayList<>();
        for (Term term : incompatibility.terms()) {
            if (term.set().has(pack(term.pack()).absent())) {
                needed.add(versions(new Term(term.pack(), term.set().complement())));
            } else {
                present.add(versions(term));
            }
        }
        if (present.isEmpty()) {
            return needed.isEmpty() ? "there is no solution" : String.join(" or ", needed) + " is needed";
        }
        if (needed.isEmpty()) {
            String every = "every version of ";
            if (present.size() == 1 && present.get(0).startsWith(every)) {
                return "no version of " + present.get(0).substring(every.length()) + " can be used";
            }
            return present.size() == 1
                    ? present.get(0) + " cannot be used"
                    : String.join(" and ", present) + " cannot be used together";
        }
        return String.join(" with ", present) + " needs " + String.join(" or ", needed);
    }

    /** {@code a 1.0.0}, {@code a 1.0.0 to 1.4.0 or 2.0.0}, {@code every version of a}. */
    String versions(Term term) {
        Candidates candidates = pack(term.pack());
        List<String> runs = new ArrayList<>();
        int size = candidates.versions().size();
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (!term.set().has(i)) {
                continue;
            }
            int end = i;
            while (end + 1 < size && term.set().has(end + 1)) {
                end++;
            }
            count += end - i + 1;
            String first = candidates.versions().get(i).toString();
            if (end == i) {
                runs.add(first);
            } else {
                runs.add(first
                        + (end == i + 1 ? " or " : " to ")
                        + candidates.versions().get(end));
            }
            i = end;
        }
        if (count == size && size > 1) {
            return "every version of " + candidates.name();
        }
        return candidates.name() + " " + String.join(" or ", runs);
    }

    private Candidates pack(int number) {
        return derivation.packs().get(number);
    }
}
