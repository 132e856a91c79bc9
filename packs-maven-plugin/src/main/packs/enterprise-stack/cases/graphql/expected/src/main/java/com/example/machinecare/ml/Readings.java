package com.example.machinecare.ml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tribuo.DataSource;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** What is known of the machines, read from a CSV file. For your own data, change the columns here. */
public final class Readings {

    /** The columns that a prediction is made from. */
    public static final List<String> FEATURES = List.of("temperature", "vibration", "load", "age");

    /** The column that is predicted. */
    public static final String TARGET = "state";

    static final LabelFactory OUTPUTS = new LabelFactory();

    private Readings() {
    }

    /**
     * Reads a file in UTF-8 with a line of names and a line for each machine, separated by commas, without quotes; columns
     * that are not needed are left out.
     *
     * @throws IllegalArgumentException what is wrong with the file, and in which line
     */
    public static DataSource<Label> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + " is empty");
        }
        List<String> names = Arrays.asList(lines.get(0).split(",", -1));
        int[] columns = FEATURES.stream().mapToInt(name -> column(file, names, name)).toArray();
        int target = column(file, names, TARGET);
        List<Example<Label>> examples = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            String[] cells = lines.get(line).split(",", -1);
            if (cells.length != names.size()) {
                throw new IllegalArgumentException("%s:%d: %d values for %d columns"
                        .formatted(file, line + 1, cells.length, names.size()));
            }
            double[] values = new double[columns.length];
            for (int i = 0; i < columns.length; i++) {
                values[i] = number(file, line + 1, cells[columns[i]]);
            }
            examples.add(example(new Label(cells[target].strip()), values));
        }
        // Where the data is from goes into the model; not when it was read, so that equal data gives equal models.
        var provenance = new SimpleDataSourceProvenance(file.getFileName().toString(),
                Instant.EPOCH.atOffset(ZoneOffset.UTC), OUTPUTS);
        return new ListDataSource<>(examples, OUTPUTS, provenance);
    }

    static Example<Label> example(Label output, double[] values) {
        return new ArrayExample<>(output, FEATURES.toArray(String[]::new), values);
    }

    private static int column(Path file, List<String> names, String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("%s:1: there is no column `%s` among %s".formatted(file, name, names));
        }
        return column;
    }

    private static double number(Path file, int line, String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("%s:%d: `%s` is no number".formatted(file, line, text), wrong);
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s:%d: `%s` is no number to learn from".formatted(file, line, text));
        }
        return value;
    }
}
