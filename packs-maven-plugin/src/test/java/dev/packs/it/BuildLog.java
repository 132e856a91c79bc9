package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** What Maven printed when it built an invoker project, for the project's {@code verify.groovy}. */
public final class BuildLog {

    private final String text;

    /** @param folder the invoker's {@code basedir}, which holds {@code build.log} */
    public BuildLog(File folder) {
        this(read(folder));
    }

    BuildLog(String text) {
        this.text = text;
    }

    /** The whole log. */
    public String text() {
        return text;
    }

    /** Fails unless each of the texts is in the log, in this order. */
    public BuildLog shows(String... texts) {
        assertThat(text).containsSubsequence(texts);
        return this;
    }

    public BuildLog doesNotShow(String... texts) {
        assertThat(text).doesNotContain(texts);
        return this;
    }

    /** How often a text is in the log. */
    public int count(String part) {
        return (int)
                Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
    }

    private static String read(File folder) {
        try {
            return Files.readString(folder.toPath().resolve("build.log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
