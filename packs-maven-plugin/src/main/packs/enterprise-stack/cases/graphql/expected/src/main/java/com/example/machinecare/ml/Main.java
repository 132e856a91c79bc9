package com.example.machinecare.ml;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The command line: {@code train DATA MODEL [REPORT]}, {@code predict MODEL name=value…}, {@code serve MODEL}. */
public final class Main {

    private static final String USAGE = """
            usage: ml train DATA MODEL [REPORT]    learns from a CSV file, writes the model and how good it is
                   ml predict MODEL name=value…    one prediction
                   ml serve MODEL                  predictions over HTTP, at PREDICTION_PORT or 8090
            """;

    private Main() {
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** @return 0 when all went well, 1 when something failed, 2 when the command line is wrong */
    static int run(String... args) {
        try {
            String command = args.length < 2 ? "" : args[0];
            switch (command) {
                case "train" -> {
                    return args.length < 3 ? usage() : train(Path.of(args[1]), Path.of(args[2]), args);
                }
                case "predict" -> {
                    System.out.println(Predictor.load(Path.of(args[1])).predict(reading(args)));
                    return 0;
                }
                case "serve" -> {
                    serve(Path.of(args[1]));
                    return 0;
                }
                default -> {
                    return usage();
                }
            }
        } catch (IOException | RuntimeException failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    private static int usage() {
        System.err.print(USAGE);
        return 2;
    }

    private static int train(Path data, Path file, String... args) throws IOException {
        Learning.Learned learned = Learning.learn(Readings.read(data));
        String report = learned.quality().report();
        System.out.print(report);
        if (args.length > 3) {
            Files.writeString(Path.of(args[3]), report);
        }
        if (!learned.quality().good()) {
            System.err.println("the model is not good enough, and not kept");
            return 1;
        }
        learned.model().serializeToFile(file);
        return 0;
    }

    private static void serve(Path model) throws IOException {
        String port = System.getenv().getOrDefault("PREDICTION_PORT", "8090");
        var server = new PredictionServer(Predictor.load(model), new InetSocketAddress(Integer.parseInt(port)));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("predictions at http://localhost:" + server.port() + "/");
    }

    private static Map<String, Double> reading(String... args) {
        Map<String, Double> reading = new LinkedHashMap<>();
        for (int i = 2; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("`" + args[i] + "` is not name=value");
            }
            reading.put(args[i].substring(0, equals), Double.valueOf(args[i].substring(equals + 1)));
        }
        return reading;
    }
}
