package dev.packs.manifest;

import dev.packs.ProblemCode;
import java.util.Locale;
import java.util.Optional;

/** An output path before it is rendered: literal text with {@code [(${…})]} and {@code [[${…}]]} in it. */
final class OutputText {

    private OutputText() {}

    /** Checks what is literal; an expression is taken for an ordinary letter. */
    static Optional<Fault> fault(String text) {
        Optional<String> sample = sample(text);
        if (sample.isEmpty()) {
            return Optional.of(Fault.of(
                    "an expression in `" + text + "` is not closed", "write `[(${name})]` for a variable's value"));
        }
        String path = sample.get();
        Optional<Fault> outside = TextKind.path(path, text);
        return outside.isPresent() ? outside : metadata(path, text);
    }

    /** Git and Maven run what stands in these folders, so a pack does not write there. */
    private static Optional<Fault> metadata(String path, String text) {
        String folded = "/" + path.toLowerCase(Locale.ROOT) + "/";
        return folded.contains("/.git/") || folded.startsWith("/.mvn/")
                ? Optional.of(Fault.of(
                                "`" + text + "` lies in a folder that Git or Maven obeys",
                                "a pack writes neither into `.git` nor into `.mvn`")
                        .code(ProblemCode.PATH_ESCAPES))
                : Optional.empty();
    }

    static boolean isLiteral(String text) {
        return !text.contains("[(") && !text.contains("[[");
    }

    /** Each expression replaced by {@code x}; nothing if one has no end. */
    private static Optional<String> sample(String text) {
        StringBuilder sample = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            boolean plain = text.startsWith("[(", at);
            if (plain || text.startsWith("[[", at)) {
                int end = end(text, at + 2, plain ? ")]" : "]]");
                if (end < 0) {
                    return Optional.empty();
                }
                sample.append('x');
                at = end;
            } else {
                sample.append(text.charAt(at++));
            }
        }
        return Optional.of(sample.toString());
    }

    /** Behind the closing brackets; those in a string or in braces close nothing. */
    private static int end(String text, int from, String closing) {
        boolean quoted = false;
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}') {
                depth--;
            } else if (!quoted && depth == 0 && text.startsWith(closing, i)) {
                return i + 2;
            }
        }
        return -1;
    }
}
