package dev.packs.operation;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.activity.Activity;
import dev.packs.knowledge.FakeGraphs;
import dev.packs.pack.PackName;
import dev.packs.resolution.Requirement;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.MemorySource;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.source.TreeSource;
import dev.packs.store.Store;
import dev.packs.store.StoreSettings;
import dev.packs.version.VersionConstraint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Everything that an operation needs, in one folder: packs and packages that a test writes down, and the real store. Every run gets parts of its own, as builds do. */
final class Bench {

    final Path folder;
    final MemorySource packs = new MemorySource();
    final MemoryPackages packages;
    final List<PackContent> workspace = new ArrayList<>();
    Requirements machine = new Requirements("0.1.0-SNAPSHOT", "17.0.15", "3.8.7");
    long limit = 1_000_000_000;
    Activity activity = Activity.none();
    final FakeGraphs graphs = new FakeGraphs();
    final FakeArchetypes archetypes = new FakeArchetypes();

    Bench(Path folder) {
        this.folder = folder;
        packages = new MemoryPackages(folder.resolve("packages"));
    }

    PackLibrary library() {
        return new PackLibrary(
                EmbeddedSource.of(Bench.class.getClassLoader(), "dev/packs/source/packs/"),
                new TreeSource("the modules of this build", workspace),
                List.of(packs));
    }

    Store store() {
        return Store.open(folder.resolve("home"), StoreSettings.defaults().watchedBy(activity));
    }

    PreparePacks prepare() {
        return new PreparePacks(library(), new InstallPackages(packages, this::store), machine, activity);
    }

    StoreUse use() {
        return new StoreUse(this::store, limit);
    }

    Path lockFile() {
        return folder.resolve("packs.lock");
    }

    InstalledPacks install(String... requirements) {
        return new InstallPacks(prepare(), use()).run(installation(false, requirements));
    }

    InstallPacks.Request installation(boolean frozen, String... requirements) {
        return new InstallPacks.Request("app", requirements(requirements), Map.of(), lockFile(), frozen);
    }

    /** Each as {@code id@constraint}. */
    static List<Requirement> requirements(String... texts) {
        return Arrays.stream(texts).map(Bench::requirement).toList();
    }

    private static Requirement requirement(String text) {
        int at = text.indexOf('@');
        return new Requirement(name(text.substring(0, at)), VersionConstraint.parse(text.substring(at + 1)), "a test");
    }

    static PackName name(String id) {
        return new PackName("com.acme", id);
    }

    /** The packages in the store, as {@code group:name:version}. */
    List<String> stored() {
        return store().reader().list().stream()
                .map(each -> each.coordinates().toString())
                .sorted()
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every file below a folder with its text. */
    static Map<String, String> tree(Path root) {
        Map<String, String> tree = new TreeMap<>();
        if (Files.exists(root)) {
            try (var paths = Files.walk(root)) {
                paths.filter(Files::isRegularFile)
                        .forEach(path -> tree.put(root.relativize(path).toString(), read(path)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return tree;
    }

    /** What went wrong; fails the test if nothing did. */
    static List<Problem> problems(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(PacksException.class, call), "it succeeded")
                .problems();
    }

    static List<ProblemCode> codes(ThrowingCallable call) {
        return problems(call).stream().map(Problem::code).toList();
    }

    GenerateProject.Engines engines() {
        return new GenerateProject.Engines(graphs, archetypes);
    }
}
