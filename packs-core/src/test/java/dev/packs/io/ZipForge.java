package dev.packs.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Makes zip archives byte by byte, with any lie in them that a test wants. */
final class ZipForge {

    /** One entry, every field of which can be set apart from the others. */
    static final class Entry {
        byte[] name;
        byte[] localName;
        byte[] packed;
        byte[] descriptor = new byte[0];
        byte[] extra = new byte[0];
        byte[] localExtra = new byte[0];
        byte[] before = new byte[0];
        int method = 8;
        int localMethod = 8;
        int flags;
        int localFlags;
        long crc;
        long localCrc;
        long packedSize;
        long localPackedSize;
        long size;
        long localSize;
        int madeBy = 3 << 8 | 20;
        int mode = 0100644;
        int disk;
        long offset = -1;
        boolean isInDirectoryTwice;
        boolean isLocalOnly;
        String localSignature = "PK\3\4";
        String centralSignature = "PK\1\2";

        Entry(byte[] name, byte[] content) {
            this.name = name;
            localName = name;
            packed = deflate(content);
            CRC32 sum = new CRC32();
            sum.update(content);
            crc = sum.getValue();
            size = content.length;
            sync();
        }

        Entry stored(byte[] content) {
            packed = content;
            method = 0;
            localMethod = 0;
            sync();
            return this;
        }

        private void sync() {
            localCrc = crc;
            packedSize = packed.length;
            localPackedSize = packedSize;
            localSize = size;
        }

        /** Sizes follow the content, as {@link java.util.zip.ZipOutputStream} writes them. */
        Entry withDescriptor(boolean isSigned, boolean isLong) {
            flags |= 8;
            localFlags |= 8;
            localCrc = 0;
            localPackedSize = 0;
            localSize = 0;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (isSigned) {
                out.writeBytes(bytes("PK\7\10"));
            }
            number(out, crc, 4);
            number(out, packedSize, isLong ? 8 : 4);
            number(out, size, isLong ? 8 : 4);
            descriptor = out.toByteArray();
            return this;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    byte[] prefix = new byte[0];
    byte[] beforeDirectory = new byte[0];
    byte[] beforeEnd = new byte[0];
    byte[] suffix = new byte[0];
    byte[] comment = new byte[0];
    int countLie;
    int diskCountLie;
    int diskNumber;
    long directorySizeLie;
    long directoryOffsetLie;
    boolean countsPrefix = true;

    Entry add(String name, String content) {
        return add(bytes(name), content.getBytes(StandardCharsets.UTF_8));
    }

    Entry add(byte[] name, byte[] content) {
        Entry entry = new Entry(name, content);
        entries.add(entry);
        return entry;
    }

    byte[] bytes() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        body.writeBytes(prefix);
        int shift = countsPrefix ? 0 : prefix.length;
        int count = 0;
        for (Entry e : entries) {
            body.writeBytes(e.before);
            long at = e.offset >= 0 ? e.offset : body.size() - shift;
            body.writeBytes(bytes(e.localSignature));
            number(body, 20, 2);
            number(body, e.localFlags, 2);
            number(body, e.localMethod, 2);
            number(body, 0x00410000, 4);
            number(body, e.localCrc, 4);
            number(body, e.localPackedSize, 4);
            number(body, e.localSize, 4);
            number(body, e.localName.length, 2);
            number(body, e.localExtra.length, 2);
            body.writeBytes(e.localName);
            body.writeBytes(e.localExtra);
            body.writeBytes(e.packed);
            body.writeBytes(e.descriptor);
            for (int i = 0; i < (e.isLocalOnly ? 0 : e.isInDirectoryTwice ? 2 : 1); i++) {
                count++;
                directory.writeBytes(bytes(e.centralSignature));
                number(directory, e.madeBy, 2);
                number(directory, 20, 2);
                number(directory, e.flags, 2);
                number(directory, e.method, 2);
                number(directory, 0x00410000, 4);
                number(directory, e.crc, 4);
                number(directory, e.packedSize, 4);
                number(directory, e.size, 4);
                number(directory, e.name.length, 2);
                number(directory, e.extra.length, 2);
                number(directory, 0, 2);
                number(directory, e.disk, 2);
                number(directory, 0, 2);
                number(directory, (long) e.mode << 16, 4);
                number(directory, at, 4);
                directory.writeBytes(e.name);
                directory.writeBytes(e.extra);
            }
        }
        body.writeBytes(beforeDirectory);
        int start = body.size() - shift;
        body.writeBytes(directory.toByteArray());
        body.writeBytes(beforeEnd);
        end(body, count, directory.size(), start);
        body.writeBytes(comment);
        body.writeBytes(suffix);
        return body.toByteArray();
    }

    private void end(ByteArrayOutputStream out, int count, int size, int start) {
        out.writeBytes(bytes("PK\5\6"));
        number(out, diskNumber, 2);
        number(out, 0, 2);
        number(out, count + countLie + diskCountLie, 2);
        number(out, count + countLie, 2);
        number(out, size + directorySizeLie, 4);
        number(out, start + directoryOffsetLie, 4);
        number(out, comment.length, 2);
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[65536];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void number(ByteArrayOutputStream out, long number, int width) {
        for (int i = 0; i < width; i++) {
            out.write((int) (number >> (8 * i)));
        }
    }
}
