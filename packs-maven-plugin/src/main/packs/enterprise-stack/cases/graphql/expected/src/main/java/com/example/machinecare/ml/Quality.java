package com.example.machinecare.ml;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.classification.Label;
import org.tribuo.classification.evaluation.LabelEvaluation;

/**
 * How well a model does on readings that it has not seen.
 *
 * @param score the part of the readings whose state is predicted right, between 0 and 1
 * @param figures precision, recall and F1 of each state
 * @param report all of it, for people, in Markdown
 */
public record Quality(double score, Map<String, Double> figures, String report) {

    /** Less than this, and the model is not worth having: training fails. */
    public static final double LEAST = 0.8;

    public Quality {
        figures = Map.copyOf(figures);
    }

    public boolean good() {
        return score >= LEAST;
    }

    static Quality of(LabelEvaluation evaluation, int trained, int unseen) {
        var order = evaluation.getConfusionMatrix().getLabelOrder().stream().map(Label::getLabel).sorted().toList();
        Map<String, Double> figures = new TreeMap<>();
        StringBuilder table = new StringBuilder("| state | precision | recall | F1 |\n| --- | --- | --- | --- |\n");
        for (String name : order) {
            Label label = new Label(name);
            figures.put(name + " precision", evaluation.precision(label));
            figures.put(name + " recall", evaluation.recall(label));
            figures.put(name + " f1", evaluation.f1(label));
            table.append(row("| %s | %.3f | %.3f | %.3f |", name, evaluation.precision(label), evaluation.recall(label),
                    evaluation.f1(label)));
        }
        table.append("\n| is, was taken for | ").append(String.join(" | ", order)).append(" |\n| --- |")
                .append(" --- |".repeat(order.size())).append('\n');
        for (String is : order) {
            table.append("| ").append(is).append(" |");
            for (String takenFor : order) {
                table.append(' ').append(Math.round(evaluation.confusion(new Label(takenFor), new Label(is)))).append(" |");
            }
            table.append('\n');
        }
        return new Quality(evaluation.accuracy(), figures, report(trained, unseen, evaluation.accuracy(), table));
    }

    private static String report(int trained, int unseen, double score, StringBuilder table) {
        return "# The model\n\n" + row("Trained with %d readings, tried on %d others: score %.3f, at least %.2f is asked for.\n",
                trained, unseen, score, LEAST) + table;
    }

    private static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + '\n';
    }
}
