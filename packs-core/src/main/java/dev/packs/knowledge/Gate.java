package dev.packs.knowledge;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.Literal;
import dev.packs.graph.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A query whose rows are violations.
 *
 * @param message of its first comment; columns that it names as <code>{?column}</code> are filled in
 */
public record Gate(Place place, String text, String message) {

    private static final String MARK = "# MESSAGE:";
    private static final String NO_MESSAGE = "the gate has a row";

    static Gate of(Place place, String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String stripped = line.strip();
            if (stripped.startsWith(MARK)) {
                return new Gate(place, text, stripped.substring(MARK.length()).strip());
            }
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                break;
            }
        }
        return new Gate(place, text, NO_MESSAGE);
    }

    /** What a row says: the message, and behind it the columns that the message does not name. */
    Problem violation(List<String> columns, Map<String, Term> row) {
        String said = message;
        List<String> others = new ArrayList<>();
        for (String column : columns) {
            String name = "{?" + column + "}";
            String value = shown(row.get(column));
            if (said.contains(name)) {
                said = said.replace(name, value);
            } else {
                others.add("?" + column + " = " + value);
            }
        }
        return Problem.at(
                ProblemCode.SHAPE_VIOLATED,
                place,
                others.isEmpty() ? said : said + " (" + String.join(", ", others) + ")");
    }

    private static String shown(@org.jspecify.annotations.Nullable Term term) {
        if (term == null) {
            return "nothing";
        }
        return term instanceof Literal literal ? literal.lexical() : term.toString();
    }
}
