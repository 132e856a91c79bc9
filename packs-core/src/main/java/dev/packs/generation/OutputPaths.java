package dev.packs.generation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a pack may write: inside the output folder, and not where other tools keep what they run. */
final class OutputPaths {

    /** {@code .git} holds hooks, {@code .mvn} holds extensions and JVM options: either would run code of the pack's choice. {@code git~1} is how Windows also calls the first. */
    private static final Set<String> CLOSED = Set.of(".git", ".mvn", "git~1", "mvn~1");

    private static final String OURS = ".packs";

    private OutputPaths() {}

    /** @throws dev.packs.PacksException {@link ProblemCode#PATH_ESCAPES} */
    static RelativePath parse(String rendered, FileOrigin origin) {
        Optional<String> fault = RelativePath.fault(rendered);
        if (fault.isEmpty()) {
            fault = closed(rendered);
        }
        if (fault.isPresent()) {
            throw Problem.of(
                            ProblemCode.PATH_ESCAPES,
                            "the " + origin + " would write to `" + shown(rendered) + "`, which is refused: "
                                    + fault.get())
                    .help("change its `output`, or the values in it")
                    .asException();
        }
        return RelativePath.parse(rendered);
    }

    private static Optional<String> closed(String path) {
        if (path.indexOf('~') < 0 && path.charAt(0) != '.' && !path.contains("/.")) {
            return Optional.empty();
        }
        boolean first = true;
        for (String segment : path.split("/", -1)) {
            String name = segment.toLowerCase(Locale.ROOT);
            if (CLOSED.contains(name)) {
                return Optional.of("a pack may not write to `" + segment + "`");
            }
            if (first && name.equals(OURS)) {
                return Optional.of("`" + OURS + "` is where Packs keeps its own files");
            }
            first = false;
        }
        return Optional.empty();
    }

    private static String shown(String path) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(path.length(), 200); i++) {
            char c = path.charAt(i);
            text.append(c < 0x20 || c == 0x7f || Character.getType(c) == Character.FORMAT ? '?' : c);
        }
        return text.toString();
    }
}
