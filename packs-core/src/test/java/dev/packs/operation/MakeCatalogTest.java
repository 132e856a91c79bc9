package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.catalog.Catalog;
import dev.packs.catalog.CatalogCache;
import dev.packs.description.PackIris;
import dev.packs.graph.GraphBase;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.integrity.Digest;
import dev.packs.io.ArchiveWriter;
import dev.packs.io.FolderTree;
import dev.packs.pack.PackId;
import dev.packs.pack.PackRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeCatalogTest {

    private static final Place LINE = new Place("list.txt", 3, 1);

    @TempDir
    private Path folder;

    private List<Problem> wrong = List.of();

    private Bench bench;
    private Path output;
    private Path packs;

    @BeforeEach
    void set() {
        bench = new Bench(folder);
        output = folder.resolve("market.packcatalog");
        packs = folder.resolve("packs");
    }

    private static String toml(String id, String rest) {
        return "[pack]\ngroup = \"com.acme\"\nid = \"" + id + "\"\nversion = \"1.0.0\"\ndescription = \"Of a test\"\n"
                + rest;
    }

    private MakeCatalog.Made make(boolean lenient, String... refs) {
        return new MakeCatalog(bench.library(), List.of("com.acme"))
                .run(new MakeCatalog.Request(
                        new MakeCatalog.Asked(
                                Arrays.stream(refs)
                                        .map(ref -> new MakeCatalog.Ref(
                                                (PackRef.Named) PackRef.parse(ref), Optional.of(LINE)))
                                        .toList(),
                                wrong),
                        Files.exists(packs) ? Optional.of(packs) : Optional.empty(),
                        output,
                        lenient));
    }

    @Test
    void what_names_nothing_is_told_with_its_line_beside_what_nobody_has_and_left_out_on_demand() {
        bench.packs.pack("base", "1.0.0", "");
        wrong = List.of(Problem.at(ProblemCode.PARAMETER_INVALID, new Place("list.txt", 1, 1), "it is wrong"));

        assertThat(Bench.problems(() -> make(false, "base", "nobody")))
                .extracting(problem -> problem.place().map(Place::line).orElse(0))
                .containsExactly(1, 3);
        assertThat(make(true, "base", "nobody").warnings()).hasSize(2);
        assertThat(listed()).containsExactly("base");
    }

    private Catalog catalog() {
        return new CatalogCache(folder.resolve("cache")).open(output, "market", GraphLimits.standard());
    }

    private List<String> listed() {
        return catalog().entries().stream().map(entry -> entry.id().name().id()).toList();
    }

    @Test
    void a_pack_that_its_pom_names_is_listed_under_that_name() {
        Bench.write(packs.resolve("made/pom.xml"), """
                <project>
                  <parent><groupId>com.acme</groupId><artifactId>all</artifactId><version>1.2.0</version></parent>
                  <artifactId>made</artifactId>
                </project>
                """);
        Bench.write(packs.resolve("made/src/main/pack/pack.toml"), "[pack]\ndescription = \"Of a test\"\n");
        Bench.write(packs.resolve("made/other/pack.toml"), "[pack]\ndescription = \"Named nowhere\"\n");

        MakeCatalog.Made made = make(true);

        assertThat(catalog().entries())
                .extracting(entry -> entry.id().toString())
                .containsExactly("com.acme:made:1.2.0");
        assertThat(made.warnings())
                .hasSize(3)
                .allSatisfy(warning -> assertThat(warning.toString()).contains("other", "PACKS-106"));
    }

    @Test
    void every_kind_of_pack_below_a_folder_is_listed() throws IOException {
        Bench.write(packs.resolve("one/pack.toml"), toml("one", ""));
        Bench.write(packs.resolve(".git/pack.toml"), "no pack at all");
        Bench.write(packs.resolve("notes.toml"), "nor is this");
        Bench.write(packs.resolve("com/acme/two/1.0.0/two-1.0.0.toml"), toml("two", ""));
        byte[] jar = "the jar of two".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(packs.resolve("com/acme/two/1.0.0/two-1.0.0.jar"), jar);
        Path source = folder.resolve("three");
        Bench.write(source.resolve("pack.toml"), toml("three", ""));
        Files.write(packs.resolve("three.jar"), ArchiveWriter.withoutTime().jar(FolderTree.read(source)));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Bench.write(empty.resolve("a.txt"), "a");
        Files.write(packs.resolve("ordinary.jar"), ArchiveWriter.withoutTime().jar(FolderTree.read(empty)));

        MakeCatalog.Made made = make(false);

        assertThat(listed()).containsExactly("one", "three", "two");
        assertThat(made.packs()).isEqualTo(3);
        assertThat(made.triples()).isEqualTo(catalog().triples().size());
        assertThat(made.digest()).isEqualTo(Digest.of(Files.readAllBytes(output)));
        assertThat(made.lines().get(0)).startsWith("Wrote 3 packs, ");
        assertThat(made.document())
                .containsEntry("bytes", (int) Files.size(output))
                .containsEntry("packs", 3);
        assertThat(catalog().entries().get(2).archive()).contains(Digest.of(jar));
        assertThat(catalog().entries().get(0).archive()).isEmpty();
    }

    @Test
    void packs_are_listed_by_their_names_in_the_newest_version_that_is_asked_for() {
        bench.packs.pack("shop", "1.0.0", "");
        bench.packs.pack("shop", "2.0.0", "");
        bench.packs.pack("tool", "1.0.0", "");

        make(false, "com.acme:shop@^1.0", "tool", "alpha");

        assertThat(catalog().entries())
                .extracting(entry -> entry.id().toString())
                .contains("com.acme:shop:1.0.0", "com.acme:tool:1.0.0")
                .hasSize(3);
    }

    @Test
    void what_is_wrong_is_told_at_once_or_left_out() throws IOException {
        Bench.write(packs.resolve("one/pack.toml"), toml("one", ""));
        Bench.write(packs.resolve("two/pack.toml"), toml("two", "colour = \"red\"\n"));
        Bench.write(packs.resolve("three/pack.toml"), "[pack]\n");

        List<Problem> problems = Bench.problems(() -> make(false, "com.acme:nobody"));
        assertThat(problems)
                .extracting(Problem::code)
                .contains(ProblemCode.MANIFEST_UNKNOWN_KEY, ProblemCode.MANIFEST_MISSING_KEY);
        assertThat(output).doesNotExist();

        MakeCatalog.Made made = make(true);
        assertThat(made.warnings()).isNotEmpty();
        assertThat(listed()).containsExactly("one");
    }

    @Test
    void one_pack_in_two_places_is_one_and_two_packs_with_one_name_are_a_mistake() throws IOException {
        Bench.write(packs.resolve("a/pack.toml"), toml("one", ""));
        Bench.write(packs.resolve("b/pack.toml"), toml("one", ""));
        assertThat(make(false).packs()).isEqualTo(1);

        Bench.write(packs.resolve("c/pack.toml"), toml("one", "tags = [\"other\"]\n"));
        Problem problem = Bench.problems(() -> make(false)).get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.MANIFEST_DUPLICATE);
        assertThat(problem.help().orElseThrow()).contains("a");
    }

    @Test
    void nothing_is_no_catalogue() throws IOException {
        Files.createDirectories(packs);
        assertThat(Bench.problems(() -> make(true)).get(0).code()).isEqualTo(ProblemCode.PACK_NOT_FOUND);
        packs = folder.resolve("nowhere");
        assertThat(Bench.problems(() -> new MakeCatalog(bench.library(), List.of())
                                .run(new MakeCatalog.Request(
                                        MakeCatalog.Asked.NOTHING, Optional.of(packs), output, false)))
                        .get(0)
                        .code())
                .isEqualTo(ProblemCode.PARAMETER_INVALID);
    }

    /** What goals that ask do with a catalogue. */
    private AskGraph.Question question(String query, Optional<GraphScope> scope, String... refs) {
        return new AskGraph.Question(
                Arrays.stream(refs)
                        .map(ref -> (PackRef.Named) PackRef.parse(ref))
                        .toList(),
                Optional.of(query),
                Optional.empty(),
                Map.of(),
                scope,
                GraphLimits.standard(),
                false);
    }

    private FakeEngine ask(AskGraph.Question question) {
        FakeEngine engine = new FakeEngine();
        PackGraph graph = new PackGraph(
                bench.library(), List.of(), () -> List.of(bench.lockFile()), () -> Optional.of(catalog()));
        new AskGraph(graph, () -> engine).run(question);
        return engine;
    }

    private static boolean isHidden(GraphContent content, String id) {
        GraphBase base = content.base().orElseThrow();
        int number = base.terms().find("<https://packs.dev/pack/" + id + ">");
        assertThat(number).isNotNegative();
        return base.hidden().get(number);
    }

    @Test
    void packs_of_a_catalogue_are_asked_beside_those_that_are_at_hand() throws IOException {
        Bench.write(packs.resolve("one/pack.toml"), toml("one", ""));
        Bench.write(packs.resolve("two/pack.toml"), toml("two", ""));
        Bench.write(
                packs.resolve("alpha/pack.toml"),
                toml("alpha", "")
                        .replace(
                                "com.acme",
                                bench.library().embedded().packs().get(0).name().group()));
        make(false);

        FakeEngine engine = ask(question("find_related_packs", Optional.empty(), "one"));

        GraphContent content = engine.opened.get(0);
        assertThat(isHidden(content, "com.acme/one/1.0.0")).isFalse();
        PackId embedded = bench.library().embedded().packs().get(0);
        assertThat(isHidden(content, embedded.name().group() + "/alpha/1.0.0")).isTrue();
        assertThat(engine.asked.get(0).bindings()).isEqualTo(Map.of("pack", PackIris.of(Bench.name("one"))));
        assertThat(content.statements())
                .noneMatch(statement -> statement.subject().toString().contains("com.acme/one"));
    }

    @Test
    void other_scopes_do_not_know_the_catalogue() throws IOException {
        Bench.write(packs.resolve("one/pack.toml"), toml("one", ""));
        make(false);
        bench.packs.pack("shop", "1.0.0", "");

        FakeEngine engine = ask(question("find_shared_packages", Optional.of(GraphScope.PACK), "com.acme:shop"));

        assertThat(engine.opened.get(0).base()).isEmpty();
    }

    @Test
    void an_id_that_several_packs_have_is_no_name() throws IOException {
        Bench.write(packs.resolve("a/pack.toml"), toml("one", ""));
        Bench.write(packs.resolve("b/pack.toml"), toml("one", "").replace("com.acme", "org.other"));
        make(false);

        assertThatThrownBy(() -> ask(question("find_dependents", Optional.empty(), "one")))
                .hasMessageContaining("com.acme:one, org.other:one");
        assertThat(ask(question("find_dependents", Optional.empty(), "org.other:one")).asked)
                .hasSize(1);
    }

    @Test
    void a_query_of_a_listed_pack_is_known_and_its_file_is_fetched() throws IOException {
        Bench.write(packs.resolve("a/pack.toml"), toml("one", "[sparql_queries]\nfind = \"queries/find.rq\"\n"));
        make(false);
        bench.packs.pack("one", "1.0.0", "").with("queries/find.rq", "ASK {}");

        FakeEngine engine = ask(question("find", Optional.of(GraphScope.AVAILABLE), "com.acme:one"));

        assertThat(engine.asked.get(0).text()).isEqualTo("ASK {}");
    }
}
