package dev.packs.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.packs.Problem;
import dev.packs.io.RefusedCharacters;
import dev.packs.operation.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON document of a run: {@code {"format": 1, "goal": …, "success": …, "problems": […], "warnings": […], "result": {…}}}. {@code result} is there when the goal
 * succeeded.
 */
public final class JsonReport {

    /** Raised when a key changes its meaning or goes away; new keys do not raise it. */
    private static final int FORMAT = 1;

    private JsonReport() {}

    public static String succeeded(String goal, Report report) {
        Map<String, Object> document = head(goal, true, List.of(), report.warnings());
        document.put("result", report.document());
        return write(document);
    }

    /** Where some of it was done, and the rest failed. */
    public static String partly(String goal, Report report, List<Problem> failures) {
        Map<String, Object> document = head(goal, false, failures, report.warnings());
        document.put("result", report.document());
        return write(document);
    }

    public static String failed(String goal, List<Problem> problems) {
        return write(head(goal, false, problems, List.of()));
    }

    /** Plain values without a head, for formats that others define. */
    public static String plain(Map<String, Object> document) {
        return write(document);
    }

    private static Map<String, Object> head(
            String goal, boolean success, List<Problem> problems, List<Problem> warnings) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("goal", goal);
        document.put("success", success);
        document.put("problems", problems.stream().map(JsonReport::describe).toList());
        document.put("warnings", warnings.stream().map(JsonReport::describe).toList());
        return document;
    }

    /** A problem as plain values; {@code file}, {@code line}, {@code column} and {@code help} only where they are known. */
    static Map<String, Object> describe(Problem problem) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("code", problem.code().id());
        description.put("message", problem.message());
        problem.place().ifPresent(place -> {
            description.put("file", place.file());
            if (place.line() > 0) {
                description.put("line", place.line());
            }
            if (place.column() > 0) {
                description.put("column", place.column());
            }
        });
        problem.help().ifPresent(help -> description.put("help", help));
        return description;
    }

    private static String write(Map<String, Object> document) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(printer)) {
            writeValue(json, document);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot fail", impossible);
        }
        return escaped(text.append('\n').toString());
    }

    /** JSON leaves some characters as they are that would steer a terminal or turn the direction of what is read; they can only stand in texts. */
    private static String escaped(String document) {
        StringBuilder escaped = null;
        int copied = 0;
        for (int i = 0; i < document.length(); i++) {
            if (RefusedCharacters.faultAt(document, i).isPresent()) {
                escaped = escaped == null ? new StringBuilder() : escaped;
                escaped.append(document, copied, i);
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) document.charAt(i)));
                copied = i + 1;
            }
        }
        return escaped == null
                ? document
                : escaped.append(document, copied, document.length()).toString();
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                writeValue(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                writeValue(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Number || value instanceof Boolean || value == null) {
            json.writeObject(value);
        } else {
            json.writeString(value.toString());
        }
    }
}
