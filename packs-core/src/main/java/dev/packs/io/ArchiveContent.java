package dev.packs.io;

import dev.packs.PacksException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The contents of an archive's entries: they have to tile the file, agree with their local headers, and unpack to what the directory says. */
final class ArchiveContent {

    private static final long LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final long DESCRIPTOR = 0x08074b50;
    private static final long IN_64_BIT = 0xffffffffL;

    private final ArchiveBytes bytes;

    ArchiveContent(ArchiveBytes bytes) {
        this.bytes = bytes;
    }

    private static final class ByOffset implements Comparator<ArchiveEntry> {

        @Override
        public int compare(ArchiveEntry one, ArchiveEntry other) {
            return Integer.compare(one.offset(), other.offset());
        }
    }

    /**
     * Checks that the entries follow one another from the first byte to the directory, without gap or overlap.
     *
     * @param end where the directory starts
     */
    void checkTiles(List<ArchiveEntry> entries, int end) {
        ArchiveEntry[] inOrder = entries.toArray(new ArchiveEntry[0]);
        Arrays.sort(inOrder, new ByOffset());
        int expected = 0;
        for (int i = 0; i < inOrder.length; i++) {
            if (inOrder[i].offset() != expected) {
                throw refuse(
                        inOrder[i],
                        inOrder[i].offset() < expected
                                ? "it overlaps the entry before it"
                                : "there are bytes before it that belong to no entry");
            }
            expected = checkLocal(inOrder[i], i + 1 < inOrder.length ? inOrder[i + 1].offset() : end);
        }
        if (expected != end) {
            throw bytes.refuse(null, "there are bytes before its directory that belong to no entry");
        }
    }

    /** Compares the local header (APPNOTE.TXT, 4.3.7) with the directory; returns where the entry ends. */
    private int checkLocal(ArchiveEntry entry, int next) {
        int at = entry.offset();
        bytes.require(at, LOCAL_LENGTH);
        if (bytes.u32(at) != LOCAL) {
            throw refuse(entry, "its local header is missing");
        }
        int nameLength = bytes.u16(at + 26);
        bytes.require(at + LOCAL_LENGTH, nameLength);
        if (!Arrays.equals(
                bytes.array(),
                at + LOCAL_LENGTH,
                at + LOCAL_LENGTH + nameLength,
                bytes.array(),
                entry.nameBytes(),
                entry.nameBytes() + entry.nameLength())) {
            throw refuse(entry, "its local header has another name");
        }
        if (bytes.u16(at + 6) != entry.flags() || bytes.u16(at + 8) != entry.method()) {
            throw refuse(entry, "its local header has other flags or another compression method");
        }
        checkNumber(entry, bytes.u32(at + 14), entry.crc(), "checksum");
        checkNumber(entry, bytes.u32(at + 18), entry.packed(), "packed size");
        checkNumber(entry, bytes.u32(at + 22), entry.size(), "size");
        long end = (long) dataStart(entry) + entry.packed();
        bytes.require(at, end - at);
        return entry.hasDescriptor() ? checkDescriptor(entry, (int) end, next) : (int) end;
    }

    private void checkNumber(ArchiveEntry entry, long local, long central, String what) {
        boolean mayFollow = entry.hasDescriptor() && (local == 0 || local == IN_64_BIT);
        if (local != central && !mayFollow) {
            throw refuse(entry, "its local header has another " + what);
        }
    }

    /** The descriptor comes with or without a signature and with sizes of 4 or 8 bytes; as the next entry's place is known, only one form fits. */
    private int checkDescriptor(ArchiveEntry entry, int at, int next) {
        if (entry.method() == ArchiveEntry.STORED && entry.size() > 0) {
            throw refuse(entry, "it is stored, and its size follows it: where it ends is anybody's guess");
        }
        int length = next - at;
        boolean isSigned = length == 16 || length == 24;
        boolean isLong = length == 20 || length == 24;
        if (!isSigned && length != 12 && !isLong) {
            throw refuse(entry, "what follows its content is no descriptor of it");
        }
        bytes.require(at, length);
        int numbers = isSigned ? at + 4 : at;
        int width = isLong ? 8 : 4;
        if ((isSigned && bytes.u32(at) != DESCRIPTOR)
                || bytes.u32(numbers) != entry.crc()
                || bytes.u32(numbers + 4) != entry.packed()
                || bytes.u32(numbers + 4 + width) != entry.size()
                || (isLong && (bytes.u32(numbers + 8) != 0 || bytes.u32(numbers + 16) != 0))) {
            throw refuse(entry, "the descriptor behind its content disagrees with the directory");
        }
        return next;
    }

    private int dataStart(ArchiveEntry entry) {
        int at = entry.offset();
        return at + LOCAL_LENGTH + bytes.u16(at + 26) + bytes.u16(at + 28);
    }

    /** Unpacks one entry whose tiles were checked, and checks size and checksum. */
    byte[] unpack(ArchiveEntry entry) {
        int start = dataStart(entry);
        byte[] content = entry.method() == ArchiveEntry.STORED
                ? Arrays.copyOfRange(bytes.array(), start, start + entry.size())
                : inflate(entry, start);
        CRC32 crc = new CRC32();
        crc.update(content);
        if (crc.getValue() != entry.crc()) {
            throw refuse(entry, "its content does not have the checksum that the directory gives");
        }
        return content;
    }

    private byte[] inflate(ArchiveEntry entry, int start) {
        byte[] content = new byte[entry.size()];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes.array(), start, entry.packed());
            int filled = 0;
            while (filled < content.length) {
                int count = inflater.inflate(content, filled, content.length - filled);
                if (count == 0) {
                    break;
                }
                filled += count;
            }
            boolean hasMore = !inflater.finished() && inflater.inflate(new byte[1]) > 0;
            if (filled < content.length || hasMore || !inflater.finished() || inflater.getRemaining() > 0) {
                throw refuse(entry, "its content does not have the size that the directory gives");
            }
            return content;
        } catch (DataFormatException damaged) {
            throw refuse(entry, "its content is damaged");
        } finally {
            inflater.end();
        }
    }

    private PacksException refuse(ArchiveEntry entry, String reason) {
        return bytes.refuse(entry.name().text(), reason);
    }
}
