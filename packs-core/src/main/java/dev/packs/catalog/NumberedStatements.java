package dev.packs.catalog;

import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import dev.packs.graph.TermTable;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements with their terms numbered in the order of their spellings.
 *
 * @param rows subject, predicate and object of one statement after the other
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record NumberedStatements(TermTable terms, int[] rows) {

    static NumberedStatements of(Collection<Statement> statements) {
        Map<Term, Integer> met = new HashMap<>();
        List<byte[]> spellings = new ArrayList<>();
        int[] rows = new int[3 * statements.size()];
        int at = 0;
        for (Statement statement : statements) {
            for (Term term : List.of(statement.subject(), statement.predicate(), statement.object())) {
                Integer number = met.get(term);
                if (number == null) {
                    number = spellings.size();
                    met.put(term, number);
                    spellings.add(term.toString().getBytes(StandardCharsets.UTF_8));
                }
                rows[at] = number;
                at++;
            }
        }
        Integer[] order = new Integer[spellings.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (left, right) -> Arrays.compareUnsigned(spellings.get(left), spellings.get(right)));
        int[] numbers = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            numbers[order[i]] = i;
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers[rows[i]];
        }
        return new NumberedStatements(table(order, spellings), rows);
    }

    private static TermTable table(Integer[] order, List<byte[]> spellings) {
        int length =
                spellings.stream().mapToInt(spelling -> spelling.length + 1).sum();
        ByteBuffer text = ByteBuffer.allocate(length);
        IntBuffer ends = IntBuffer.allocate(order.length);
        for (Integer number : order) {
            text.put(spellings.get(number));
            ends.put(text.position());
            text.put((byte) '\n');
        }
        return new TermTable(text.flip(), ends.flip());
    }
}
