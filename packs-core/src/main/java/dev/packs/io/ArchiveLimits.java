package dev.packs.io;

/**
 * How large an archive may be, packed and unpacked, before it is refused.
 *
 * @param entries how many entries, folders counted; below 65,535, so that no archive needs the 64-bit form
 * @param entryBytes the unpacked size of one file
 * @param totalBytes the unpacked size of all files together
 * @param ratio how many times larger than packed a file of more than a megabyte, or the whole, may become
 */
public record ArchiveLimits(int entries, long entryBytes, long totalBytes, int ratio) {

    /** Small things compress to almost nothing without being a bomb, so the ratio counts from here on. */
    static final long RATIO_COUNTS_FROM = 1 << 20;

    public ArchiveLimits {
        if (entries < 1 || entries >= 0xffff || entryBytes < 1 || totalBytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits are positive, and entries fewer than 65535");
        }
    }

    /** For a package: an ordinary library, web assets, a distribution. */
    public static ArchiveLimits ofPackages() {
        return new ArchiveLimits(60_000, 512L << 20, 1L << 30, 250);
    }

    /** For a pack, which is text and a few pictures. */
    public static ArchiveLimits ofPacks() {
        return new ArchiveLimits(20_000, 32L << 20, 128L << 20, 250);
    }

    boolean isBomb(long packed, long unpacked) {
        return unpacked > RATIO_COUNTS_FROM && unpacked / Math.max(1, packed) > ratio;
    }
}
