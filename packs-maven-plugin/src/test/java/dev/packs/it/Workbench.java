package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a test of a failure starts from: a repository that can be told to fail, an empty local repository, an empty folder to work in, and an empty store. Nothing else is asked,
 * and nothing is shared with other tests.
 */
final class Workbench implements AutoCloseable {

    private final Path folder;
    private final FaultyRepository repository;

    private Workbench(Path folder, FaultyRepository repository) {
        this.folder = folder;
        this.repository = repository;
    }

    static Workbench in(Path folder) {
        return new Workbench(folder, FaultyRepository.serving(folder.resolve("market")));
    }

    /** Fills the repository. */
    PackRepositoryBuilder publish() {
        return new PackRepositoryBuilder(folder.resolve("market"));
    }

    FaultyRepository repository() {
        return repository;
    }

    /** A run in the work folder, with this store and local repository. */
    MavenRun maven() {
        return maven("work");
    }

    /** A run in another folder beside the work folder, with the same store and local repository. */
    MavenRun maven(String name) {
        return MavenRun.in(folder.resolve(name))
                .onlyRepository("market", repository.url())
                .localRepository(folder.resolve("local-repository"))
                .packsHome(store());
    }

    /** Where Maven runs. */
    Path work() {
        return folder.resolve("work");
    }

    /** What the work folder holds now. */
    Tree written() {
        return Tree.of(work());
    }

    /** {@code packs.home}. */
    Path store() {
        return folder.resolve("store");
    }

    /** The packages that are in the store now. */
    Tree packages() {
        return Tree.of(store().resolve("packages"));
    }

    /** Fails if a run left anything in the store that is no whole package. */
    void holdsNoLeftOvers() {
        assertThat(leftOvers()).isEmpty();
    }

    /** What runs keep in the store while they unpack. */
    List<Path> leftOvers() {
        Path tmp = store().resolve("tmp");
        if (!Files.isDirectory(tmp)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(tmp)) {
            return files.filter(path -> !path.equals(tmp)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
