package dev.packs.catalog;

import dev.packs.io.RefusedCharacters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a line is a term as catalogues have them: an IRI, a plain string, or a literal of one of four datatypes, in its one spelling. */
final class TermSpelling {

    private static final String XSD = "^^<http://www.w3.org/2001/XMLSchema#";

    /** The datatypes of descriptions, and what their literals look like. */
    private static final Map<String, Pattern> TYPES = Map.of(
            XSD + "boolean>", Pattern.compile("true|false"),
            XSD + "integer>", Pattern.compile("-?[0-9]{1,30}"),
            XSD + "decimal>", Pattern.compile("-?[0-9]{1,400}\\.[0-9]{1,400}"),
            XSD + "anyURI>", Pattern.compile("\\S*"));

    private static final Optional<String> NOT_UTF_8 = Optional.of("the term is not UTF-8");
    private static final Optional<String> NO_TERM =
            Optional.of("this is neither an IRI nor a literal in canonical N-Triples");

    private static final byte[] HTTP = "<http://".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HTTPS = "<https://".getBytes(StandardCharsets.US_ASCII);

    /** Whether a character of ASCII may stand in an IRI. */
    private static final boolean[] OF_IRIS = new boolean[128];

    static {
        for (int c = '!'; c < 0x7f; c++) {
            OF_IRIS[c] = "<>\"{}|^`\\".indexOf(c) < 0;
        }
    }

    private TermSpelling() {}

    /** What is wrong with a line. */
    static Optional<String> fault(byte[] bytes, int from, int to) {
        if (to - from < 2) {
            return NO_TERM;
        }
        return bytes[from] == '<' ? iri(bytes, from, to) : literal(bytes, from, to);
    }

    /** Names in descriptions are of ASCII alone, and nothing in them has to be escaped. */
    private static Optional<String> iri(byte[] bytes, int from, int to) {
        if (bytes[to - 1] != '>' || !(begins(bytes, from, to, HTTPS) || begins(bytes, from, to, HTTP))) {
            return Optional.of("the IRI is not one of `http:` or `https:` in angle brackets");
        }
        for (int i = from + 1; i < to - 1; i++) {
            if (bytes[i] < 0 || !OF_IRIS[bytes[i]]) {
                return Optional.of("the IRI has a character that none may have");
            }
        }
        return Optional.empty();
    }

    private static boolean begins(byte[] bytes, int from, int to, byte[] beginning) {
        return to - from > beginning.length
                && Arrays.equals(bytes, from, from + beginning.length, beginning, 0, beginning.length);
    }

    private static Optional<String> literal(byte[] bytes, int from, int to) {
        if (bytes[from] != '"') {
            return NO_TERM;
        }
        boolean isAscii = true;
        int end = from + 1;
        while (end < to && bytes[end] != '"') {
            byte b = bytes[end];
            if (b == '\\') {
                end++;
                if (end == to || "\"\\nr".indexOf(bytes[end]) < 0) {
                    return Optional.of("only `\\\"`, `\\\\`, `\\n` and `\\r` are escaped");
                }
            } else if (b < 0) {
                isAscii = false;
            } else if ((b < ' ' && b != '\t') || b == 0x7f) {
                return Optional.of("the literal has a control character");
            }
            end++;
        }
        if (end >= to) {
            return NO_TERM;
        }
        if (!isAscii) {
            Optional<String> hidden = hidden(bytes, from + 1, end);
            if (hidden.isPresent()) {
                return hidden;
            }
        }
        return end == to - 1 ? Optional.empty() : typed(bytes, from + 1, end, to);
    }

    private static Optional<String> typed(byte[] bytes, int from, int end, int to) {
        Pattern pattern = TYPES.get(new String(bytes, end + 1, to - end - 1, StandardCharsets.ISO_8859_1));
        if (pattern == null) {
            return Optional.of("a literal of a description is plain, or an xsd:boolean, integer, decimal or anyURI");
        }
        String lexical = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        return pattern.matcher(lexical).matches()
                ? Optional.empty()
                : Optional.of("the literal is none of its datatype");
    }

    /** What manifests may not have either: characters that cannot be seen, or change the order in which others are. */
    private static Optional<String> hidden(byte[] bytes, int from, int to) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return NOT_UTF_8;
        }
        return RefusedCharacters.fault(text).map(fault -> "the literal has " + fault);
    }
}
