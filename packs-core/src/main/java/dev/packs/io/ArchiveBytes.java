package dev.packs.io;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import org.jspecify.annotations.Nullable;

/** The bytes of an archive, read as little-endian numbers that never lie outside it; it knows how a refusal reads. */
final class ArchiveBytes {

    private static final int LONGEST_NAME_SHOWN = 120;

    private final String archive;
    private final byte[] bytes;

    /** @param archive as the user would name it */
    ArchiveBytes(String archive, byte[] bytes) {
        this.archive = archive;
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    byte[] array() {
        return bytes;
    }

    int u16(int at) {
        require(at, 2);
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    long u32(int at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    /** @throws PacksException {@link ProblemCode#ARCHIVE_REFUSED} if the range is not inside the archive */
    void require(long at, long length) {
        if (at < 0 || length < 0 || at + length > bytes.length) {
            throw refuse(null, "it is cut off, or a size or an offset in it points outside");
        }
    }

    /** @param entry the entry's name as it was read, or null where the archive as a whole is at fault */
    PacksException refuse(@Nullable String entry, String reason) {
        String where = entry == null ? "" : "entry `" + printable(entry) + "`: ";
        return Problem.of(ProblemCode.ARCHIVE_REFUSED, "`" + archive + "` was refused: " + where + reason)
                .help(
                        "nothing was unpacked; the archive is damaged or was made to deceive, so get it from its author again")
                .asException();
    }

    private static String printable(String name) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), LONGEST_NAME_SHOWN); i++) {
            char c = name.charAt(i);
            safe.append(c < 0x20 || (c >= 0x7f && !Character.isLetterOrDigit(c)) ? '?' : c);
        }
        return name.length() > LONGEST_NAME_SHOWN ? safe.append('…').toString() : safe.toString();
    }
}
