package dev.packs.manifest;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Bytes decoded as UTF-8 without mercy: what a reader sees is what a machine reads. */
final class StrictText {

    private StrictText() {}

    /** @throws PacksException for malformed UTF-8, a byte order mark, or a {@linkplain #fault character} that hides something */
    static String decode(byte[] bytes, String file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw Problem.at(
                            ProblemCode.MANIFEST_SYNTAX,
                            new LineIndex(text).place(file, text.length()),
                            String.format(Locale.ROOT, "the byte 0x%02X is not UTF-8", bytes[in.position()] & 0xff))
                    .help("save the file as UTF-8")
                    .asException();
        }
        if (text.startsWith("\uFEFF")) {
            throw Problem.at(
                            ProblemCode.MANIFEST_SYNTAX,
                            new Place(file, 1, 1),
                            "the file starts with a byte order mark")
                    .help("save the file as UTF-8 without a byte order mark")
                    .asException();
        }
        for (int i = 0; i < text.length(); i++) {
            Optional<String> fault = faultAt(text, i);
            if (fault.isPresent()) {
                throw Problem.at(
                                ProblemCode.MANIFEST_SYNTAX,
                                new LineIndex(text).place(file, i),
                                "the text holds " + fault.get())
                        .help("delete the character; it cannot be seen, so look at the column")
                        .asException();
            }
        }
        return text;
    }

    /** The first character of a value that is refused: control characters other than tab and line end, bidirectional marks, halves of a surrogate pair. */
    static Optional<String> fault(String value) {
        for (int i = 0; i < value.length(); i++) {
            Optional<String> fault = faultAt(value, i);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> faultAt(String text, int at) {
        char c = text.charAt(at);
        if ((c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t' || c == '\r') {
            return Optional.empty();
        }
        if (isControl(c) || isBidirectional(c) || isHalf(text, at)) {
            return Optional.of(String.format(Locale.ROOT, "the character U+%04X, which is refused", (int) c));
        }
        return Optional.empty();
    }

    private static boolean isControl(char c) {
        return c < 0x20 || (c >= 0x7f && c < 0xa0);
    }

    /** Unicode Standard Annex 9: marks, embeddings, overrides and isolates make text read in another order than it is. */
    private static boolean isBidirectional(char c) {
        return c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
