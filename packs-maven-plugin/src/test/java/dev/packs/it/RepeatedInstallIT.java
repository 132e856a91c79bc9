package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation of what is there: its digests are checked, and nothing else is done, as long as nothing has changed. */
class RepeatedInstallIT {

    private static final String FILE = "packages/com.acme.again/lib/1.0.0/lib-1.0.0.jar/lib.txt";

    @TempDir
    private Path folder;

    @Test
    void what_is_there_is_held_against_its_digests_and_nothing_is_resolved() throws IOException {
        try (Workbench bench = Workbench.in(folder)) {
            publish(bench);
            install(bench).shows("starter: 2 packs in 2 levels", "+ com.acme.again:lib:1.0.0", "wrote packs.lock");
            Tree store = Tree.of(bench.store());

            install(bench)
                    .shows(
                            "com.acme.again:starter: 2 packs in 2 levels",
                            "level 0: com.acme.again:base:1.0.0",
                            "level 1: com.acme.again:starter:1.0.0",
                            "= com.acme.again:lib:1.0.0",
                            "packs.lock is unchanged")
                    .doesNotShow("+ com.acme");

            assertThat(loaded()).doesNotContain("com.fasterxml.jackson", "dev.packs.resolution");
            store.isUntouchedIn(Tree.of(bench.store()));

            Files.writeString(bench.store().resolve(FILE), "changed");
            install(bench).shows("+ com.acme.again:lib:1.0.0");
            assertThat(bench.store().resolve(FILE)).hasContent("lib");

            Files.createDirectories(bench.store().resolve("tmp"));
            Files.createFile(bench.store().resolve("tmp/1-dead.lock"));
            install(bench).shows("= com.acme.again:lib:1.0.0");
            bench.holdsNoLeftOvers();
            assertThat(loaded()).contains("dev.packs.resolution");
        }
    }

    @Test
    void whatever_decides_about_it_and_changes_makes_it_a_whole_one_again() throws IOException {
        try (Workbench bench = Workbench.in(folder)) {
            publish(bench);
            install(bench);
            Path jar = folder.resolve("local-repository/com/acme/again/starter/1.0.0/starter-1.0.0.jar");
            byte[] whole = Files.readAllBytes(jar);
            byte[] other =
                    Files.readAllBytes(folder.resolve("local-repository/com/acme/again/base/1.0.0/base-1.0.0.jar"));
            Files.write(jar, other);
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.again:starter")
                    .fails()
                    .shows("PACKS-601", "com.acme.again:starter:1.0.0");
            Files.write(jar, whole);
            install(bench);
            assertThat(loaded()).doesNotContain("dev.packs.resolution");

            install(bench, "-Dpacks.groups=com.acme.again");
            assertThat(loaded()).contains("dev.packs.resolution");
            Files.delete(bench.work().resolve("packs.lock"));
            install(bench).shows("wrote packs.lock");
            try (DirectoryStream<Path> memories =
                    Files.newDirectoryStream(bench.store().resolve("cache/installations"))) {
                for (Path memory : memories) {
                    Files.writeString(memory, Files.readString(memory).replace("say ", "say not "));
                }
            }
            bench.maven().run(Harness.plugin() + ":doctor").fails().shows("PACKS-601", "cache/installations");
            install(bench).doesNotShow("not com.acme");
            bench.maven()
                    .run(Harness.plugin() + ":doctor", "-Dpacks.mend")
                    .succeeds()
                    .shows("Nothing is wrong");
        }
    }

    private MavenResult install(Workbench bench, String... more) {
        String[] arguments = new String[2 + more.length];
        arguments[0] = Harness.plugin() + ":install";
        arguments[1] = "-Dpack=com.acme.again:starter";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return bench.maven()
                .jvmOption("-Xlog:class+load:file=" + folder.resolve("classes"))
                .run(arguments)
                .succeeds();
    }

    private String loaded() throws IOException {
        return Files.readString(folder.resolve("classes"));
    }

    private static void publish(Workbench bench) {
        bench.publish()
                .addPackage("com.acme.again:lib:1.0.0", Map.of("lib.txt", "lib\n", "deep/er.txt", "er\n"))
                .add(TestPack.of("com.acme.again", "base", "1.0.0"))
                .add(TestPack.of("com.acme.again", "starter", "1.0.0")
                        .dependsOn("com.acme.again:base", "*")
                        .installs("com.acme.again:lib", "1.0.0"));
    }
}
