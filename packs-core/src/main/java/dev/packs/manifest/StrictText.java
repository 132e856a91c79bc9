package dev.packs.manifest;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RefusedCharacters;
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

    /** @throws PacksException for malformed UTF-8, a byte order mark, or a {@linkplain RefusedCharacters character} that hides something */
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
            Optional<String> fault = RefusedCharacters.faultAt(text, i);
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
}
