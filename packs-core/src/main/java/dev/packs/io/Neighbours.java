package dev.packs.io;

import dev.packs.Nearest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What lies beside a place where nothing is, for who asks for that place by mistake. */
public final class Neighbours {

    private Neighbours() {}

    /**
     * A line of help, {@code did you mean `x`?} with its line end, or nothing.
     *
     * @param taken which of the neighbours can be meant
     */
    public static String question(Path missing, Predicate<Path> taken) {
        Path folder = missing.toAbsolutePath().getParent();
        Path name = missing.getFileName();
        if (folder == null || name == null) {
            return "";
        }
        List<String> near = names(folder).stream()
                .filter(each -> taken.test(folder.resolve(each)))
                .toList();
        return Nearest.question(name.toString(), near)
                .map(question -> question + "\n")
                .orElse("");
    }

    /** Of what is in a folder; none where it cannot be read. */
    public static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }
}
