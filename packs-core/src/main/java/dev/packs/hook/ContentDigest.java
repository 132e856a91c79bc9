package dev.packs.hook;

import dev.packs.integrity.Digest;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** Digests of what a project is made of: of the files of a pack as they lie there now, for one that no archive holds still (a folder, a module of the build, a snapshot), and of all packs and packages together. */
public final class ContentDigest {

    private ContentDigest() {}

    /**
     * Of every path with its bytes and whether it may be run, in the order of the paths.
     *
     * @throws dev.packs.PacksException if a file cannot be read
     */
    public static Digest of(FileTree files) {
        StringBuilder text = new StringBuilder("packs-content 1\n");
        for (RelativePath path : files.paths()) {
            text.append(Digest.of(files.read(path).orElseThrow()).hex())
                    .append(files.isExecutable(path) ? " x " : " - ")
                    .append(path)
                    .append('\n');
        }
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of several contents together, each with its name. */
    public static Digest of(SortedMap<String, Digest> contents) {
        StringBuilder text = new StringBuilder("packs-contents 1\n");
        contents.forEach((name, digest) ->
                text.append(digest.hex()).append(' ').append(name).append('\n'));
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
