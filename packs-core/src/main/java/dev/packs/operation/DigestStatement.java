package dev.packs.operation;

import dev.packs.integrity.Digest;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;

/**
 * Says of each file of a pack what it holds, as {@code META-INF/packs/digests}.
 *
 * <p>A line {@code packs-digests 1}, then a line for each file, sorted by path: the SHA-256 in hex, the size in bytes, the path, with one space between them. Every
 * file is listed but the statement itself. UTF-8, each line ends with {@code \n}.
 */
final class DigestStatement {

    static final RelativePath PATH = RelativePath.parse("META-INF/packs/digests");

    private DigestStatement() {}

    static String of(FileTree files) {
        StringBuilder text = new StringBuilder("packs-digests 1\n");
        for (RelativePath path : files.paths()) {
            if (!path.equals(PATH)) {
                byte[] content = files.read(path).orElseThrow();
                text.append(Digest.of(content).hex())
                        .append(' ')
                        .append(content.length)
                        .append(' ')
                        .append(path)
                        .append('\n');
            }
        }
        return text.toString();
    }
}
