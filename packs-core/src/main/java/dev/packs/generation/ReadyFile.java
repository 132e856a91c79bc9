package dev.packs.generation;

import dev.packs.io.RegularFile;
import java.nio.file.Path;

/** A file that lies ready aside, with its mode, and that nobody else needs: what becomes of it may be a move. */
public record ReadyFile(Path file) implements FileContent {

    @Override
    public byte[] bytes() {
        return RegularFile.read(file);
    }
}
