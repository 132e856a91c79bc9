package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archetypes as packs in real Mavens, held against what the real archetype plugin writes. */
class ArchetypeIT {

    private static final String ORIGINAL = "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate";
    private static final String QUICKSTART = "org.apache.maven.archetypes:maven-archetype-quickstart:1.5";
    private static final String SERVICE = "com.acme:service-archetype:1.0";

    private static final String PARENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.acme</groupId>
              <artifactId>parent</artifactId>
              <version>3</version>
              <packaging>pom</packaging>
              <!-- stays -->
            </project>
            """;

    @TempDir
    private Path folder;

    /** Every path below a folder, folders with a slash, to the digest of its bytes; the `.packs` folders left out. */
    private static Map<String, String> tree(Path root) {
        Map<String, String> tree = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    // In the target of the project around it lies the report of the run.
                    if (path.endsWith(".packs") || path.equals(root.resolve("target"))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    tree.put(root.relativize(path) + "/", "");
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                    tree.put(root.relativize(path).toString(), digest(Files.readAllBytes(path)));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return tree;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MavenResult original(MavenRun run, String archetype, String... properties) {
        String[] parts = archetype.split(":");
        List<String> arguments = new ArrayList<>(List.of(
                ORIGINAL,
                "-DarchetypeGroupId=" + parts[0],
                "-DarchetypeArtifactId=" + parts[1],
                "-DarchetypeVersion=" + parts[2],
                "-DarchetypeCatalog=local"));
        arguments.addAll(List.of(properties));
        return run.run(arguments.toArray(String[]::new)).succeeds();
    }

    private static MavenResult packs(MavenRun run, String archetype, String... properties) {
        List<String> arguments = new ArrayList<>(List.of("packs:generate", "-Dpack=archetype:" + archetype));
        arguments.addAll(List.of(properties));
        return run.run(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                QUICKSTART + " -DjavaCompilerVersion=21",
                "org.apache.maven.archetypes:maven-archetype-webapp:1.4",
                // Descriptors of the old style.
                "org.apache.maven.archetypes:maven-archetype-quickstart:1.0",
                "org.apache.maven.archetypes:maven-archetype-j2ee-simple:1.0"
            })
    void a_project_is_byte_for_byte_that_of_the_archetype_plugin(String given) {
        String archetype = given.split(" ")[0];
        List<String> properties = new ArrayList<>(
                List.of("-DgroupId=com.acme", "-DartifactId=my-app", "-Dversion=2", "-Dpackage=com.acme.app"));
        properties.addAll(List.of(given.split(" ")).subList(1, given.split(" ").length));
        original(MavenRun.in(folder.resolve("theirs")), archetype, properties.toArray(String[]::new));
        packs(MavenRun.in(folder.resolve("ours")), archetype, properties.toArray(String[]::new))
                .succeeds();
        assertThat(tree(folder.resolve("ours"))).isEqualTo(tree(folder.resolve("theirs")));
        assertThat(folder.resolve("ours/my-app/.packs/answers.toml")).isRegularFile();
    }

    @Test
    void below_a_parent_both_poms_are_those_of_the_archetype_plugin() throws IOException {
        for (String side : List.of("theirs", "ours")) {
            Files.createDirectories(folder.resolve(side));
            Files.writeString(folder.resolve(side + "/pom.xml"), PARENT);
        }
        original(MavenRun.in(folder.resolve("theirs")), QUICKSTART, "-DgroupId=com.acme", "-DartifactId=my-app");
        packs(MavenRun.in(folder.resolve("ours")), QUICKSTART, "-Dvar.groupId=com.acme", "-Dname=my-app")
                .succeeds();
        assertThat(tree(folder.resolve("ours"))).isEqualTo(tree(folder.resolve("theirs")));
        assertThat(folder.resolve("ours/pom.xml")).content().contains("<module>my-app</module>", "<!-- stays -->");
    }

    @Test
    void an_imported_archetype_is_a_pack_that_builds_and_generates() {
        Path work = folder.resolve("work");
        MavenRun run = MavenRun.in(work);
        run.run("packs:import", "-Dpack=archetype:org.apache.maven.archetypes:maven-archetype-quickstart:1.5")
                .succeeds()
                .shows(
                        "Imported " + QUICKSTART,
                        "Exact: what `archetype:generate -B` of maven-archetype-plugin 3.4.1 yields",
                        "Checked more strictly");
        MavenRun.in(work.resolve("maven-archetype-quickstart-pack"))
                .run("install")
                .succeeds();
        String pack = "-Dpack=org.apache.maven.archetypes:maven-archetype-quickstart-pack";
        run.run("packs:show", pack).succeeds().shows("archetype  ", QUICKSTART, "javaCompilerVersion");
        run.run("packs:validate", pack).succeeds();
        run.run("packs:sparql", pack, "-Dquery=find_related_packs").succeeds();
        run.run("packs:install", pack).succeeds();
        run.run("packs:generate", pack, "-Dname=my-app", "-Dvar.groupId=com.acme")
                .succeeds();
        packs(MavenRun.in(folder.resolve("direct")), QUICKSTART, "-Dname=my-app", "-Dvar.groupId=com.acme")
                .succeeds();
        assertThat(tree(work.resolve("my-app"))).isEqualTo(tree(folder.resolve("direct/my-app")));
        run.run("packs:export", pack, "-Dpacks.format=archetype")
                .succeeds()
                .shows("Wrote the archetype " + QUICKSTART, "It asks for ");
        assertThat(work.resolve("maven-archetype-quickstart-1.5.jar"))
                .hasSameBinaryContentAs(work.resolve(
                        "maven-archetype-quickstart-pack/src/main/pack/archetype/maven-archetype-quickstart-1.5.jar"));
        run.run("packs:generate", pack, "-Dname=again", "-Dvar.groupId=com.acme", "-Dvar.javaCompilerVersio=8")
                .fails()
                .shows("PACKS-306", "did you mean `-Dvar.javaCompilerVersion`?");
    }

    private static Map<String, String> service() {
        return Map.of(
                "META-INF/maven/archetype-metadata.xml",
                """
                <archetype-descriptor name="service">
                  <requiredProperties>
                    <requiredProperty key="java-version"><defaultValue>17</defaultValue><validationRegex>[0-9]+</validationRegex></requiredProperty>
                    <requiredProperty key="title"><defaultValue>${artifactId} by ${groupId}</defaultValue></requiredProperty>
                  </requiredProperties>
                  <fileSets>
                    <fileSet filtered="true"><directory>src/main/text</directory><includes><include>**/*.txt</include></includes></fileSet>
                  </fileSets>
                </archetype-descriptor>
                """,
                "META-INF/archetype-post-generate.groovy",
                "new File(request.outputDirectory, request.artifactId + '/made-by-script.txt').text = title\n",
                "archetype-resources/pom.xml",
                "<project><modelVersion>4.0.0</modelVersion><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version></project>\n",
                "archetype-resources/src/main/text/__artifactId__.txt",
                "${title} ${package}\n");
    }

    @Test
    void a_script_is_refused_until_its_digest_is_allowed() {
        new PackRepositoryBuilder(folder.resolve("market")).addPackage(SERVICE, service());
        String market = folder.resolve("market").toUri().toString();
        MavenRun theirs = MavenRun.in(folder.resolve("theirs")).repository("market", market);
        original(theirs, SERVICE, "-DgroupId=com.acme", "-DartifactId=my-app");
        MavenRun ours = MavenRun.in(folder.resolve("ours")).repository("market", market);
        String refusal = packs(ours, SERVICE, "-Dname=my-app", "-Dvar.groupId=com.acme")
                .fails()
                .shows("PACKS-607")
                .output();
        assertThat(folder.resolve("ours")).isEmptyDirectory();
        Matcher digest = Pattern.compile("packs\\.allowScript=(?:sha256:)?([0-9a-f]{64})")
                .matcher(refusal);
        assertThat(digest.find()).isTrue();
        packs(ours, SERVICE, "-Dname=my-app", "-Dvar.groupId=com.acme", "-Dpacks.allowScript=" + digest.group(1))
                .succeeds();
        assertThat(tree(folder.resolve("ours"))).isEqualTo(tree(folder.resolve("theirs")));
        packs(ours, SERVICE, "-Dname=other", "-Dvar.groupId=com.acme", "-Djava-version=new", "-Dpacks.allowScript=x")
                .fails()
                .shows("PACKS-117", "is not the digest of a script");
    }

    @Test
    void catalogues_are_read_from_the_local_repository_and_through_the_resolver() throws IOException {
        PackRepositoryBuilder market = new PackRepositoryBuilder(folder.resolve("market"));
        StringBuilder catalog = new StringBuilder("<archetype-catalog><archetypes>");
        for (String archetype : List.of(SERVICE, "com.acme:lib-archetype:1.0", "com.acme:lib-archetype:2.0")) {
            market.addPackage(archetype, service());
            String[] parts = archetype.split(":");
            catalog.append("<archetype><groupId>")
                    .append(parts[0])
                    .append("</groupId><artifactId>")
                    .append(parts[1]);
            catalog.append("</artifactId><version>").append(parts[2]).append("</version></archetype>");
        }
        catalog.append("</archetypes></archetype-catalog>");
        Files.writeString(folder.resolve("market/archetype-catalog.xml"), catalog);
        Files.createDirectories(folder.resolve("local"));
        Files.writeString(folder.resolve("local/archetype-catalog.xml"), catalog);
        MavenRun run = MavenRun.in(folder.resolve("work"))
                .localRepository(folder.resolve("local"))
                .repository("archetype", folder.resolve("market").toUri().toString());
        run.run(Harness.plugin() + ":import", "-Dpacks.archetypeCatalog=local", "-Dpacks.output=packs")
                .succeeds()
                .shows("Imported " + SERVICE, "packs.allowScript=", "com.acme:lib-archetype:2.0");
        assertThat(folder.resolve("work/packs/lib-archetype-pack/src/main/pack/archetype/lib-archetype-2.0.jar"))
                .isRegularFile();
        run.run(
                        Harness.plugin() + ":import",
                        "-Dpacks.archetypeCatalog=remote",
                        "-Dpacks.output=remote",
                        "-Dpacks.dryRun")
                .succeeds()
                .shows("Would import " + SERVICE, "Nothing was written.");
        run.run(Harness.plugin() + ":import", "-Dpack=archetype:com.acme:servce-archetype")
                .fails()
                .shows("PACKS-101", "did you mean `com.acme:service-archetype`?");
    }
}
