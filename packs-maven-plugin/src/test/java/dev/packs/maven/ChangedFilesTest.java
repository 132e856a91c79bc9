package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.knowledge.GraphAccess;
import dev.packs.merge.FileMerger;
import dev.packs.operation.GenerateDeclared;
import dev.packs.operation.InstallPackages;
import dev.packs.operation.Module;
import dev.packs.operation.PackDeclaration;
import dev.packs.operation.PackageRepository;
import dev.packs.operation.PreparePacks;
import dev.packs.operation.Requirements;
import dev.packs.operation.StoreUse;
import dev.packs.pack.PackageCoordinates;
import dev.packs.pack.PackageRequest;
import dev.packs.rendering.VelocityTemplates;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackLibrary;
import dev.packs.source.TreeSource;
import dev.packs.store.FetchedPackage;
import dev.packs.store.Store;
import dev.packs.store.StoreSettings;
import dev.packs.version.MavenVersion;
import dev.packs.version.VersionConstraint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedFilesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("pack/templates"));
        Files.writeString(folder.resolve("pack/pack.toml"), """
            [pack]
            group = "com.acme"
            id = "model"
            version = "1.0.0"
            name = "Model"
            description = "A pack of a test"
            category = "library"

            [[variables]]
            name = "word"
            type = "string"
            default = "hello"

            [[templates]]
            name = "spoken"
            source = "templates/spoken.txt"
            output = "spoken.txt"

            [[templates]]
            name = "silent"
            source = "templates/silent.txt"
            output = "silent.txt"
            """);
        Files.writeString(folder.resolve("pack/templates/spoken.txt"), "[(${word})]\n");
        Files.writeString(folder.resolve("pack/templates/silent.txt"), "silent\n");
    }

    /** One run of a build, as the goal makes it. */
    private List<Path> generate(String word) {
        PackLibrary library = new PackLibrary(
                EmbeddedSource.of(Wiring.class.getClassLoader(), "dev/packs/embedded/"),
                new TreeSource("this build", List.of()),
                List.of(new TreeSource("named", List.of(LocalPacks.open(folder.resolve("pack"))))));
        PreparePacks prepare = new PreparePacks(
                library, new InstallPackages(new NoPackages(), this::store), new Requirements("0.1.0", "17", "3.8.7"));
        Module module = new Module(
                "app",
                folder,
                folder.resolve("out"),
                List.of(new PackDeclaration(
                        "model",
                        LocalPacks.open(folder.resolve("pack")).id().name(),
                        VersionConstraint.parse("1.0.0"),
                        new TreeMap<>(Map.of("word", word)),
                        Optional.empty(),
                        List.of())),
                Map.of(),
                Optional.empty());
        return new GenerateDeclared(prepare, new StoreUse(this::store, 1000), new NoGraphs())
                .run(new GenerateDeclared.Request(
                        module,
                        word,
                        Map.of(),
                        Optional.empty(),
                        Set.of("model"),
                        new GenerateDeclared.Mode("packs 1", false, false, false, false, true)))
                .changed();
    }

    /** Of packs that ask for none. */
    private static final class NoGraphs implements GraphAccess {

        @Override
        public GraphEngine engine() {
            throw new UnsupportedOperationException();
        }

        @Override
        public GraphLimits limits() {
            throw new UnsupportedOperationException();
        }

        @Override
        public VelocityTemplates velocity() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileMerger merger() {
            throw new AssertionError("nothing is to be merged");
        }
    }

    private Store store() {
        return Store.open(folder.resolve("home"), StoreSettings.defaults());
    }

    @Test
    void an_incremental_run_refreshes_exactly_the_changed_files() throws Exception {
        RecordedContainer first = RecordedContainer.ofEnvironment();
        new ChangedFiles(first.container()).refresh(generate("hello"));
        assertThat(first.refreshed)
                .containsExactlyInAnyOrder(
                        folder.resolve("out/model/spoken.txt"), folder.resolve("out/model/silent.txt"));

        RecordedContainer second = RecordedContainer.ofEnvironment();
        new ChangedFiles(second.container()).refresh(generate("bye"));
        assertThat(second.refreshed).containsExactly(folder.resolve("out/model/spoken.txt"));

        RecordedContainer third = RecordedContainer.ofEnvironment();
        new ChangedFiles(third.container()).refresh(generate("bye"));
        assertThat(third.refreshed).isEmpty();
        assertThat(third.lookups).isEmpty();
    }

    @Test
    void a_file_that_is_gone_is_refreshed_too() throws Exception {
        generate("hello");
        Files.writeString(
                folder.resolve("pack/pack.toml"),
                Files.readString(folder.resolve("pack/pack.toml"))
                        .replaceFirst("(?s)\\[\\[templates]]\nname = \"silent.*", ""));
        RecordedContainer environment = RecordedContainer.ofEnvironment();

        new ChangedFiles(environment.container()).refresh(generate("hello"));

        assertThat(environment.refreshed).containsExactly(folder.resolve("out/model/silent.txt"));
        assertThat(folder.resolve("out/model/silent.txt")).doesNotExist();
    }

    @Test
    void a_plain_maven_has_nobody_to_tell() throws Exception {
        RecordedContainer maven = RecordedContainer.ofMaven();
        new ChangedFiles(maven.container()).refresh(List.of(folder));
        assertThat(maven.lookups).isEmpty();

        RecordedContainer other = RecordedContainer.withoutComponent();
        new ChangedFiles(other.container()).refresh(List.of(folder));
        assertThat(other.lookups).hasSize(1);
        assertThat(other.refreshed).isEmpty();
    }

    /** The pack of this test needs none. */
    private static final class NoPackages implements PackageRepository {
        @Override
        public List<MavenVersion> versions(PackageRequest request) {
            throw new AssertionError(request);
        }

        @Override
        public FetchedPackage fetch(PackageCoordinates coordinates) {
            throw new AssertionError(coordinates);
        }

        @Override
        public List<PackageCoordinates> dependencies(PackageCoordinates coordinates, Map<String, String> managed) {
            throw new AssertionError(coordinates);
        }
    }
}
