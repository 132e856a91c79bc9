package dev.packs.generation;

/** Bytes that are there already. */
final class ContentInMemory implements FileContent {

    private final byte[] bytes;

    ContentInMemory(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }
}
