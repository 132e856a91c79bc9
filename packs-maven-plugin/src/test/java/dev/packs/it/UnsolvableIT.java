package dev.packs.it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FM4: packs that need each other in a circle. FM5: packs that cannot be had together. */
class UnsolvableIT {

    @TempDir
    private Path folder;

    @Test
    void a_cycle_of_published_packs_is_shown_as_a_path() {
        try (Workbench bench = Workbench.in(folder)) {
            bench.publish()
                    .add(TestPack.of("com.acme.fm4", "shop", "1.0.0").dependsOn("com.acme.fm4:orders", "^1.0"))
                    .add(TestPack.of("com.acme.fm4", "orders", "1.1.0").dependsOn("com.acme.fm4:billing", "^1.0"))
                    .add(TestPack.of("com.acme.fm4", "billing", "1.2.0").dependsOn("com.acme.fm4:orders", "^1.0"));
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm4:shop")
                    .fails()
                    .shows(
                            "PACKS-401",
                            "com.acme.fm4:billing:1.2.0 -> com.acme.fm4:orders:1.1.0 (^1.0) -> com.acme.fm4:billing:1.2.0",
                            "help:");
            bench.written().holdsExactly();
        }
    }

    @Test
    void a_conflict_is_explained_by_who_asked_for_what_and_what_there_is() {
        try (Workbench bench = Workbench.in(folder)) {
            bench.publish()
                    .add(TestPack.of("com.acme.fm5", "base", "1.4.0"))
                    .add(TestPack.of("com.acme.fm5", "base", "2.0.0"))
                    .add(TestPack.of("com.acme.fm5", "web", "1.0.0").dependsOn("com.acme.fm5:base", "^2.0"))
                    .add(TestPack.of("com.acme.fm5", "data", "1.0.0").dependsOn("com.acme.fm5:base", "^1.0"))
                    .add(TestPack.of("com.acme.fm5", "shop", "1.0.0")
                            .dependsOn("com.acme.fm5:web", "^1.0")
                            .dependsOn("com.acme.fm5:data", "^1.0"));
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm5:shop")
                    .fails()
                    .shows("PACKS-402")
                    .shows("com.acme.fm5:web", "com.acme.fm5:base")
                    .shows("com.acme.fm5:data", "com.acme.fm5:base")
                    .shows("help:");
            bench.written().holdsExactly();
        }
    }
}
