package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor of the store, as a user calls it. */
class DoctorIT {

    @TempDir
    private Path folder;

    @Test
    void a_damaged_store_is_explained_mended_and_completed() throws IOException {
        try (Workbench bench = Workbench.in(folder)) {
            bench.publish()
                    .addPackage("com.acme.dr:lib:1.0.0", Map.of("lib.txt", "lib\n"))
                    .add(TestPack.of("com.acme.dr", "starter", "1.0.0").installs("com.acme.dr:lib", "1.0.0"));
            run(bench, "packs:doctor")
                    .succeeds()
                    .shows("There is no store at", bench.store().toString());
            assertThat(bench.store()).doesNotExist();
            run(bench, "packs:install", "-Dpack=com.acme.dr:starter").succeeds();
            run(bench, "packs:doctor").succeeds().shows("1 whole package, 1 file", "Nothing is wrong");

            Path file = bench.store().resolve("packages/com.acme.dr/lib/1.0.0/lib-1.0.0.jar/lib.txt");
            Files.writeString(file, "changed\n");
            MavenResult wrong = run(bench, "packs:doctor");
            wrong.fails()
                    .shows("PACKS-222", "com.acme.dr:lib", "help:", "1 thing is wrong")
                    .shows("PACKS-601", file.toString(), "help:", "doctor -Dpacks.mend");
            assertThat(file).hasContent("changed");

            Path document = folder.resolve("doctor.json");
            run(bench, "packs:doctor", "-q", "-Dpacks.mend", "-Dpacks.format=json", "-Dpacks.outputFile=" + document)
                    .succeeds();
            JsonNode told = new ObjectMapper().readTree(document.toFile());
            assertThat(told.get("success").asBoolean()).isTrue();
            assertThat(told.get("result").get("mended").get(0).asText()).contains(file.toString());
            assertThat(told.get("warnings").get(0).get("code").asText()).isEqualTo("PACKS-222");
            bench.packages().holdsExactly();

            run(bench, "packs:install", "-Dpack=com.acme.dr:starter").succeeds();
            run(bench, "packs:doctor").succeeds().shows("Nothing is wrong");
            assertThat(file).hasContent("lib");
        }
    }

    @Test
    void engines_of_this_build_are_held_against_their_digests() throws IOException {
        try (Workbench bench = Workbench.in(folder)) {
            Path work = Files.createDirectories(bench.work());
            run(bench, "packs:sparql", "-Dquery.text=ASK { ?pack ?p ?o }").succeeds();
            run(bench, "packs:doctor").succeeds().shows("engines", "Nothing is wrong");
            Path jar;
            try (var files = Files.walk(bench.store().resolve("cache/engines"))) {
                jar = files.filter(path -> path.toString().endsWith(".jar"))
                        .findFirst()
                        .orElseThrow();
            }
            byte[] whole = Files.readAllBytes(jar);
            byte[] changed = whole.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(jar, changed);

            run(bench, "packs:doctor").fails().shows("PACKS-601", jar.toString());
            run(bench, "packs:doctor", "-Dpacks.mend").succeeds().shows("Mended", "Nothing is wrong");
            assertThat(jar).doesNotExist();
            run(bench, "packs:sparql", "-Dquery.text=ASK { ?pack ?p ?o }").succeeds();
            assertThat(jar).hasBinaryContent(whole);
            assertThat(work).isEmptyDirectory();
        }
    }

    /** By the coordinates, as the bench knows no prefix. */
    private static MavenResult run(Workbench bench, String goal, String... more) {
        List<String> arguments = new ArrayList<>(List.of(goal.replace("packs:", Harness.plugin() + ":")));
        arguments.addAll(List.of(more));
        return bench.maven().run(arguments.toArray(String[]::new));
    }
}
