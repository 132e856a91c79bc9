package dev.packs.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** A file whose last eight bytes are the CRC-32 of all before them. */
final class SummedFile {

    private SummedFile() {}

    static byte[] bytes(byte[] content) {
        return sealed(Arrays.copyOf(content, Math.addExact(content.length, Long.BYTES)));
    }

    /** The same bytes, whose last eight are free until then. */
    static byte[] sealed(byte[] all) {
        int end = all.length - Long.BYTES;
        ByteBuffer.wrap(all).putLong(end, sum(ByteBuffer.wrap(all, 0, end)));
        return all;
    }

    private static long sum(ByteBuffer content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }

    /** The content, mapped; nothing if the file is not there, or not what was once written. */
    static Optional<ByteBuffer> open(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long size = channel.size();
            if (size < Long.BYTES || size > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            ByteBuffer content = all.slice(0, all.limit() - Long.BYTES);
            return sum(content.duplicate()) == all.getLong(content.limit()) ? Optional.of(content) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
