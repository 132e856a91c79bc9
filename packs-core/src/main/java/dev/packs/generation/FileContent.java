package dev.packs.generation;

/** The bytes of a file that is to be written; those of a copy are read when they are needed, so that ten thousand of them are never in memory together. */
@FunctionalInterface
public interface FileContent {

    byte[] bytes();

    static FileContent of(byte[] bytes) {
        return new ContentInMemory(bytes);
    }
}
