package dev.packs.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns Jackson's tree into plain values and reports what no file of ours may hold: dates, characters that hide, keys that look alike. */
final class PlainValues {

    /** Stands for a value that is already reported, so that nobody reports its absence too. */
    enum Refused {
        VALUE
    }

    private final TomlPlaces places;
    private final Problems problems;

    PlainValues(TomlPlaces places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    TomlTable root(JsonNode tree) {
        return new TomlTable(TomlPath.ROOT, table(tree, TomlPath.ROOT, 1));
    }

    private Map<String, Object> table(JsonNode node, String path, int depth) {
        Map<String, Object> table = new LinkedHashMap<>();
        Map<String, String> folded = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            String child = TomlPath.child(path, key);
            checkKey(key, child);
            String other = folded.putIfAbsent(fold(key), key);
            if (other != null) {
                problems.add(Problem.at(
                        ProblemCode.MANIFEST_DUPLICATE,
                        places.key(child),
                        "the keys `" + key + "` and `" + other + "` differ in case or Unicode form only"));
            }
            table.put(key, value(entry.getValue(), child, depth + 1));
        }
        return table;
    }

    private void checkKey(String key, String path) {
        if (key.isEmpty()) {
            problems.add(Problem.at(ProblemCode.MANIFEST_INVALID_VALUE, places.key(path), "a key is empty"));
        }
        StrictText.fault(key)
                .ifPresent(fault -> problems.add(
                        Problem.at(ProblemCode.MANIFEST_INVALID_VALUE, places.key(path), "a key holds " + fault)));
        if (key.length() > TomlDocument.LONGEST_NAME) {
            problems.add(Problem.at(
                    ProblemCode.MANIFEST_LIMIT,
                    places.key(path),
                    "a key is longer than " + TomlDocument.LONGEST_NAME + " characters"));
        }
    }

    /** What a file system or a reader that ignores case and Unicode form takes for one name. */
    static String fold(String key) {
        String composed = Normalizer.normalize(key, Normalizer.Form.NFC);
        return Normalizer.normalize(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private Object value(JsonNode node, String path, int depth) {
        if (depth > TomlDocument.DEEPEST) {
            return refuse(
                    ProblemCode.MANIFEST_LIMIT,
                    path,
                    "tables and lists are nested deeper than " + TomlDocument.DEEPEST);
        }
        if (node.isTextual()) {
            return text(node.textValue(), path);
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isObject()) {
            return table(node, path, depth);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                list.add(value(node.get(i), TomlPath.item(path, i), depth + 1));
            }
            return list;
        }
        return number(node, path);
    }

    private Object text(String text, String path) {
        if (text.length() > TomlDocument.LONGEST_STRING) {
            return refuse(
                    ProblemCode.MANIFEST_LIMIT,
                    path,
                    "a string is longer than " + TomlDocument.LONGEST_STRING + " characters");
        }
        Optional<String> fault = StrictText.fault(text);
        if (fault.isPresent()) {
            return refuse(ProblemCode.MANIFEST_INVALID_VALUE, path, "`" + path + "` holds " + fault.get());
        }
        return text;
    }

    private Object number(JsonNode node, String path) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong()
                    ? (Object) node.longValue()
                    : refuse(ProblemCode.MANIFEST_INVALID_VALUE, path, "`" + path + "` is an integer beyond 64 bits");
        }
        if (node.isFloatingPointNumber()) {
            return Double.isFinite(node.doubleValue())
                    ? (Object) node.doubleValue()
                    : refuse(ProblemCode.MANIFEST_INVALID_VALUE, path, "`" + path + "` is not a finite number");
        }
        problems.add(Problem.at(
                        ProblemCode.MANIFEST_WRONG_TYPE,
                        places.of(path),
                        "`" + path + "` is a date or a time, which no key takes")
                .help("put it in quotes to make it a string"));
        return Refused.VALUE;
    }

    private Object refuse(ProblemCode code, String path, String message) {
        problems.add(Problem.at(code, places.of(path), message));
        return Refused.VALUE;
    }
}
