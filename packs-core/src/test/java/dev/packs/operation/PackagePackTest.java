package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.io.ArchiveLimits;
import dev.packs.io.ArchiveTree;
import dev.packs.io.RelativePath;
import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagePackTest {

    private static final String REST =
            "name = \"Model\"\ndescription = \"Records.\"\ncategory = \"library\"\n[[templates]]\nname = \"a\"\nsource = \"templates/a.txt\"\noutput = \"a.txt\"\n";

    @TempDir
    Path folder;

    @Test
    void the_archive_holds_the_sources_the_completed_manifest_and_the_digests() throws IOException {
        write("pack.toml", "# mine\n[pack] # here\n" + REST);
        write("templates/a.txt", "hello\n");

        PackagePack.Built built = pack("1.2.0");

        ArchiveTree jar = jar();
        assertThat(jar.paths())
                .extracting(RelativePath::text)
                .containsExactlyInAnyOrder("META-INF/packs/digests", "pack.toml", "templates/a.txt");
        String manifest = text(jar, "pack.toml");
        assertThat(manifest)
                .isEqualTo("# mine\n[pack] # here\ngroup = \"com.acme\"\nid = \"model\"\nversion = \"1.2.0\"\n" + REST);
        assertThat(ManifestReader.read(manifest.getBytes(StandardCharsets.UTF_8), "pack.toml")
                        .manifest()
                        .id())
                .isEqualTo(id("1.2.0"));
        assertThat(text(jar, "META-INF/packs/digests"))
                .isEqualTo("packs-digests 1\n"
                        + Digest.of(manifest.getBytes(StandardCharsets.UTF_8)).hex() + " " + manifest.length()
                        + " pack.toml\n"
                        + Digest.of("hello\n".getBytes(StandardCharsets.UTF_8)).hex() + " 6 templates/a.txt\n");
        assertThat(folder.resolve("target/model.toml")).hasContent(manifest);
        assertThat(built.written()).isTrue();
        assertThat(built.lines().get(0)).startsWith("Packed com.acme:model:1.2.0: 3 files in ");
    }

    @Test
    void what_did_not_change_is_not_written_again() throws IOException {
        write("pack.toml", "[pack]\n" + REST);
        write("templates/a.txt", "hello\n");
        pack("1.2.0");
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(folder.resolve("target/model.jar"), old);

        assertThat(pack("1.2.0").written()).isFalse();
        assertThat(Files.getLastModifiedTime(folder.resolve("target/model.jar")))
                .isEqualTo(old);
    }

    @Test
    void a_version_changed_in_the_pom_alone_is_a_release() throws IOException {
        write("pack.toml", "[pack]\n" + REST);
        write("templates/a.txt", "hello\n");
        pack("1.2.0");

        assertThat(pack("1.3.0").written()).isTrue();
        assertThat(text(jar(), "pack.toml")).contains("version = \"1.3.0\"");
    }

    @Test
    void a_manifest_that_says_it_all_is_published_as_it_is() throws IOException {
        String manifest = "[pack]\nversion = \"1.2.0\"\nid = \"model\"\ngroup = \"com.acme\"\n" + REST;
        write("pack.toml", manifest);
        write("templates/a.txt", "");
        pack("1.2.0");

        assertThat(text(jar(), "pack.toml")).isEqualTo(manifest);
    }

    @Test
    void a_template_that_does_not_exist_is_told_with_its_place() throws IOException {
        write("pack.toml", "[pack]\n" + REST);
        write("templates/b.txt", "");
        write("META-INF/packs/digests", "mine");

        List<Problem> problems = problems();

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly(ProblemCode.OUTPUT_COLLISION, ProblemCode.TEMPLATE_MISSING);
        assertThat(problems.get(1).place().orElseThrow().line()).isEqualTo(7);
        assertThat(problems.get(1).help()).contains("did you mean `templates/b.txt`?");
    }

    @Test
    void a_project_without_a_manifest_is_told_where_to_write_one() throws IOException {
        Files.createDirectories(folder.resolve("src"));

        assertThat(problems()).extracting(Problem::code).containsExactly(ProblemCode.MANIFEST_MISSING);
    }

    private List<Problem> problems() {
        return catchThrowableOfType(PacksException.class, () -> pack("1.2.0")).problems();
    }

    private PackagePack.Built pack(String version) {
        return new PackagePack()
                .run(new PackagePack.Request(
                        folder.resolve("src"),
                        id(version),
                        folder.resolve("target/model.jar"),
                        folder.resolve("target/model.toml")));
    }

    private static PackId id(String version) {
        return new PackId(new PackName("com.acme", "model"), Version.parse(version));
    }

    private ArchiveTree jar() throws IOException {
        return ArchiveTree.read(
                "model.jar", Files.readAllBytes(folder.resolve("target/model.jar")), ArchiveLimits.ofPacks());
    }

    private static String text(ArchiveTree jar, String path) {
        return new String(jar.read(RelativePath.parse(path)).orElseThrow(), StandardCharsets.UTF_8);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("src").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
