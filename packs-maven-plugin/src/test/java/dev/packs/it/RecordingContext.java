package dev.packs.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.codehaus.plexus.build.BuildContext;

/** Runs inside a Maven of a test, in the part of a development environment: writes what it is told to the file that a system property names. */
public final class RecordingContext implements BuildContext {

    static final String FILE = "packs.it.refreshed";

    @Override
    public void refresh(File file) {
        try {
            Files.writeString(
                    Path.of(System.getProperty(FILE)),
                    file + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
