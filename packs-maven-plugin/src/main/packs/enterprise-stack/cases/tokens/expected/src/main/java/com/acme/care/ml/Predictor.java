package com.acme.care.ml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** Answers with what a model makes of one reading. It can be used by many threads at once. */
public final class Predictor {

    private final Model<Label> model;

    public Predictor(Model<Label> model) {
        this.model = model;
    }

    /** @throws IOException when there is no model in the file, or one for another task */
    public static Predictor load(Path file) throws IOException {
        try {
            return new Predictor(Model.deserializeFromFile(file).castModel(Label.class));
        } catch (ClassCastException | IllegalStateException wrong) {
            throw new IOException(file + " holds no model of this project", wrong);
        }
    }

    /** @param probabilities of each state, between 0 and 1 */
    public record Prediction(String state, Map<String, Double> probabilities) {
    }

    /**
     * @param reading a finite value for each of {@link Readings#FEATURES}
     * @throws IllegalArgumentException everything that is missing, unknown or no number
     */
    public Prediction predict(Map<String, Double> reading) {
        List<String> wrong = new ArrayList<>();
        double[] values = new double[Readings.FEATURES.size()];
        for (int i = 0; i < values.length; i++) {
            String name = Readings.FEATURES.get(i);
            Double value = reading.get(name);
            if (value == null || !Double.isFinite(value)) {
                wrong.add("`" + name + "` needs a number");
            } else {
                values[i] = value;
            }
        }
        reading.keySet().stream().filter(name -> !Readings.FEATURES.contains(name)).sorted()
                .forEach(name -> wrong.add("`" + name + "` is unknown"));
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", wrong));
        }
        var predicted = model.predict(Readings.example(Readings.OUTPUTS.getUnknownOutput(), values));
        Map<String, Double> probabilities = new TreeMap<>();
        predicted.getOutputScores().forEach((state, label) -> probabilities.put(state, label.getScore()));
        return new Prediction(predicted.getOutput().getLabel(), probabilities);
    }
}
