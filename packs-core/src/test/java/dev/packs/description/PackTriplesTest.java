package dev.packs.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.graph.Statement;
import dev.packs.pack.PackManifest;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackTriplesTest {

    private static final String VERSION = "<https://packs.dev/pack/com.acme/full/1.2.0";

    private final List<PackManifest> manifests = FullPack.manifests();
    private final List<Statement> statements = PackTriples.of(manifests);
    private final List<String> lines =
            statements.stream().map(Statement::toString).toList();

    private static String line(String subject, String predicate, String object) {
        return subject + " <" + predicate + "> " + object + " .";
    }

    private static String own(String part, String predicate, String object) {
        return line(VERSION + part + ">", PacksTerms.NAMESPACE + predicate, object);
    }

    @Test
    void a_version_is_told_from_its_pack() {
        assertThat(lines)
                .contains(
                        line(
                                VERSION + ">",
                                SharedTerms.DCTERMS + "isVersionOf",
                                "<https://packs.dev/pack/com.acme/full>"),
                        line("<https://packs.dev/pack/com.acme/full>", SharedTerms.DOAP + "release", VERSION + ">"),
                        line(VERSION + ">", SharedTerms.DCTERMS + "identifier", "\"com.acme:full:1.2.0\""),
                        line(VERSION + ">", SharedTerms.DCTERMS + "description", "\"Says \\\"everything\\\"\""),
                        line(VERSION + ">", SharedTerms.DCTERMS + "license", "<http://spdx.org/licenses/Apache-2.0>"));
    }

    @Test
    void values_keep_their_types() {
        assertThat(lines)
                .contains(
                        own("", "healthScore", "\"87.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>"),
                        own("", "productionReady", "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>"),
                        own("#variable/port", "option", "\"9000\"^^<http://www.w3.org/2001/XMLSchema#integer>"),
                        own("#variable/entities", "default", "\"[{\\\"name\\\":\\\"Order\\\"}]\""),
                        own("#variable/entities", "item", VERSION + "#variable/entities/items>"),
                        own("#variable/entities/items/name", "type", "\"string\""));
    }

    @Test
    void the_default_of_a_secret_stays_where_it_is() {
        assertThat(lines)
                .contains(own("#variable/password", "secret", "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>"));
        assertThat(lines).noneMatch(line -> line.contains("swordfish"));
    }

    @Test
    void a_package_that_is_no_plain_jar_is_called_by_type_and_classifier() {
        assertThat(lines)
                .contains(
                        own("", "packageRequest", VERSION + "#package/org.example/css/zip/dist>"),
                        own("", "installs", "<https://packs.dev/package/org.example/css>"));
    }

    @Test
    void constraints_that_leave_nothing_to_choose_are_said_to() {
        String disjoint = PacksTerms.NAMESPACE + "disjointWith";
        String versions = "<https://packs.dev/versions/";
        assertThat(lines)
                .contains(
                        line(versions + "pack/%5E1.0>", disjoint, versions + "pack/%5E2.0>"),
                        line(versions + "pack/%5E2.0>", disjoint, versions + "pack/%5E1.0>"),
                        line(versions + "package/%5E1.0>", disjoint, versions + "package/%5E2.0>"),
                        line(versions + "pack/%3E%3D17>", disjoint, versions + "pack/%3C17>"));
    }

    @Test
    void an_expression_of_licences_names_none() {
        assertThat(lines)
                .contains(line(
                        "<https://packs.dev/pack/com.acme/other/0.1.0>",
                        PacksTerms.NAMESPACE + "licenseExpression",
                        "\"MIT OR Apache-2.0\""))
                .noneMatch(line -> line.contains("licenses/MIT"));
    }

    @Test
    void everything_is_said_once_and_in_the_same_order() {
        assertThat(new HashSet<>(statements)).hasSameSizeAs(statements);
        assertThat(PackTriples.of(manifests)).isEqualTo(statements);
        assertThat(PackTriples.of(List.of(manifests.get(0), manifests.get(0))))
                .isEqualTo(PackTriples.of(List.of(manifests.get(0))));
    }
}
