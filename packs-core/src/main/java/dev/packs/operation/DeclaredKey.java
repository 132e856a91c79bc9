package dev.packs.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Everything that decides about a declaration's output and is no template, as one text that two builds compare. Made by every build, so no class is used here that an
 * idle build would not load anyway.
 */
public final class DeclaredKey {

    private DeclaredKey() {}

    /**
     * The key of a declaration.
     *
     * @param settings what the build says: plugin, declaration, properties, project, platform
     * @param lock the text of the lock, as it names the versions
     */
    public static String of(String settings, String lock) {
        return settings + "\nlock\n" + lock;
    }

    /** The text of a lock file as it is now; empty if there is none. */
    public static String textOf(Path lockFile) {
        try {
            return Files.exists(lockFile) ? new String(Files.readAllBytes(lockFile), StandardCharsets.UTF_8) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
