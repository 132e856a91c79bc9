package com.acme.orders.ml;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.regression.evaluation.RegressionEvaluation;

/**
 * How well a model does on readings that it has not seen.
 *
 * @param score the coefficient of determination (R²), at most 1
 * @param figures the errors, in the unit of the target
 * @param report all of it, for people, in Markdown
 */
public record Quality(double score, Map<String, Double> figures, String report) {

    /** Less than this, and the model is not worth having: training fails. */
    public static final double LEAST = 0.7;

    public Quality {
        figures = Map.copyOf(figures);
    }

    public boolean good() {
        return score >= LEAST;
    }

    static Quality of(RegressionEvaluation evaluation, int trained, int unseen) {
        Map<String, Double> figures = new TreeMap<>(Map.of("mean absolute error", evaluation.averageMAE(),
                "root mean square error", evaluation.averageRMSE()));
        StringBuilder table = new StringBuilder("| figure | value |\n| --- | --- |\n");
        figures.forEach((name, value) -> table.append(row("| %s | %.3f |", name, value)));
        return new Quality(evaluation.averageR2(), figures, report(trained, unseen, evaluation.averageR2(), table));
    }

    private static String report(int trained, int unseen, double score, StringBuilder table) {
        return "# The model\n\n" + row("Trained with %d readings, tried on %d others: score %.3f, at least %.2f is asked for.\n",
                trained, unseen, score, LEAST) + table;
    }

    private static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + '\n';
    }
}
