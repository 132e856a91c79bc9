package dev.packs.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the end record and the central directory of an archive (APPNOTE.TXT, 4.3.12 and 4.3.16) and refuses whatever two readers could understand differently.
 */
final class ArchiveDirectory {

    private static final long END = 0x06054b50;
    private static final long CENTRAL = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xffff;

    /** Bits 1 and 2 tell how hard deflate worked, 3 announces a descriptor, 11 names in UTF-8. */
    private static final int KNOWN_FLAGS = 1 << 1 | 1 << 2 | ArchiveEntry.DESCRIPTOR | 1 << 11;

    private static final int UNICODE_PATH = 0x7075;
    private static final long IN_64_BIT = 0xffffffffL;
    private static final int FORMAT_OF_MODE = 0170000;
    private static final int FILE = 0100000;
    private static final int FOLDER = 0040000;

    /** What old archivers of Maven gave to folders: -1 for "not known". */
    private static final int UNSET_MODE = 0xffff;

    private final ArchiveBytes bytes;
    private final ArchiveLimits limits;

    ArchiveDirectory(ArchiveBytes bytes, ArchiveLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /** Where the directory starts, which is where the last entry has to end. */
    int start() {
        return (int) bytes.u32(findEnd() + 16);
    }

    /** All entries in the directory's order. */
    List<ArchiveEntry> entries() {
        int end = findEnd();
        int count = bytes.u16(end + 10);
        if (bytes.u16(end + 4) != 0 || bytes.u16(end + 6) != 0 || bytes.u16(end + 8) != count) {
            throw bytes.refuse(null, "it is one part of several");
        }
        if (count > limits.entries()) {
            throw bytes.refuse(null, "it has " + count + " entries, more than " + limits.entries());
        }
        long start = bytes.u32(end + 16);
        if (start + bytes.u32(end + 12) != end) {
            throw bytes.refuse(null, "its directory does not end where its end record starts");
        }
        List<ArchiveEntry> entries = new ArrayList<>(count);
        int at = (int) start;
        for (int i = 0; i < count; i++) {
            bytes.require(at, CENTRAL_LENGTH);
            if (bytes.u32(at) != CENTRAL) {
                throw bytes.refuse(null, "its directory has fewer entries than its end record says");
            }
            entries.add(entry(at));
            at += CENTRAL_LENGTH + bytes.u16(at + 28) + bytes.u16(at + 30) + bytes.u16(at + 32);
        }
        if (at != end) {
            throw bytes.refuse(null, "its directory has more in it than its end record says");
        }
        return entries;
    }

    private int findEnd() {
        int lowest = Math.max(0, bytes.length() - END_LENGTH - LONGEST_COMMENT);
        for (int at = bytes.length() - 4; at >= lowest; at--) {
            if (bytes.u32(at) == END) {
                if (at + END_LENGTH > bytes.length() || at + END_LENGTH + bytes.u16(at + 20) != bytes.length()) {
                    throw bytes.refuse(null, "its end record is not the last thing in it, or there are two");
                }
                return at;
            }
        }
        throw bytes.refuse(null, "it is no zip archive: it has no end record");
    }

    private ArchiveEntry entry(int at) {
        int nameBytes = at + CENTRAL_LENGTH;
        int nameLength = bytes.u16(at + 28);
        bytes.require(nameBytes, nameLength);
        String written = name(nameBytes, nameLength);
        boolean isFolder = written.endsWith("/");
        String text = isFolder ? written.substring(0, written.length() - 1) : written;
        Optional<String> fault = RelativePath.fault(text);
        if (fault.isPresent()) {
            throw bytes.refuse(written, "its name is refused: " + fault.get());
        }
        checkExtra(written, nameBytes, nameLength, bytes.u16(at + 30));
        int flags = flags(written, bytes.u16(at + 8));
        int method = bytes.u16(at + 10);
        if (method != ArchiveEntry.STORED && method != ArchiveEntry.DEFLATED) {
            throw bytes.refuse(written, "compression method " + method + " is neither stored nor deflated");
        }
        long packed = bytes.u32(at + 20);
        long size = bytes.u32(at + 24);
        long offset = bytes.u32(at + 42);
        if (packed == IN_64_BIT || size == IN_64_BIT || offset == IN_64_BIT) {
            throw bytes.refuse(written, "it uses 64-bit sizes without needing them");
        }
        if (bytes.u16(at + 34) != 0) {
            throw bytes.refuse(written, "it lies on another disk");
        }
        bytes.require(offset, packed);
        checkSize(written, isFolder, method, packed, size);
        int mode = mode(written, isFolder, bytes.u16(at + 40));
        return new ArchiveEntry(
                RelativePath.parse(text),
                isFolder,
                nameBytes,
                nameLength,
                flags,
                method,
                bytes.u32(at + 16),
                (int) packed,
                (int) size,
                bytes.u16(at + 4) >> 8 == 3 ? mode : 0,
                (int) offset);
    }

    private String name(int at, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.array(), at, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            String shown = new String(bytes.array(), at, length, StandardCharsets.ISO_8859_1);
            throw bytes.refuse(shown, "its name is not in UTF-8");
        }
    }

    /** Info-ZIP's extra field holds a second name, which some readers prefer to the first. */
    private void checkExtra(String written, int nameBytes, int nameLength, int extraLength) {
        int at = nameBytes + nameLength;
        int end = at + extraLength;
        bytes.require(at, extraLength);
        while (at + 4 <= end) {
            int length = bytes.u16(at + 2);
            if (bytes.u16(at) == UNICODE_PATH
                    && at + 4 + length <= end
                    && (length < 5
                            || !Arrays.equals(
                                    bytes.array(),
                                    at + 9,
                                    at + 4 + length,
                                    bytes.array(),
                                    nameBytes,
                                    nameBytes + nameLength))) {
                throw bytes.refuse(written, "it has a second, different name");
            }
            at += 4 + length;
        }
    }

    private int flags(String written, int flags) {
        if ((flags & 1) != 0) {
            throw bytes.refuse(written, "it is encrypted");
        }
        if ((flags & ~KNOWN_FLAGS) != 0) {
            throw bytes.refuse(written, "it has a flag that is not understood");
        }
        return flags;
    }

    private void checkSize(String written, boolean isFolder, int method, long packed, long size) {
        if (isFolder && size != 0) {
            throw bytes.refuse(written, "it is a folder with content");
        }
        if (method == ArchiveEntry.STORED && packed != size) {
            throw bytes.refuse(written, "it is stored, and yet its two sizes differ");
        }
        if (size > limits.entryBytes() || size > Integer.MAX_VALUE - 16) {
            throw bytes.refuse(written, "it unpacks to " + size + " bytes, more than " + limits.entryBytes());
        }
        if (limits.isBomb(packed, size)) {
            throw bytes.refuse(written, "it unpacks to more than " + limits.ratio() + " times its packed size");
        }
    }

    private int mode(String written, boolean isFolder, int mode) {
        if (isFolder && mode == UNSET_MODE) {
            return 0;
        }
        int format = mode & FORMAT_OF_MODE;
        if (format != 0 && format != FILE && format != FOLDER) {
            throw bytes.refuse(written, "it is a link or a special file, not a file or a folder");
        }
        if (format != 0 && (format == FOLDER) != isFolder) {
            throw bytes.refuse(written, "its mode and its name disagree about whether it is a folder");
        }
        return mode;
    }
}
