package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.io.FolderTree;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.source.PackOrigin;
import dev.packs.source.TreeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever looks for an embedded pack finds first the one that a person would have named. */
class EmbeddedSearchTest {

    private static final Path PACKS =
            Path.of("../packs-maven-plugin/src/main/packs").toAbsolutePath().normalize();

    private SearchPacks search =
            new SearchPacks(new PacksAtHand(library(List.of()), List::of, Optional.empty()), Optional::empty);

    private static PackLibrary library(List<PackContent> packs) {
        return new PackLibrary(
                EmbeddedSource.of(EmbeddedSearchTest.class.getClassLoader(), "dev/packs/source/packs/"),
                new TreeSource("the embedded packs", packs),
                List.of());
    }

    @BeforeEach
    void open() throws IOException {
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
        search = new SearchPacks(new PacksAtHand(library(packs), List::of, Optional.empty()), Optional::empty);
    }

    @ParameterizedTest
    @CsvSource({
        // As it is called, or nearly so.
        "web-api-starter,web-api-starter",
        "cli,cli-app",
        "database,database-advanced",
        "enterprise,enterprise-stack",
        "ontology,ontology-model",
        "devops,devops-basics",
        "base,base-java",
        "domain model,domain-model",
        // By what it is for.
        "graphql,web-api-starter",
        "rest,web-api-starter",
        "openapi,web-api-starter",
        "picocli,cli-app",
        "command line,cli-app",
        "machine learning,ml-data-science",
        "machine-learning,ml-data-science",
        "prometheus,monitoring-observability",
        "grafana dashboard,monitoring-observability",
        "kubernetes,production-deployment",
        "terraform,production-deployment",
        "github actions,devops-basics",
        "renovate,devops-basics",
        "backup,database-advanced",
        "shacl,ontology-model",
        "licence,base-java",
        // The beginning of a word.
        "onto,ontology-model",
        "kube,production-deployment",
        "graf,monitoring-observability",
        "prod,production-deployment",
        // Mistyped.
        "kubernets,production-deployment",
        "promethus,monitoring-observability",
        "grapqhl,web-api-starter",
        "teraform,production-deployment",
        "ontolgy,ontology-model",
        "databse,database-advanced"
    })
    void what_a_person_would_name_is_found_first(String words, String first) {
        assertThat(search.run(new SearchPacks.Request(words, Optional.empty(), Optional.empty(), 5, false, true))
                        .packs())
                .extracting(row -> row.pack().id().name().id())
                .startsWith(first);
    }
}
