package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.io.ArchiveWriter;
import dev.packs.io.FolderTree;
import dev.packs.io.MemoryTree;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.pack.PackageCoordinates;
import dev.packs.pack.PackageRequest;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.source.PackOrigin;
import dev.packs.source.TreeSource;
import dev.packs.store.FetchedPackage;
import dev.packs.version.MavenVersion;
import dev.packs.version.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generates the golden cases that embedded packs carry, and scores those packs. */
class EmbeddedCasesTest {

    private static final Path PACKS =
            Path.of("../packs-maven-plugin/src/main/packs").toAbsolutePath().normalize();
    private static final Map<String, StyleSheet> STYLES = Map.of(
            "normalize.css",
            new StyleSheet(
                    "8.0.1", "normalize.css", "web-api-starter/cases/h2/expected/src/main/resources/static/vendor/"),
            "picocss__pico",
            new StyleSheet(
                    "2.1.1",
                    "css/pico.classless.min.css",
                    "ml-data-science/cases/classification/expected/src/main/resources/ml/page/vendor/"));

    @TempDir
    private Path folder;

    private Bench bench;
    private PackLibrary library;
    private PreparePacks prepare;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder.resolve("bench"));
        List<PackContent> packs = new ArrayList<>();
        try (Stream<Path> folders = Files.list(PACKS)) {
            for (Path each : folders.sorted().toList()) {
                packs.add(new PackContent(
                        LocalPacks.manifest(each, Optional.empty()).manifest().id(),
                        PackOrigin.FOLDER,
                        FolderTree.read(each),
                        Optional.empty(),
                        Optional.of(each)));
            }
        }
        library = new PackLibrary(
                EmbeddedSource.of(Bench.class.getClassLoader(), "dev/packs/source/packs/"),
                new TreeSource("the embedded packs", packs),
                List.of());
        prepare = new PreparePacks(library, new InstallPackages(new Styles(folder), bench::store), bench.machine);
    }

    /** The file that an embedded pack takes out of a package, and where golden cases expect it. */
    private record StyleSheet(String version, String file, String expected) {}

    /** The packages that embedded packs ask for, which this test cannot fetch: their content is what the golden cases expect. */
    private record Styles(Path folder) implements PackageRepository {

        @Override
        public List<MavenVersion> versions(PackageRequest request) {
            return List.of(MavenVersion.of(of(request.artifactId()).version()));
        }

        private static StyleSheet of(String artifactId) {
            return Objects.requireNonNull(STYLES.get(artifactId));
        }

        @Override
        public FetchedPackage fetch(PackageCoordinates coordinates) {
            try {
                Path jar = folder.resolve(coordinates.fileName());
                StyleSheet style = of(coordinates.artifactId());
                String path = "META-INF/resources/webjars/" + coordinates.artifactId() + "/" + style.version() + "/"
                        + style.file();
                byte[] content = Files.readAllBytes(PACKS.resolve(style.expected() + style.file()));
                Files.write(jar, ArchiveWriter.withoutTime().jar(new MemoryTree().with(path, content)));
                return new FetchedPackage(jar, "test");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public List<PackageCoordinates> dependencies(PackageCoordinates coordinates, Map<String, String> managed) {
            return List.of();
        }
    }

    private static PackRef.Named ref(String id) {
        return (PackRef.Named) PackRef.parse("dev.packs.starters:" + id);
    }

    @ParameterizedTest
    @CsvSource({
        "base-java,4",
        "cli-app,1",
        "database-advanced,2",
        "devops-basics,5",
        "domain-model,1",
        "enterprise-stack,2",
        "ml-data-science,2",
        "monitoring-observability,2",
        "pack-project,1",
        "production-deployment,5",
        "web-api-starter,3"
    })
    void an_embedded_pack_generates_what_its_golden_cases_expect(String id, int cases) {
        GenerateProject generate = new GenerateProject(library, prepare, bench.use(), bench.engines());
        // Rewrites them: mvn -pl packs-core test -Dtest=EmbeddedCasesTest -Dpacks.regenerate=true
        TestedPacks tested = new TestPack(generate, (project, arguments, log) -> Optional.empty(), "1.0.0")
                .run(new TestPack.Request(
                        List.of(new TestPack.Subject(
                                ref(id), PACKS.resolve(id).resolve("cases"), folder.resolve("work"))),
                        Set.of(),
                        true,
                        Boolean.getBoolean("packs.regenerate")));

        assertThat(tested.packs())
                .singleElement()
                .satisfies(pack -> assertThat(pack.cases()).hasSize(cases).allMatch(TestedPacks.Case::compared));
    }

    @ParameterizedTest
    @CsvSource({
        "base-java,65",
        "cli-app,65",
        "database-advanced,65",
        "devops-basics,65",
        "domain-model,65",
        "enterprise-stack,65",
        "ml-data-science,65",
        "monitoring-observability,65",
        "pack-project,65",
        "production-deployment,65",
        "web-api-starter,68"
    })
    void an_embedded_pack_scores_what_the_page_says(String id, int points) throws IOException {
        PackContent pack = library.content(new PackId(new PackName("dev.packs.starters", id), Version.of(1, 0, 0)));
        PackScore score = new ScorePack(prepare, bench.graphs, query -> 1, "1.0.0")
                .run(new ScorePack.Subject(library.manifest(pack.id()).manifest(), pack.files(), Optional.empty()));

        assertThat(score.points()).as(String.join("\n", score.lines())).isEqualTo(points);
        assertThat(Files.readString(Path.of("../docs/embedded-packs.md"))).contains(row(id, score));
    }

    private static String row(String id, PackScore score) {
        return Stream.concat(Stream.of(score.points()), score.parts().stream().map(PackScore.Part::points))
                .map(String::valueOf)
                .collect(Collectors.joining(" | ", "| `" + id + "` | ", " |\n"));
    }
}
