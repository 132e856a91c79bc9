package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackRepositoryBuilderTest {

    @TempDir
    private Path folder;

    @Test
    void a_pack_has_all_that_a_repository_keeps_of_it() throws IOException {
        PackRepositoryBuilder repository = new PackRepositoryBuilder(folder);
        repository.add(TestPack.of("com.acme", "starter", "1.0.0")
                .dependsOn("com.acme:base", "^1.0")
                .template("A.txt", "A.txt", "hello\n"));
        Path home = repository.home("com.acme", "starter", "1.0.0");

        assertThat(home.resolve("starter-1.0.0.pom")).content().contains("<packaging>pack</packaging>");
        assertThat(home.resolve("starter-1.0.0.toml"))
                .content()
                .contains("id = \"starter\"", "pack = \"com.acme:base\"", "source = \"templates/A.txt\"");
        try (JarFile jar = new JarFile(home.resolve("starter-1.0.0.jar").toFile())) {
            assertThat(jar.stream().map(Object::toString)).containsExactly("pack.toml", "templates/A.txt");
        }
        assertThat(home.resolve("starter-1.0.0.toml.sha1")).content().hasSize(40);
        assertThat(home.resolve("starter-1.0.0.jar.md5")).content().hasSize(32);
    }

    @Test
    void the_metadata_lists_every_version() {
        new PackRepositoryBuilder(folder)
                .add(TestPack.of("com.acme", "starter", "1.0.0"))
                .add(TestPack.of("com.acme", "starter", "1.1.0"))
                .addPackage("com.acme:library:2.0", Map.of("a.css", "a {}"));
        assertThat(folder.resolve("com/acme/starter/maven-metadata.xml"))
                .content()
                .contains("<version>1.0.0</version>", "<version>1.1.0</version>");
        assertThat(folder.resolve("com/acme/library/maven-metadata.xml"))
                .content()
                .contains("<version>2.0</version>")
                .doesNotContain("1.0.0");
    }

    @Test
    void equal_packs_have_equal_bytes() throws IOException {
        TestPack pack =
                TestPack.of("com.acme", "starter", "1.0.0").file("files/b", "b").file("files/a", "a");
        PackRepositoryBuilder one = new PackRepositoryBuilder(folder.resolve("one")).add(pack);
        PackRepositoryBuilder two = new PackRepositoryBuilder(folder.resolve("two")).add(pack);
        assertThat(Files.readAllBytes(one.home("com.acme", "starter", "1.0.0").resolve("starter-1.0.0.jar")))
                .isEqualTo(Files.readAllBytes(
                        two.home("com.acme", "starter", "1.0.0").resolve("starter-1.0.0.jar")));
    }

    @Test
    void a_package_lists_its_dependencies_in_its_pom() {
        PackRepositoryBuilder repository = new PackRepositoryBuilder(folder)
                .addPackage("com.acme:top:1.0", Map.of("top.txt", "top"), "com.acme:below:1.0");
        assertThat(repository.home("com.acme", "top", "1.0").resolve("top-1.0.pom"))
                .content()
                .contains("<artifactId>below</artifactId><version>1.0</version>");
    }
}
