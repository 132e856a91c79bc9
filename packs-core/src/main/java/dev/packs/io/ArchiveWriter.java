package dev.packs.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes jar and zip archives in which nothing but the files counts: the same files give the same bytes, on every machine whose Java has the same zlib.
 */
public final class ArchiveWriter {

    private static final RelativePath META_INF = RelativePath.parse("META-INF");
    private static final RelativePath MANIFEST = RelativePath.parse("META-INF/MANIFEST.MF");
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final LocalDateTime LATEST = LocalDateTime.of(2107, 12, 31, 23, 59, 58);

    private final int dosTime;
    private final int dosDate;

    private ArchiveWriter(LocalDateTime wanted) {
        LocalDateTime time = wanted.isBefore(EARLIEST) ? EARLIEST : wanted.isAfter(LATEST) ? LATEST : wanted;
        dosTime = time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
        dosDate = (time.getYear() - 1980) << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
    }

    /** Stamps every entry with 1980-02-01T00:00, which is a valid time of an entry in every time zone. */
    public static ArchiveWriter withoutTime() {
        return new ArchiveWriter(LocalDateTime.of(1980, 2, 1, 0, 0));
    }

    /** Stamps every entry with this time in UTC, to two seconds; the format knows the years 1980 to 2107 only. */
    public static ArchiveWriter at(Instant time) {
        return new ArchiveWriter(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    /** A jar: {@code META-INF/} and the manifest first, as {@link java.util.jar.JarInputStream} wants them, then everything else in order. */
    public byte[] jar(FileTree files) {
        List<RelativePath> order = new ArrayList<>(files.paths());
        boolean hasMetaInf = order.stream().anyMatch(path -> path.startsWith(META_INF));
        if (order.remove(MANIFEST)) {
            order.add(0, MANIFEST);
        }
        return write(files, order, hasMetaInf);
    }

    /** A zip archive with the files in order, without entries for folders. */
    public byte[] zip(FileTree files) {
        return write(files, new ArrayList<>(files.paths()), false);
    }

    private byte[] write(FileTree files, List<RelativePath> order, boolean withMetaInf) {
        if (order.size() >= 0xffff - 1) {
            throw new IllegalArgumentException("an archive has at most 65533 files: " + order.size());
        }
        Output output = new Output();
        if (withMetaInf) {
            output.add("META-INF/", new byte[0], 0040755);
        }
        for (RelativePath path : order) {
            byte[] content = files.read(path)
                    .orElseThrow(() -> new IllegalStateException("a file left while it was packed: " + path));
            output.add(path.text(), content, files.isExecutable(path) ? 0100755 : 0100644);
        }
        return output.finish();
    }

    /** The archive as it grows: entries on one side, their directory on the other. */
    private final class Output {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
        private int count;

        void add(String name, byte[] content, int mode) {
            byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
            byte[] deflated = deflate(content);
            boolean isDeflated = deflated.length < content.length;
            byte[] packed = isDeflated ? deflated : content;
            int offset = body.size();
            ByteArrayOutputStream common = new ByteArrayOutputStream();
            u16(common, isDeflated ? 20 : 10);
            u16(common, isAscii(name) ? 0 : 1 << 11);
            u16(common, isDeflated ? ArchiveEntry.DEFLATED : ArchiveEntry.STORED);
            u16(common, dosTime);
            u16(common, dosDate);
            u32(common, crc(content));
            u32(common, packed.length);
            u32(common, content.length);
            u16(common, nameBytes.length);
            u16(common, 0);

            u32(body, 0x04034b50);
            body.writeBytes(common.toByteArray());
            body.writeBytes(nameBytes);
            body.writeBytes(packed);

            u32(directory, 0x02014b50);
            u16(directory, 3 << 8 | 20);
            directory.writeBytes(common.toByteArray());
            u16(directory, 0);
            u16(directory, 0);
            u16(directory, 0);
            u32(directory, (long) mode << 16 | (name.endsWith("/") ? 0x10 : 0));
            u32(directory, offset);
            directory.writeBytes(nameBytes);
            count++;
        }

        byte[] finish() {
            int start = body.size();
            body.writeBytes(directory.toByteArray());
            u32(body, 0x06054b50);
            u32(body, 0);
            u16(body, count);
            u16(body, count);
            u32(body, directory.size());
            u32(body, start);
            u16(body, 0);
            return body.toByteArray();
        }

        private static byte[] deflate(byte[] content) {
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
            try {
                deflater.setInput(content);
                deflater.finish();
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                byte[] buffer = new byte[8192];
                while (!deflater.finished()) {
                    packed.write(buffer, 0, deflater.deflate(buffer));
                }
                return packed.toByteArray();
            } finally {
                deflater.end();
            }
        }

        private static long crc(byte[] content) {
            CRC32 crc = new CRC32();
            crc.update(content);
            return crc.getValue();
        }

        private static boolean isAscii(String name) {
            return name.chars().allMatch(c -> c < 0x80);
        }

        private static void u16(ByteArrayOutputStream out, int number) {
            out.write(number);
            out.write(number >> 8);
        }

        private static void u32(ByteArrayOutputStream out, long number) {
            u16(out, (int) number & 0xffff);
            u16(out, (int) (number >> 16) & 0xffff);
        }
    }
}
