package dev.packs.store;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.io.AtomicFiles;
import dev.packs.io.DeletedTree;
import dev.packs.io.RegularFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Contents that are written once and named by their digest, so that what is found is what was put there. */
public final class Blobs {

    private final StoreLayout layout;

    Blobs(StoreLayout layout) {
        this.layout = layout;
    }

    /** Keeps the content; does nothing if it is already there. */
    public Digest put(byte[] content) {
        Digest digest = Digest.of(content);
        AtomicFiles.durable().write(layout.requireNoLinks(layout.blob(digest)), content);
        return digest;
    }

    /**
     * The content with this digest. One that was tampered with is removed.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#DIGEST_MISMATCH}
     */
    public Optional<byte[]> find(Digest digest) {
        Path file = layout.requireNoLinks(layout.blob(digest));
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        byte[] content = RegularFile.read(file);
        if (!Digest.of(content).equals(digest)) {
            DeletedTree.delete(file);
            throw Problem.of(
                            ProblemCode.DIGEST_MISMATCH,
                            "`" + file + "` is not what was put there; it has been removed")
                    .help("run the same command again")
                    .asException();
        }
        return Optional.of(content);
    }
}
