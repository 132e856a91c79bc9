package dev.packs.manifest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.toml.TomlReadFeature;
import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A TOML file as plain values with their places. The codes of its problems are those of a manifest; readers of other files give them their own.
 *
 * @param root the whole file
 * @param text the file, decoded
 * @param problems what is wrong with single values whatever their meaning; a reader reports them with its own
 */
public record TomlDocument(TomlTable root, TomlPlaces places, String text, List<Problem> problems) {

    public TomlDocument {
        problems = List.copyOf(problems);
    }

    static final int DEEPEST = 16;
    static final int LONGEST_NAME = 100;
    static final int LONGEST_STRING = 10_000;
    private static final int LONGEST_NUMBER = 30;

    /** Dates come as Java's types, so that they are told from strings. The parser counts the array of an array of tables and its item, hence the doubled depth. The factory alone, as a mapper costs a tenth of a second to build. */
    private static final TomlFactory FACTORY = TomlFactory.builder()
            .enable(TomlReadFeature.PARSE_JAVA_TIME)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxStringLength(LONGEST_STRING)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    /**
     * Reads a file.
     *
     * @param file as the user would name it
     * @param most bytes that the file may have
     * @throws PacksException with {@link ProblemCode#MANIFEST_SYNTAX} or {@link ProblemCode#MANIFEST_LIMIT}
     */
    public static TomlDocument parse(byte[] bytes, String file, int most) {
        if (bytes.length > most) {
            throw Problem.at(
                            ProblemCode.MANIFEST_LIMIT,
                            Place.of(file),
                            "the file has " + bytes.length + " bytes, more than the " + most + " that are read")
                    .asException();
        }
        String text = StrictText.decode(bytes, file);
        return document(text, file);
    }

    /** What is no TOML, or too deep, is refused before its places are looked for. */
    private static TomlDocument document(String text, String file) {
        try (JsonParser tokens = FACTORY.createParser(text)) {
            TomlPlaces places = new TomlPlaces(file, text);
            Problems problems = new Problems();
            TomlTable root = new PlainValues(places, problems).root(tokens);
            return new TomlDocument(root, places, text, problems.list());
        } catch (StreamConstraintsException limit) {
            throw new PacksException(
                    Problem.at(ProblemCode.MANIFEST_LIMIT, place(limit, file), limit(limit.getOriginalMessage())),
                    limit);
        } catch (JacksonException syntax) {
            throw new PacksException(
                    Problem.at(
                            ProblemCode.MANIFEST_SYNTAX,
                            place(syntax, file),
                            "the file is not TOML: " + firstLine(syntax.getOriginalMessage())),
                    syntax);
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory cannot be read", impossible);
        }
    }

    private static Place place(JacksonException failure, String file) {
        JsonLocation location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? Place.of(file)
                : new Place(file, location.getLineNr(), Math.max(0, location.getColumnNr()));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static String limit(String message) {
        if (message.contains("nesting depth") || message.contains("Nesting depth")) {
            return "tables and lists are nested deeper than " + DEEPEST;
        }
        if (message.contains("Name")) {
            return "a key is longer than " + LONGEST_NAME + " characters";
        }
        if (message.contains("String")) {
            return "a string is longer than " + LONGEST_STRING + " characters";
        }
        if (message.contains("Number")) {
            return "a number is longer than " + LONGEST_NUMBER + " characters";
        }
        return "the file is too big: " + firstLine(message);
    }
}
