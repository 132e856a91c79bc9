package dev.packs.graph.rdf4j;

import dev.packs.graph.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a whole query that is a {@link Shape}: terms are made once for each value, and rows without an order of their own are sorted by numbers. */
final class NumberedAnswer {

    private static final int FIRST_ROWS = 64;

    private final Guard guard;
    private final Account account;
    private final int width;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<Term> terms = new ArrayList<>();
    private int[] rows;
    private int size;

    /** @param width how many columns the answer has */
    NumberedAnswer(Guard guard, Account account, int width) {
        this.guard = guard;
        this.account = account;
        this.width = width;
        rows = new int[FIRST_ROWS * width];
    }

    /** What makes terms of numbers. */
    interface Values {
        Term term(int number);
    }

    /**
     * Takes a row.
     *
     * @param row numbers, of which {@link NumberedRows#UNBOUND} is none
     * @param columns where each column of the answer is in the row; negative for nowhere
     */
    void add(int[] row, int[] columns, Values values) {
        int from = size * width;
        if (from == rows.length && width > 0) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        for (int i = 0; i < width; i++) {
            int number = columns[i] < 0 ? NumberedRows.UNBOUND : row[columns[i]];
            rows[from + i] = number == NumberedRows.UNBOUND ? -1 : place(number, values);
        }
        account.book(Account.weightOfRow(width));
        size++;
    }

    private int place(int number, Values values) {
        Integer known = places.get(number);
        if (known == null) {
            known = terms.size();
            account.book(64);
            terms.add(values.term(number));
            places.put(number, known);
        }
        return known;
    }

    int size() {
        return size;
    }

    /**
     * The rows.
     *
     * @param standing what a column has that no row gives a value
     */
    List<AnswerRow> rows(List<String> columns, @Nullable Term[] standing, boolean isOrdered) {
        Integer[] order = new Integer[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        if (!isOrdered) {
            int[] ranks = ValueRanks.of(guard, terms, Term.order());
            Arrays.sort(order, (left, right) -> compare(ranks, left * width, right * width));
        }
        List<AnswerRow> made = new ArrayList<>(size);
        for (int at : order) {
            Term[] row = new Term[width];
            for (int i = 0; i < width; i++) {
                int place = rows[at * width + i];
                row[i] = place < 0 ? standing[i] : terms.get(place);
            }
            made.add(new AnswerRow(columns, row));
        }
        return made;
    }

    /** As {@link AnswerRow#order}: what has no value comes first. */
    private int compare(int[] ranks, int left, int right) {
        guard.step();
        for (int i = 0; i < width; i++) {
            int one = rows[left + i];
            int other = rows[right + i];
            if (one != other) {
                int compared = one < 0 || other < 0
                        ? Boolean.compare(one >= 0, other >= 0)
                        : Integer.compare(ranks[one], ranks[other]);
                if (compared != 0) {
                    return compared;
                }
            }
        }
        return 0;
    }
}
