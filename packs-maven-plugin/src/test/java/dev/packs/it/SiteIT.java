package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody makes a site, looks what would change, and names a wrong folder, as {@code docs/site.md} does. How it looks is {@link SiteInBrowserIT}'s. */
class SiteIT {

    @TempDir
    private Path folder;

    @Test
    void a_site_is_made_of_what_is_at_hand_and_never_in_somebodys_folder() throws IOException {
        Path work = folder.resolve("work");
        TestPack pack =
                TestPack.of("com.acme.shown", "house", "1.0.0").dependsOn("dev.packs.starters:base-java", "^1.0");
        Path house = Files.createDirectories(work.resolve("packs/house"));
        Files.writeString(house.resolve("pack.toml"), pack.manifest());
        Files.writeString(house.resolve("README.md"), "# A *house*\n\n| a | b |\n| - | - |\n| 1 | 2 |\n");
        MavenRun maven = MavenRun.in(work).offline();

        maven.run("packs:site", "-Dpacks.folder=packs", "-Dpacks.output=site")
                .succeeds()
                .shows("Wrote the site of 13 packs to `", "16 files, 16 new", "Open it: ", "site/index.html");
        assertThat(work.resolve("site/packs/com.acme.shown/house.html"))
                .content()
                .contains("<em>house</em>", "<td>2</td>", "../../packs/dev.packs.starters/base-java.html");
        assertThat(work.resolve("site/packs/dev.packs.starters/base-java.html"))
                .content()
                .contains("com.acme.shown:house");

        Files.delete(house.resolve("pack.toml"));
        maven.run(
                        "packs:site",
                        "-Dpacks.folder=packs",
                        "-Dpacks.output=site",
                        "-Dpacks.dryRun",
                        "-Dpacks.format=json",
                        "-Dpacks.outputFile=site.json")
                .succeeds();
        assertThat(work.resolve("site.json"))
                .content()
                .contains(
                        "\"packs\" : 12",
                        "\"changed\" : 2",
                        "\"unchanged\" : 13",
                        "\"removed\" : 1",
                        "\"dryRun\" : true");
        assertThat(work.resolve("site/packs/com.acme.shown/house.html")).exists();

        Path own = Files.createDirectories(work.resolve("packs-site")).resolve("mine.txt");
        Files.writeString(own, "mine");
        maven.run("packs:site")
                .fails()
                .shows("PACKS-158", "holds what is no part of a site: mine.txt", "-Dpacks.force");
        try (Stream<Path> files = Files.list(work.resolve("packs-site"))) {
            assertThat(files).containsExactly(own);
        }
    }
}
