package dev.packs;

import java.util.List;
import java.util.stream.Collectors;

/** Ends an operation with everything that is known to be wrong. The one exception that Packs throws on purpose. */
public final class PacksException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public PacksException(List<Problem> problems) {
        super(text(problems));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an exception needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    public PacksException(Problem problem) {
        this(List.of(problem));
    }

    /** For a failure below us: the cause is kept for {@code mvn -e}. */
    public PacksException(Problem problem, Throwable cause) {
        this(List.of(problem));
        initCause(cause);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Whether the user can mend every problem (input), as opposed to an environment that failed. */
    public boolean isMendable() {
        return problems.stream().allMatch(problem -> problem.code().isMendable());
    }

    private static String text(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
