package dev.packs.io;

/**
 * One entry of an archive as its central directory describes it.
 *
 * @param name without the slash that marks a folder
 * @param nameBytes where the name's bytes start in the archive, for the comparison with the local header
 * @param crc of the unpacked content, unsigned 32 bits
 * @param mode the Unix mode, 0 if the archive has none
 * @param offset where the local header starts
 */
record ArchiveEntry(
        RelativePath name,
        boolean isFolder,
        int nameBytes,
        int nameLength,
        int flags,
        int method,
        long crc,
        int packed,
        int size,
        int mode,
        int offset) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** The flag of an entry whose sizes follow its content. */
    static final int DESCRIPTOR = 1 << 3;

    boolean hasDescriptor() {
        return (flags & DESCRIPTOR) != 0;
    }

    boolean isExecutable() {
        return (mode & 0111) != 0;
    }
}
