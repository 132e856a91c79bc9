package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The regular files of a folder at one moment, for saying what a build changed.
 *
 * @param files path below the folder, with {@code /}, to state; sorted
 */
public record Tree(Map<String, State> files) {

    /**
     * A file's content and when it was last written.
     *
     * @param modified milliseconds since the epoch
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by equalContent
    public record State(byte[] content, long modified) {

        boolean equalContent(State other) {
            return Arrays.equals(content, other.content);
        }
    }

    /** A folder that does not exist is an empty tree. */
    public static Tree of(Path folder) {
        Map<String, State> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return new Tree(files);
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                String path = folder.relativize(file).toString().replace(File.separatorChar, '/');
                files.put(
                        path,
                        new State(
                                Files.readAllBytes(file),
                                Files.getLastModifiedTime(file).toMillis()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tree(files);
    }

    /** For Groovy, which says {@code basedir} with a {@link File}. */
    public static Tree of(File folder) {
        return of(folder.toPath());
    }

    /** The content of a file as text; fails if there is none. */
    public String text(String path) {
        return new String(require(path).content(), StandardCharsets.UTF_8);
    }

    private State require(String path) {
        State state = files.get(path);
        if (state == null) {
            throw new AssertionError("`" + path + "` is not among " + files.keySet());
        }
        return state;
    }

    /** Fails unless the tree holds these files and no others. */
    public Tree holdsExactly(String... paths) {
        assertThat(files.keySet()).containsExactlyInAnyOrder(paths);
        return this;
    }

    /** Fails unless the other tree has the same files with the same content, none of them written again. */
    public void isUntouchedIn(Tree later) {
        assertThat(later.files.keySet()).isEqualTo(files.keySet());
        files.forEach((path, state) -> {
            State now = later.require(path);
            assertThat(now.modified()).as(path + " was written again").isEqualTo(state.modified());
            assertThat(now.equalContent(state))
                    .as(path + " has the same content")
                    .isTrue();
        });
    }

    /** The files of this tree that are gone later, or were written again. */
    Set<String> touchedIn(Tree later) {
        Set<String> touched = new TreeSet<>();
        files.forEach((path, state) -> {
            State now = later.files.get(path);
            if (now == null || now.modified() != state.modified()) {
                touched.add(path);
            }
        });
        return touched;
    }
}
