package dev.packs.rendering;

import dev.packs.Nearest;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the templates of one pack, each once, by their exact names. */
final class SourceReader {

    private final FileTree files;
    private final String pack;
    private final Map<RelativePath, String> texts = new HashMap<>();

    SourceReader(FileTree files, String pack) {
        this.files = files;
        this.pack = pack;
    }

    /** {@code pack!/path}. */
    String display(RelativePath path) {
        return pack + "!/" + path;
    }

    /** @param from the tag that includes it, if one does */
    String read(RelativePath path, @Nullable Place from) {
        String known = texts.get(path);
        if (known != null) {
            return known;
        }
        byte[] bytes = files.read(path).orElse(null);
        if (bytes == null) {
            throw Problem.at(ProblemCode.TEMPLATE_MISSING, from, "the pack has no file `" + path + "`")
                    .help(nearest(path))
                    .asException();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            texts.put(path, text);
            return text;
        } catch (CharacterCodingException e) {
            throw Problem.at(ProblemCode.TEMPLATE_SYNTAX, Place.of(display(path)), "the template is not UTF-8")
                    .help("save it as UTF-8; for a binary file, use [[files]] or `engine = \"copy\"`")
                    .asException();
        }
    }

    private String nearest(RelativePath wanted) {
        List<String> names = new ArrayList<>();
        for (RelativePath path : files.paths()) {
            names.add(path.text());
        }
        return Nearest.question(wanted.text(), names)
                .orElse("paths start at the pack's root, as in `templates/header.txt`");
    }
}
