package com.acme.machinehealth.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningTest {

    static final Path DATA = Path.of("datasets/machines.csv");
    static final Map<String, Double> NEW = Map.of("temperature", 45.0, "vibration", 1.0, "load", 20.0, "age", 10.0);
    static final Map<String, Double> OLD = Map.of("temperature", 94.0, "vibration", 7.8, "load", 98.0, "age", 1450.0);

    @TempDir
    private Path folder;

    @Test
    void what_was_learned_holds_for_readings_that_were_not_seen() {
        Learning.Learned learned = Learning.learn(Readings.read(DATA));

        assertThat(learned.quality().good()).as(learned.quality().report()).isTrue();
        assertThat(learned.quality().report()).contains("Trained with 300 readings, tried on 100 others");
    }

    @Test
    void a_saved_model_says_what_the_trained_one_says() throws Exception {
        Learning.Learned learned = Learning.learn(Readings.read(DATA));
        Path file = folder.resolve("model");
        learned.model().serializeToFile(file);

        Predictor trained = new Predictor(learned.model());
        Predictor loaded = Predictor.load(file);

        assertThat(loaded.predict(NEW).state()).isEqualTo("ok");
        assertThat(loaded.predict(OLD).state()).isEqualTo("broken");
        assertThat(loaded.predict(NEW).probabilities()).containsOnlyKeys("ok", "worn", "broken");
        assertThat(loaded.predict(OLD)).isEqualTo(trained.predict(OLD));
    }

    @Test
    void the_same_data_gives_the_same_model() {
        Predictor one = new Predictor(Learning.learn(Readings.read(DATA)).model());
        Predictor other = new Predictor(Learning.learn(Readings.read(DATA)).model());

        Map<String, Double> between = Map.of("temperature", 72.0, "vibration", 4.0, "load", 60.0, "age", 700.0);
        assertThat(one.predict(between)).isEqualTo(other.predict(between));
    }

    @Test
    void a_reading_has_all_features_and_no_others() {
        Predictor predictor = new Predictor(Learning.learn(Readings.read(DATA)).model());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> predictor.predict(Map.of("temperature", 1.0, "load", Double.NaN, "age", 1.0, "colour", 1.0)))
                .withMessage("`vibration` needs a number, `load` needs a number, `colour` is unknown");
    }

    @Test
    void the_command_line_trains_and_asks() throws Exception {
        Path model = folder.resolve("model");
        Path report = folder.resolve("report.md");

        assertThat(Main.run("train", DATA.toString(), model.toString(), report.toString())).isZero();
        assertThat(Files.readString(report)).startsWith("# The model");
        assertThat(Main.run("predict", model.toString(), "temperature=70", "vibration=3", "load=50", "age=300")).isZero();
        assertThat(Main.run("predict", model.toString(), "temperature=70")).isEqualTo(1);
        assertThat(Main.run("train", "no-such-file.csv", model.toString())).isEqualTo(1);
        assertThat(Main.run("forget")).isEqualTo(2);
    }
}
