package dev.packs.io;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Reads files that are files: a link in their place is refused and never followed. */
public final class RegularFile {

    private RegularFile() {}

    /**
     * The whole content.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#LINK_REFUSED} or {@link ProblemCode#READ_FAILED}
     */
    public static byte[] read(Path file) {
        if (Files.isSymbolicLink(file)) {
            throw Problem.of(ProblemCode.LINK_REFUSED, "`" + file + "` is a link where a file was expected")
                    .help("remove the link")
                    .asException();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw DiskFailure.reading(file, failed);
        }
    }
}
