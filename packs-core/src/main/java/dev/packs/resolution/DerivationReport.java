package dev.packs.resolution;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells a reader why there is no solution, step by step, each on a line; a step that is used again has a number. The order follows PubGrub's error reporting.
 */
public final class DerivationReport {

    /** Longer proofs are of no use to a reader, who then gets the facts alone. */
    private static final int MOST_STEPS = 600;

    private static final int MOST_FACTS = 20;
    private static final int MOST_VERSIONS = 8;

    private final Unsolvable unsolvable;
    private final Wording wording;
    private final List<String> lines = new ArrayList<>();
    private final Map<Incompatibility, Integer> uses = new HashMap<>();
    private final Map<Incompatibility, Integer> numbers = new HashMap<>();

    private DerivationReport(Unsolvable unsolvable) {
        this.unsolvable = unsolvable;
        this.wording = new Wording(unsolvable.derivation());
    }

    /**
     * The whole failure: {@link ProblemCode#CONFLICT}, or {@link ProblemCode#PACK_NOT_FOUND} or {@link ProblemCode#VERSION_NOT_FOUND} where what is missing was
     * asked for directly.
     */
    public static Problem problem(Unsolvable unsolvable) {
        return new DerivationReport(unsolvable).toProblem();
    }

    /** The steps alone, without a final line break. */
    public static String text(Unsolvable unsolvable) {
        return new DerivationReport(unsolvable).steps();
    }

    private Problem toProblem() {
        Derivation derivation = unsolvable.derivation();
        String available = available();
        if (derivation.conclusion().cause() instanceof Cause.Asked asked) {
            boolean unknown = derivation.packs().get(asked.pack()).versions().isEmpty();
            return Problem.of(
                            unknown ? ProblemCode.PACK_NOT_FOUND : ProblemCode.VERSION_NOT_FOUND,
                            wording.of(derivation.conclusion()) + available)
                    .help(help());
        }
        return Problem.of(
                        ProblemCode.CONFLICT,
                        "no choice of versions satisfies every constraint\n    "
                                + steps().replace("\n", "\n    ")
                                + available)
                .help(help());
    }

    private static int wanted(Cause fact) {
        return fact instanceof Cause.Asked asked ? asked.pack() : ((Cause.Depends) fact).to();
    }

    /** The versions of the packs that several facts speak of, or of which there is none that fits. */
    private String available() {
        Set<Integer> asked = new TreeSet<>();
        Set<Integer> disputed = new TreeSet<>();
        for (Incompatibility fact : unsolvable.derivation().facts()) {
            int pack = wanted(fact.cause());
            boolean isShort = fact.terms().stream().noneMatch(term -> term.pack() == pack);
            if (!asked.add(pack) || isShort) {
                disputed.add(pack);
            }
        }
        StringBuilder text = new StringBuilder();
        for (int number : disputed.stream().limit(MOST_FACTS).toList()) {
            Candidates pack = unsolvable.derivation().packs().get(number);
            if (!pack.versions().isEmpty()) {
                text.append("\n  available: ").append(pack.name()).append(' ').append(newest(pack.versions()));
            }
        }
        return text.toString();
    }

    private static String newest(List<Version> versions) {
        int older = Math.max(0, versions.size() - MOST_VERSIONS);
        return versions.subList(older, versions.size()).stream()
                        .map(Version::toString)
                        .collect(Collectors.joining(", "))
                + (older == 0 ? "" : " and " + older + " older");
    }

    private String help() {
        if (unsolvable.derivation().conclusion().cause() instanceof Cause.Asked asked) {
            List<Version> versions =
                    unsolvable.derivation().packs().get(asked.pack()).versions();
            if (!versions.isEmpty() && versions.stream().allMatch(Version::isPreRelease)) {
                String named = asked.requirement().name() + "@" + versions.get(versions.size() - 1);
                boolean isOption = asked.requirement().askedBy().startsWith("-D");
                return "only pre-releases are there: name one, "
                        + (isOption ? asked.requirement().askedBy() + "=" + named : "as in `" + named + "`");
            }
        }
        if (unsolvable.advice().isEmpty()) {
            return "no change of a single requirement leads to a solution; the packs named above need versions that agree";
        }
        Advice advice = unsolvable.advice().get();
        Requirement requirement = advice.requirement();
        String name = "`" + requirement.name() + "`";
        return advice.instead()
                .map(instead -> "ask for " + name + " with `" + instead + "` instead of `" + requirement.constraint()
                        + "` (" + requirement.askedBy() + "); with that there is a solution")
                .orElseGet(() -> "leave out " + name + " (" + requirement.askedBy() + "); the rest has a solution");
    }

    private String steps() {
        List<Incompatibility> steps = unsolvable.derivation().steps();
        Incompatibility conclusion = unsolvable.derivation().conclusion();
        if (steps.size() > MOST_STEPS) {
            return facts();
        }
        if (!(conclusion.cause() instanceof Cause.Follows)) {
            return wording.of(conclusion) + ".";
        }
        for (Incompatibility step : steps) {
            if (step.cause() instanceof Cause.Follows follows) {
                uses.merge(follows.left(), 1, Integer::sum);
                uses.merge(follows.right(), 1, Integer::sum);
            }
        }
        explain(conclusion);
        return String.join("\n", lines);
    }

    private String facts() {
        List<Incompatibility> facts = unsolvable.derivation().facts();
        String text = facts.stream()
                .limit(MOST_FACTS)
                .map(fact -> wording.of(fact) + ".")
                .collect(Collectors.joining("\n"));
        int more = facts.size() - MOST_FACTS;
        return text + (more > 0 ? "\nAnd " + more + " more." : "") + "\nThese exclude each other.";
    }

    private void explain(Incompatibility step) {
        if (!(step.cause() instanceof Cause.Follows follows)) {
            return;
        }
        Incompatibility left = follows.left();
        Incompatibility right = follows.right();
        if (isFact(left) && isFact(right)) {
            write("Because " + say(left) + " and " + say(right), step);
        } else if (isFact(left) || isFact(right)) {
            explain(isFact(left) ? right : left, isFact(left) ? left : right, step);
        } else if (numbers.containsKey(left) && numbers.containsKey(right)) {
            write("Because " + say(left) + " and " + say(right), step);
        } else if (numbers.containsKey(left) || numbers.containsKey(right)) {
            explain(numbers.containsKey(left) ? right : left);
            write("And because " + say(numbers.containsKey(left) ? left : right), step);
        } else {
            boolean leftFirst = !isSimple(left) || isSimple(right);
            Incompatibility first = leftFirst ? left : right;
            Incompatibility second = leftFirst ? right : left;
            uses.merge(first, 1, Integer::sum);
            explain(first);
            lines.add("");
            if (!numbers.containsKey(second)) {
                explain(second);
            }
            write("And because " + say(first), step);
        }
    }

    /** A conclusion and a fact; a conclusion that itself stands on one fact and one conclusion is told in the same breath. */
    private void explain(Incompatibility derived, Incompatibility fact, Incompatibility step) {
        if (numbers.containsKey(derived)) {
            write("Because " + say(fact) + " and " + say(derived), step);
            return;
        }
        if (derived.cause() instanceof Cause.Follows inner
                && uses.getOrDefault(derived, 0) < 2
                && isFact(inner.left()) != isFact(inner.right())) {
            Incompatibility innerFact = isFact(inner.left()) ? inner.left() : inner.right();
            Incompatibility innerDerived = isFact(inner.left()) ? inner.right() : inner.left();
            if (!numbers.containsKey(innerDerived)) {
                explain(innerDerived);
                write("And because " + say(innerFact) + " and " + say(fact), step);
                return;
            }
        }
        explain(derived);
        write("And because " + say(fact), step);
    }

    private static boolean isFact(Incompatibility step) {
        return !(step.cause() instanceof Cause.Follows);
    }

    private static boolean isSimple(Incompatibility step) {
        return step.cause() instanceof Cause.Follows follows && isFact(follows.left()) && isFact(follows.right());
    }

    private String say(Incompatibility step) {
        Integer number = numbers.get(step);
        return wording.of(step) + (number == null ? "" : " (" + number + ")");
    }

    private void write(String reason, Incompatibility step) {
        String number = "";
        if (uses.getOrDefault(step, 0) > 1) {
            numbers.put(step, numbers.size() + 1);
            number = " (" + numbers.size() + ")";
        }
        lines.add(reason + ", " + wording.of(step) + "." + number);
    }
}
