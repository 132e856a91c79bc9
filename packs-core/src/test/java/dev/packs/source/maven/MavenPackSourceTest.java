package dev.packs.source.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.activity.Measured;
import dev.packs.activity.Work;
import dev.packs.integrity.Digest;
import dev.packs.io.ArchiveWriter;
import dev.packs.io.FolderTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.source.PackContent;
import dev.packs.source.PackOrigin;
import dev.packs.version.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenPackSourceTest {

    private static final PackName NAME = new PackName("com.acme.packs", "model");
    private static final PackId ID = new PackId(NAME, Version.parse("1.2.0"));
    private static final String FOLDER = "com/acme/packs/model";
    private static final String FILE = FOLDER + "/1.2.0/model-1.2.0";

    @TempDir
    Path folder;

    private final RepositoryServer server = new RepositoryServer();
    private TestMaven maven;

    @BeforeEach
    void oneRepository() {
        maven = new TestMaven(folder.resolve("local")).with("acme", server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void every_version_by_semver_is_listed_and_no_other() {
        server.putVersions(FOLDER, "1.0", "1.0.0", "1.2.0-rc.1", "0.0.0-alpha", "2.0.0-SNAPSHOT", "final");

        assertThat(source().versions(NAME))
                .extracting(Version::toString)
                .containsExactlyInAnyOrder("1.0.0", "1.2.0-rc.1", "0.0.0-alpha", "2.0.0-SNAPSHOT");
    }

    @Test
    void versions_are_asked_for_once() {
        server.putVersions(FOLDER, "1.0.0");
        MavenPackSource source = source();

        assertThat(source.versions(NAME)).isEqualTo(source.versions(NAME)).hasSize(1);
        assertThat(server.requestsFor(FOLDER + "/maven-metadata.xml")).isOne();
    }

    @Test
    void a_pack_that_nobody_knows_has_no_versions() {
        assertThat(source().versions(NAME)).isEmpty();
        assertThat(source().manifest(ID)).isEmpty();
        assertThat(source().content(ID)).isEmpty();
    }

    @Test
    void the_manifest_comes_without_the_jar() {
        server.put(FILE + ".toml", "[pack]\n");

        assertThat(source().manifest(ID)).hasValueSatisfying(manifest -> {
            assertThat(manifest.file()).isEqualTo("com.acme.packs:model:1.2.0!/pack.toml");
            assertThat(new String(manifest.content(), StandardCharsets.UTF_8)).isEqualTo("[pack]\n");
        });
        assertThat(server.requests()).noneMatch(path -> path.endsWith(".jar"));
    }

    @Test
    void a_manifest_that_was_not_published_alone_is_read_from_the_jar() throws IOException {
        server.put(FILE + ".jar", jar("[pack] # inside\n"));

        assertThat(source().manifest(ID))
                .hasValueSatisfying(manifest -> assertThat(new String(manifest.content(), StandardCharsets.UTF_8))
                        .isEqualTo("[pack] # inside\n"));
    }

    @Test
    void a_jar_without_a_manifest_is_no_pack() throws IOException {
        server.put(FILE + ".jar", jarOf("README.md", "no manifest"));

        assertThatThrownBy(() -> source().manifest(ID))
                .isInstanceOfSatisfying(
                        PacksException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(Problem::code)
                                .containsExactly(ProblemCode.MANIFEST_MISSING))
                .hasMessageContaining("`pack.toml`");
    }

    @Test
    void each_transfer_is_told_and_what_is_there_already_is_none() throws IOException {
        Measured measured = new Measured(System::nanoTime);
        maven.activity = measured;
        byte[] jar = jar("[pack]\n");
        server.put(FILE + ".jar", jar);

        source().content(ID);
        Measured.Total first = measured.total(Work.DOWNLOAD);
        source().content(ID);

        assertThat(first.pieces()).isOne();
        assertThat(first.bytes()).isEqualTo(jar.length);
        assertThat(first.nanos()).isPositive();
        assertThat(measured.total(Work.DOWNLOAD)).isEqualTo(first);
        assertThat(measured.total(Work.VERIFY).bytes()).isEqualTo(2L * jar.length);
        assertThat(source().manifest(new PackId(NAME, Version.parse("9.0.0")))).isEmpty();
        assertThat(measured.total(Work.DOWNLOAD).bytes()).isEqualTo(jar.length);
        assertThat(measured.total(Work.DOWNLOAD).pieces()).isGreaterThan(1);
    }

    @Test
    void a_release_carries_the_digest_of_its_jar() throws IOException {
        byte[] jar = jar("[pack]\n");
        server.put(FILE + ".jar", jar);

        PackContent content = source().content(ID).orElseThrow();

        assertThat(content.origin()).isEqualTo(PackOrigin.REPOSITORY);
        assertThat(content.digest()).contains(Digest.of(jar));
        assertThat(content.files().paths()).containsExactly(RelativePath.parse("pack.toml"));
        assertThat(content.location())
                .hasValueSatisfying(file -> assertThat(file).startsWith(folder.resolve("local")));
    }

    @Test
    void a_snapshot_carries_none() throws IOException {
        PackId snapshot = new PackId(NAME, Version.parse("1.2.0-SNAPSHOT"));
        server.put(FOLDER + "/1.2.0-SNAPSHOT/model-1.2.0-SNAPSHOT.jar", jar("[pack]\n"));

        PackContent content = source().content(snapshot).orElseThrow();

        assertThat(content.origin()).isEqualTo(PackOrigin.SNAPSHOT);
        assertThat(content.digest()).isEmpty();
    }

    @Test
    void a_jar_that_is_none_is_refused() {
        server.put(FILE + ".jar", "not a jar");

        assertThatThrownBy(() -> source().content(ID))
                .isInstanceOfSatisfying(
                        PacksException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(Problem::code)
                                .containsExactly(ProblemCode.ARCHIVE_REFUSED));
    }

    @Test
    void offline_it_knows_what_was_fetched_by_exact_version() throws IOException {
        server.put(FILE + ".jar", jar("[pack]\n"));
        source().content(ID);

        MavenPackSource offline = new MavenPackSource(maven.offline());

        assertThat(offline.versions(NAME)).containsExactly(ID.version());
        assertThat(offline.content(ID)).isPresent();
        assertThat(offline.manifest(ID)).isPresent();
        assertThat(offline.label()).contains("`acme`").contains("offline");
    }

    private MavenPackSource source() {
        return new MavenPackSource(maven.online());
    }

    private byte[] jar(String manifest) throws IOException {
        return jarOf("pack.toml", manifest);
    }

    private byte[] jarOf(String file, String content) throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve(file), content);
        return ArchiveWriter.withoutTime().jar(FolderTree.read(tree));
    }
}
