package dev.packs.catalog;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import java.nio.charset.StandardCharsets;

/** The lines of a catalogue one after the other, and what is wrong with them: a good many faults are collected, then reading ends. */
final class Lines {

    private static final int MOST_PROBLEMS = 20;

    private final byte[] bytes;
    private final String name;
    private final Problems problems = new Problems();
    private int found;
    private int at;
    private int number;

    Lines(byte[] bytes, String name) {
        this.bytes = bytes;
        this.name = name;
    }

    byte[] bytes() {
        return bytes;
    }

    String name() {
        return name;
    }

    /** Where the next line begins. */
    int at() {
        return at;
    }

    /**
     * Goes past the next line.
     *
     * @param longest bytes that it may have
     * @return where it ends, which is where its line feed stands
     */
    int next(int longest) {
        number++;
        int end = at;
        int most = (int) Math.min(bytes.length, (long) at + longest + 1);
        while (end < most && bytes[end] != '\n') {
            end++;
        }
        if (end == bytes.length) {
            throw stop("the file ends here, before it is complete");
        }
        if (end == most) {
            throw stop("the line is longer than " + longest + " bytes");
        }
        at = end + 1;
        return end;
    }

    /** The next line; what is not ASCII in it fits nothing that it is held against. */
    String text(int longest) {
        int start = at;
        int end = next(longest);
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** The number in a line of a word and a number. */
    int count(String word) {
        String line = text(CatalogFormat.LONGEST_LINE);
        String number = line.startsWith(word + " ") ? line.substring(word.length() + 1) : "";
        if (!CatalogFormat.NUMBER.matcher(number).matches()) {
            throw stop("here has to be `" + word + "` and how many");
        }
        int count = Integer.parseInt(number);
        if (count > bytes.length - at) {
            throw stop("there is no room in the file for " + count + " lines or numbers");
        }
        return count;
    }

    void end() {
        if (at < bytes.length) {
            number++;
            wrong("the file goes on after its end");
        }
    }

    /** Something about the line that was read last. */
    void wrong(String message) {
        wrong(number, message);
    }

    /** @param line 0 for the whole file */
    void wrong(int line, String message) {
        problems.add(problem(line, message));
        found++;
        if (found == MOST_PROBLEMS) {
            problems.add(Problem.at(
                    ProblemCode.CATALOG_INVALID,
                    Place.of(name),
                    "there may be more; these are the first " + MOST_PROBLEMS));
            problems.throwIfAny();
        }
    }

    Problem problem(String message) {
        return problem(number, message);
    }

    private Problem problem(int line, String message) {
        return Problem.at(ProblemCode.CATALOG_INVALID, new Place(name, line, 0), message);
    }

    RuntimeException stop(String message) {
        problems.add(problem(message));
        problems.throwIfAny();
        return new IllegalStateException();
    }

    void throwIfAny() {
        problems.throwIfAny();
    }
}
