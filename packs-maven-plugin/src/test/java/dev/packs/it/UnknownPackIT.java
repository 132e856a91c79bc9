package dev.packs.it;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FM1: a pack or its manifest is not there. */
class UnknownPackIT {

    @TempDir
    private Path folder;

    @Test
    void a_misspelled_embedded_pack_is_answered_with_the_nearest_name_and_the_others() {
        try (Workbench bench = Workbench.in(folder)) {
            bench.maven()
                    .run(Harness.plugin() + ":generate", "-Dpack=web-api-startr", "-Dname=my-api")
                    .fails()
                    .shows(
                            "PACKS-101",
                            "`web-api-startr`",
                            "help: did you mean `web-api-starter`?",
                            "embedded packs: ",
                            "any Maven repository can offer packs");
            bench.written().holdsExactly();
        }
    }

    @Test
    void a_pack_that_no_repository_has_is_answered_with_where_it_was_looked_for() {
        try (Workbench bench = Workbench.in(folder)) {
            bench.publish().add(TestPack.of("com.acme.fm1", "starter", "1.0.0"));
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm1:startre")
                    .fails()
                    .shows("PACKS-101", "`com.acme.fm1:startre`", "the Maven repositor", "`market`", "help:");
            bench.written().holdsExactly();
        }
    }

    @Test
    void a_published_jar_without_a_manifest_is_named() {
        try (Workbench bench = Workbench.in(folder)) {
            bench.publish().addPackage("com.acme.fm1:no-pack:1.0.0", Map.of("README.md", "no manifest\n"));
            bench.maven()
                    .run(Harness.plugin() + ":generate", "-Dpack=com.acme.fm1:no-pack", "-Dname=my-api")
                    .fails()
                    .shows("PACKS-102", "com.acme.fm1:no-pack", "pack.toml", "help:");
            bench.written().holdsExactly();
        }
    }
}
