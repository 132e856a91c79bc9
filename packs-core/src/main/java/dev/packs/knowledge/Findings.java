package dev.packs.knowledge;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.Severity;
import dev.packs.graph.Violation;
import java.util.ArrayList;
import java.util.List;

/** What shapes and gates found. */
public final class Findings {

    private static final int SHOWN = 1000;

    private final List<Problem> violations = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private int hidden;

    /** What stops a generation. */
    public List<Problem> violations() {
        if (hidden == 0) {
            return List.copyOf(violations);
        }
        List<Problem> all = new ArrayList<>(violations);
        all.add(Problem.of(ProblemCode.SHAPE_VIOLATED, "and " + hidden + " violations more, which are not listed"));
        return all;
    }

    /** What is printed, and stops nothing. */
    public List<Problem> notes() {
        return List.copyOf(notes);
    }

    void add(Problem violation) {
        if (violations.size() < SHOWN) {
            violations.add(violation);
        } else {
            hidden++;
        }
    }

    void add(Violation found) {
        StringBuilder message = new StringBuilder()
                .append('`')
                .append(found.focusNode())
                .append("` ")
                .append(verb(found.severity()))
                .append(": ")
                .append(found.message())
                .append(" (");
        found.path().ifPresent(path -> message.append("path `").append(path).append("`, "));
        found.value().ifPresent(value -> message.append("value `").append(value).append("`, "));
        message.append("shape in `").append(found.shape()).append("`)");
        Problem problem = Problem.at(ProblemCode.SHAPE_VIOLATED, found.place().orElse(null), message.toString());
        if (found.severity() == Severity.VIOLATION) {
            add(problem);
        } else if (notes.size() < SHOWN) {
            notes.add(problem);
        }
    }

    private static String verb(Severity severity) {
        return switch (severity) {
            case VIOLATION -> "breaks a shape";
            case WARNING -> "should be mended";
            case INFO -> "is worth a look";
        };
    }
}
