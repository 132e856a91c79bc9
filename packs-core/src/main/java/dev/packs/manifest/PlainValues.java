package dev.packs.manifest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.io.LookalikeNames;
import dev.packs.io.RefusedCharacters;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns Jackson's tokens into plain values and reports what no file of ours may hold: dates, characters that hide, keys that look alike. */
final class PlainValues {

    /** Stands for a value that is already reported, so that nobody reports its absence too. */
    enum Refused {
        VALUE
    }

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}");

    private final TomlPlaces places;
    private final Problems problems;

    PlainValues(TomlPlaces places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    /** @param tokens before the first one */
    TomlTable root(JsonParser tokens) throws IOException {
        tokens.nextToken();
        return new TomlTable(TomlPath.ROOT, table(tokens, TomlPath.ROOT, 1));
    }

    private Map<String, Object> table(JsonParser tokens, String path, int depth) throws IOException {
        Map<String, Object> table = new LinkedHashMap<>();
        Map<String, String> folded = new HashMap<>();
        while (tokens.nextToken() != JsonToken.END_OBJECT) {
            String key = tokens.currentName();
            String child = TomlPath.child(path, key);
            checkKey(key, child);
            String other = folded.putIfAbsent(LookalikeNames.key(key), key);
            if (other != null) {
                problems.add(Problem.at(
                        ProblemCode.MANIFEST_DUPLICATE,
                        places.key(child),
                        "the keys `" + key + "` and `" + other + "` differ in case or Unicode form only"));
            }
            tokens.nextToken();
            table.put(key, value(tokens, child, depth + 1));
        }
        return table;
    }

    private List<Object> list(JsonParser tokens, String path, int depth) throws IOException {
        List<Object> list = new ArrayList<>();
        while (tokens.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(tokens, TomlPath.item(path, list.size()), depth + 1));
        }
        return list;
    }

    private void checkKey(String key, String path) {
        if (key.isEmpty()) {
            problems.add(Problem.at(ProblemCode.MANIFEST_INVALID_VALUE, places.key(path), "a key is empty")
                    .help("give it a name, or delete the line"));
        }
        Optional<String> fault = RefusedCharacters.fault(key);
        if (fault.isPresent()) {
            problems.add(Problem.at(ProblemCode.MANIFEST_INVALID_VALUE, places.key(path), "a key holds " + fault.get())
                    .help("take it out"));
        }
        if (key.length() > TomlDocument.LONGEST_NAME) {
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_LIMIT,
                            places.key(path),
                            "a key is longer than " + TomlDocument.LONGEST_NAME + " characters")
                    .help("shorten it"));
        }
    }

    private Object value(JsonParser tokens, String path, int depth) throws IOException {
        if (depth > TomlDocument.DEEPEST) {
            tokens.skipChildren();
            return refuse(
                    ProblemCode.MANIFEST_LIMIT,
                    path,
                    "tables and lists are nested deeper than " + TomlDocument.DEEPEST,
                    "give what is deeper as a text, or leave it out");
        }
        return switch (tokens.currentToken()) {
            case VALUE_STRING -> text(tokens.getText(), path);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> table(tokens, path, depth);
            case START_ARRAY -> list(tokens, path, depth);
            case VALUE_NUMBER_INT -> integer(tokens, path);
            case VALUE_NUMBER_FLOAT -> number(tokens.getDoubleValue(), path);
            default -> date(path);
        };
    }

    private Object text(String text, String path) {
        if (text.length() > TomlDocument.LONGEST_STRING) {
            return refuse(
                    ProblemCode.MANIFEST_LIMIT,
                    path,
                    "a string is longer than " + TomlDocument.LONGEST_STRING + " characters",
                    "put a long text into a file of its own");
        }
        Optional<String> fault = RefusedCharacters.fault(text);
        if (fault.isPresent()) {
            return refuse(
                    ProblemCode.MANIFEST_INVALID_VALUE, path, "`" + path + "` holds " + fault.get(), "take it out");
        }
        return text;
    }

    /** jackson-dataformat-toml 2.22.4 reads decimal integers of 19 digits wrongly (the first ones are lost), so those are read from the text. */
    private Object integer(JsonParser tokens, String path) throws IOException {
        String written = places.written(path).orElse("").replace("_", "");
        BigInteger integer = DECIMAL.matcher(written).matches() ? new BigInteger(written) : tokens.getBigIntegerValue();
        return integer.bitLength() < Long.SIZE
                ? (Object) integer.longValueExact()
                : refuse(
                        ProblemCode.MANIFEST_INVALID_VALUE,
                        path,
                        "`" + path + "` is an integer beyond 64 bits",
                        "put it in quotes to make it a string");
    }

    private Object number(double number, String path) {
        return Double.isFinite(number)
                ? (Object) number
                : refuse(
                        ProblemCode.MANIFEST_INVALID_VALUE,
                        path,
                        "`" + path + "` is not a finite number",
                        "write a finite one");
    }

    private Object date(String path) {
        problems.add(Problem.at(
                        ProblemCode.MANIFEST_WRONG_TYPE,
                        places.of(path),
                        "`" + path + "` is a date or a time, which no key takes")
                .help("put it in quotes to make it a string"));
        return Refused.VALUE;
    }

    private Object refuse(ProblemCode code, String path, String message, String help) {
        problems.add(Problem.at(code, places.of(path), message).help(help));
        return Refused.VALUE;
    }
}
