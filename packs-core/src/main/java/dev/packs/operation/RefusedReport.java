package dev.packs.operation;

import dev.packs.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found, where that is not good enough: it is told in full, and the goal fails.
 *
 * @param failures why
 */
public record RefusedReport(Report found, List<Problem> failures) implements Report {

    public RefusedReport {
        failures = List.copyOf(failures);
    }

    /** The report itself, unless there is something against it. */
    public static Report unlessGood(Report found, List<Problem> failures) {
        return failures.isEmpty() ? found : new RefusedReport(found, failures);
    }

    @Override
    public List<String> lines() {
        return found.lines();
    }

    @Override
    public Map<String, Object> document() {
        return found.document();
    }

    @Override
    public Optional<Tally> tally() {
        return found.tally();
    }

    @Override
    public List<Problem> warnings() {
        return found.warnings();
    }
}
