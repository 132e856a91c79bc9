package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeId;
import dev.packs.integrity.Digest;
import dev.packs.io.RelativePath;
import dev.packs.knowledge.FakeGraphs;
import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import dev.packs.version.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportArchetypeTest {

    private static final String DESCRIPTOR = """
            property java-version 17~[0-9]+
            property flag true~true|false
            property kind web~^(web|cli)$
            property long ${groupId}.x
            property bad abc~[0-9]+
            property broken x~[
            property pack
            property Flag y
            test basic groupId=com.acme artifactId=basic flag=false java-version=21 unknown=1
            """;

    private static final String CASE = """
            # What the archetype's own test runs in the project: code of whoever wrote the archetype. Without the `#`, `mvn packs:test` runs it.
            # build = ["verify"]
            """;

    @TempDir
    private Path folder;

    private Path work;
    private final FakeArchetypes archetypes = new FakeArchetypes();
    private final Shelf shelf = new Shelf();

    private final class Shelf implements ArchetypeRepository {

        private final Map<ArchetypeId, Path> jars =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        private Optional<Path> local = Optional.empty();
        private Optional<Path> remote = Optional.empty();

        void add(String group, String artifact, String version, byte[] jar) {
            ArchetypeId id = new ArchetypeId(group, artifact, version);
            try {
                jars.put(id, Files.write(folder.resolve(group + "." + id.jarName()), jar));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public String label() {
            return "the shelf";
        }

        @Override
        public List<String> versions(String group, String artifact) {
            List<String> versions = new ArrayList<>();
            for (ArchetypeId id : jars.keySet()) {
                if (id.group().equals(group) && id.artifact().equals(artifact)) {
                    versions.add(id.version());
                }
            }
            return versions;
        }

        @Override
        public Optional<Path> jar(ArchetypeId archetype) {
            return Optional.ofNullable(jars.get(archetype));
        }

        @Override
        public Optional<Path> localCatalog() {
            return local;
        }

        @Override
        public Optional<Path> remoteCatalog() {
            return remote;
        }
    }

    @BeforeEach
    void fill() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        shelf.add("com.acme", "service-archetype", "1.9", FakeArchetypes.jar("", Map.of("pom.xml", "old")));
        shelf.add("com.acme", "service-archetype", "1.10", FakeArchetypes.jar(DESCRIPTOR, Map.of("pom.xml", "<p/>")));
        shelf.add("com.acme", "service-archetype", "2.0-beta-1", FakeArchetypes.jar("", Map.of("pom.xml", "beta")));
    }

    private ImportedArchetypes run(String catalogs, Optional<Path> output, String... refs) {
        ArchetypeFinder finder =
                new ArchetypeFinder(shelf, new ArchetypeCatalogs(shelf, catalogs, work), archetypes, work);
        List<PackRef> parsed = refs.length == 0 ? List.of() : PackRef.parseAll(String.join(",", refs));
        return new ImportArchetype(finder, "0.1.0", Set.of("org.served"))
                .run(new ImportArchetype.Request(parsed, work, output, false, false));
    }

    private PacksException failure(String catalogs, String... refs) {
        PacksException failure =
                catchThrowableOfType(PacksException.class, () -> run(catalogs, Optional.empty(), refs));
        assertThat(failure).isNotNull();
        return failure;
    }

    private PackManifest imported() {
        PackContent content = LocalPacks.open(work.resolve("service-archetype-pack"));
        byte[] bytes = content.files().read(RelativePath.parse("pack.toml")).orElseThrow();
        return ManifestReader.read(bytes, "pack.toml", Optional.of(content.id()))
                .manifest();
    }

    @Test
    void the_newest_release_becomes_a_project_that_builds_a_pack() {
        run("", Optional.empty(), "archetype:com.acme:service-archetype");
        Path project = work.resolve("service-archetype-pack");
        assertThat(Bench.read(project.resolve("pom.xml")))
                .contains(
                        "<groupId>com.acme</groupId>",
                        "<artifactId>service-archetype-pack</artifactId>",
                        "<version>1.10.0</version>",
                        "<packaging>pack</packaging>",
                        "<version>0.1.0</version>");
        PackManifest manifest = imported();
        assertThat(manifest.id()).hasToString("com.acme:service-archetype-pack:1.10.0");
        assertThat(manifest.archetype()).hasValueSatisfying(archetype -> {
            assertThat(archetype).hasToString("com.acme:service-archetype:1.10");
            Path jar = archetype.jar().under(project.resolve("src/main/pack"));
            assertThat(jar).hasSameBinaryContentAs(folder.resolve("com.acme.service-archetype-1.10.jar"));
            assertThat(archetype.digest())
                    .isEqualTo(Digest.of(new FoundArchetype.OnDisk(new ArchetypeId("g", "a", "1"), jar)
                            .jar()
                            .bytes()));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DESCRIPTOR,
                "",
                "partial\nproperty a-b\nproperty a_b ${groupId}~[a-z]+\nproperty package x\nproperty empty \nproperty year ~(1|2)\nproperty groupId com.${x}",
                "property t true~true|false\nproperty f maybe~^(false|true)$\nproperty w web~^web$|^cli$\nproperty artifactId A~[A-Z]+\nproperty q a\"b\\\\c"
            })
    void the_manifest_that_nobody_reads_is_the_one_that_is_written(String descriptor) {
        shelf.add("com.acme", "made", "1.2.Final", FakeArchetypes.jar(descriptor, Map.of("pom.xml", "<p/>")));
        ArchetypeFinder finder = new ArchetypeFinder(shelf, new ArchetypeCatalogs(shelf, "", work), archetypes, work);
        PackContent pack = finder.pack(PackRef.parse("archetype:com.acme:made:1.2.Final"), Set.of());
        byte[] text = pack.files().read(RelativePath.parse("pack.toml")).orElseThrow();
        assertThat(pack.manifest().orElseThrow().manifest())
                .isEqualTo(ManifestReader.read(text, "pack.toml").manifest());
        assertThat(pack.files().paths())
                .allSatisfy(path -> assertThat(pack.files().read(path)).isPresent());
    }

    @Test
    void what_the_pom_is_changed_to_is_what_the_pack_is_called() {
        run("", Optional.empty(), "archetype:com.acme:service-archetype:1.10");
        Path project = work.resolve("service-archetype-pack");
        String pom = Bench.read(project.resolve("pom.xml"));
        Bench.write(
                project.resolve("pom.xml"),
                pom.replace("<groupId>com.acme<", "<groupId>org.mine<")
                        .replace(">service-archetype-pack<", ">mine<")
                        .replace("<version>1.10.0<", "<version>3.0.0<"));
        assertThat(imported().id()).hasToString("org.mine:mine:3.0.0");
    }

    @Test
    void properties_become_variables_with_types_and_patterns() {
        run("", Optional.empty(), "archetype:com.acme:service-archetype:1.10");
        PackManifest manifest = imported();
        assertThat(manifest.variables())
                .extracting(VariableDefinition::name)
                .containsExactly(
                        "groupId",
                        "artifactId",
                        "version",
                        "package",
                        "java_version",
                        "flag",
                        "kind",
                        "long",
                        "bad",
                        "broken",
                        "the_pack",
                        "Flag_2");
        assertThat(manifest.archetype().orElseThrow().properties())
                .isEqualTo(Map.of("java_version", "java-version", "the_pack", "pack", "Flag_2", "Flag"));
        assertThat(variable(manifest, "groupId").required()).isTrue();
        assertThat(variable(manifest, "version").defaultValue()).contains("1.0-SNAPSHOT");
        assertThat(variable(manifest, "package").required()).isFalse();
        assertThat(variable(manifest, "java_version").pattern()).contains("[0-9]+");
        assertThat(variable(manifest, "java_version").defaultValue()).contains("17");
        assertThat(variable(manifest, "flag").type()).isEqualTo(VariableType.BOOLEAN);
        assertThat(variable(manifest, "flag").defaultValue()).contains(true);
        assertThat(variable(manifest, "kind").options()).containsExactly("web", "cli");
        assertThat(variable(manifest, "long").defaultValue()).isEmpty();
        assertThat(variable(manifest, "long").description())
                .hasValueSatisfying(text -> assertThat(text).contains("the archetype makes it of `${groupId}.x`"));
        assertThat(variable(manifest, "bad").defaultValue()).isEmpty();
        assertThat(variable(manifest, "bad").required()).isFalse();
        assertThat(variable(manifest, "broken").pattern()).isEmpty();
        assertThat(variable(manifest, "the_pack").required()).isTrue();
    }

    private static VariableDefinition variable(PackManifest manifest, String name) {
        return manifest.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_fidelity_report_says_what_is_exact_stricter_and_refused() {
        shelf.add(
                "com.acme",
                "wild",
                "1",
                FakeArchetypes.jar(
                        "script boo\npartial\nproperty n 1~[0-9]",
                        Map.of("pom.xml", "ok\n$x.getClass().forName('a') ${package}.class", "b", "${a.class.name}")));
        ImportedArchetypes report = run("", Optional.empty(), "archetype:com.acme:wild:1");
        Digest script = Digest.of("script boo".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(report.lines())
                .first()
                .asString()
                .isEqualTo("Imported com.acme:wild:1 as com.acme:wild-pack:1.0.0 into `wild-pack`, 3 refused");
        assertThat(report.lines().toString())
                .contains(
                        "Cannot be generated: it runs a script of its own, until that is allowed, , Cannot be generated,   class access:",
                        "Exact: what",
                        "  partial: it also adds",
                        "Checked more strictly",
                        "  property n: a value that you give must match `[0-9]`; the original takes any with -B",
                        "wild-1.jar!/archetype-resources/pom.xml:2 reaches for a class",
                        "wild-1.jar!/archetype-resources/b:1 reaches for a class",
                        "-Dpacks.allowScript=" + script.hex(),
                        "  mvn -f wild-pack install",
                        "  unzip -p wild-pack/src/main/pack/archetype/wild-1.jar META-INF/",
                        "  mvn packs:generate -Dpack=com.acme:wild-pack -Dname=my-app -Dvar.groupId=com.acme -Dpacks.allowScript="
                                + script.hex());
        assertThat(report.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "PACKS-607 the archetype com.acme:wild:1 runs a script of its own, and cannot be generated until that is allowed\n"
                                + "  help: see what and why: `wild-pack/src/main/pack/archetype/fidelity.txt`");
        assertThat(Bench.read(work.resolve("wild-pack/src/main/pack/archetype/fidelity.txt")))
                .startsWith("The archetype com.acme:wild:1 as a pack\nCannot be generated: it")
                .contains("-Dpacks.allowScript=" + script.hex());
        assertThat(report.document().toString())
                .contains(
                        "archetype=com.acme:wild:1",
                        "fidelity={verdict=Cannot be generated: ",
                        "refused=[{subject=class access",
                        "path=pom.xml, change=create");
    }

    @Test
    void the_verdict_and_the_command_fit_what_the_archetype_asks_for() {
        shelf.add("com.acme", "plain", "1", FakeArchetypes.jar("", Map.of("pom.xml", "x")));
        shelf.add(
                "com.acme",
                "asks",
                "1",
                FakeArchetypes.jar(
                        "property kind ~^(web|cli)$\nproperty Code ~[A-Z]{3}\nproperty free-text\nproperty odd ~x{77}",
                        Map.of("pom.xml", "${kind.class.name}")));
        assertThat(run("", Optional.of(work.resolve("my packs/plain")), "archetype:com.acme:plain:1")
                        .lines())
                .contains(
                        "Generates exactly what archetype:generate 3.4.1 does",
                        "  mvn -f 'my packs/plain' install",
                        "  mvn packs:generate -Dpack=com.acme:plain-pack -Dname=my-app -Dvar.groupId=com.acme");
        ImportedArchetypes asks = run("", Optional.empty(), "archetype:com.acme:asks:1");
        String command =
                "mvn packs:generate -Dpack=com.acme:asks-pack -Dname=my-app -Dvar.groupId=com.acme -Dvar.kind=web -Dvar.Code=APP -Dvar.free_text=my-free-text -Dvar.odd=…";
        assertThat(asks.lines())
                .contains("Generates exactly what archetype:generate 3.4.1 does, but for 4 things", "  " + command);
        assertThat(Bench.read(work.resolve("asks-pack/src/main/pack/README.md")))
                .contains("\n" + command + "\n");
        assertThat(asks.warnings())
                .extracting(Problem::message)
                .containsExactly("the archetype com.acme:asks:1 has 1 template that cannot be generated");
    }

    @Test
    void a_pack_of_a_group_that_is_served_elsewhere_gets_a_group_of_its_own() {
        shelf.add("org.served", "a", "1", FakeArchetypes.jar("", Map.of("pom.xml", "x")));
        ImportedArchetypes report = run("", Optional.empty(), "archetype:org.served:a:1");
        assertThat(report.imported().get(0).pack()).hasToString("org.served.archetypes:a-pack:1.0.0");
        assertThat(report.lines().toString())
                .contains("  group: the pack's is `org.served.archetypes`", "-Dpack=org.served.archetypes:a-pack ");
        assertThat(Bench.read(work.resolve("a-pack/pom.xml"))).contains("<groupId>org.served.archetypes</groupId>");
        ArchetypeFinder finder = new ArchetypeFinder(shelf, new ArchetypeCatalogs(shelf, "", work), archetypes, work);
        PackRef ref = PackRef.parse("archetype:org.served:a:1");
        assertThat(finder.pack(ref, Set.of("org.served")).id()).hasToString("org.served.archetypes:a-pack:1.0.0");
        assertThat(finder.pack(ref, Set.of("org.other")).id()).hasToString("org.served:a-pack:1.0.0");
    }

    @Test
    void the_archetypes_own_tests_become_golden_cases() {
        run("", Optional.empty(), "archetype:com.acme:service-archetype:1.10");
        Path cases = work.resolve("service-archetype-pack/src/test/pack/basic");
        assertThat(Bench.tree(cases))
                .containsOnly(
                        Map.entry("answers.toml", """
                        # From the archetype's own test `basic`.
                        groupId = "com.acme"
                        artifactId = "basic"
                        java_version = "21"
                        flag = false
                        """),
                        Map.entry("case.toml", CASE),
                        Map.entry("expected/pom.xml", "<project/>"));
    }

    @Test
    void all_of_a_catalogue_is_imported_in_one_go() {
        shelf.add("org.other", "service-archetype", "3", FakeArchetypes.jar("", Map.of("pom.xml", "x")));
        shelf.add("org.other", "lib", "3.0.Final", FakeArchetypes.jar("", Map.of("pom.xml", "x")));
        Bench.write(
                work.resolve("mine.xml"),
                catalog(
                        "com.acme:service-archetype:1.9",
                        "com.acme:service-archetype:1.10",
                        "org.other:service-archetype:3",
                        "org.other:lib:3.0.Final",
                        "org.other:../lib:3"));
        ImportedArchetypes report = run("file:mine.xml", Optional.of(work.resolve("all")));
        assertThat(report.imported())
                .extracting(imported -> work.relativize(imported.folder()).toString() + " "
                        + imported.pack().version())
                .containsExactly(
                        "all/com.acme.service-archetype-pack 1.10.0",
                        "all/org.other.service-archetype-pack 3.0.0",
                        "all/lib-pack 3.0.0");
    }

    @Test
    void what_can_be_imported_is_although_something_else_cannot() {
        shelf.add("com.acme", "no-archetype", "1", new byte[0]);
        ImportedArchetypes report = run(
                "",
                Optional.empty(),
                "archetype:com.acme:service-archetype:1.9,archetype:com.acme:service-archetyp,archetype:com.acme:service-archetype:1.11");
        assertThat(report.imported()).hasSize(1);
        assertThat(report.failures())
                .extracting(problem -> problem.code())
                .containsExactly(
                        ProblemCode.PACK_NOT_FOUND, ProblemCode.VERSION_NOT_FOUND, ProblemCode.ARCHETYPE_INVALID);
        assertThat(report.failures().get(1).help())
                .contains("did you mean `1.10`?\nit has the versions 2.0-beta-1, 1.10, 1.9");
        assertThat(work.resolve("service-archetype-pack/pom.xml")).isRegularFile();
    }

    @Test
    void an_unknown_archetype_is_told_with_the_nearest_of_the_catalogues() {
        shelf.local = Optional.of(Bench.write(work.resolve("local.xml"), catalog("com.acme:service-archetype:1.9")));
        assertThat(failure("", "archetype:com.acme:servce-archetype").getMessage())
                .contains("there is no archetype `com.acme:servce-archetype` in the shelf")
                .contains("did you mean `com.acme:service-archetype`?");
        assertThat(failure("local", "archetype:org.wrong:service-archetype").getMessage())
                .contains("did you mean `com.acme:service-archetype`?");
    }

    @Test
    void a_catalogue_that_is_none_is_told() {
        Bench.write(work.resolve("broken.xml"), "<archetype-catalog>\n<archetypes><archetype></oops>");
        Bench.write(work.resolve("other.xml"), "<project/>");
        assertThat(failure("file:broken.xml").problems().get(0).toString())
                .startsWith("PACKS-126 " + work.resolve("broken.xml") + ":2:")
                .contains("it is not XML");
        assertThat(failure("file:other.xml").getMessage()).contains("it holds `project`");
        assertThat(failure("local,remote,file:none.xml").problems())
                .extracting(problem -> problem.message())
                .containsExactly(
                        "there is no catalogue `local`",
                        "there is no catalogue `remote`",
                        "there is no catalogue `file:none.xml`");
        assertThat(failure("locl,file:").problems())
                .extracting(problem -> problem.message())
                .containsExactly("`locl` is not a catalogue of archetypes", "`file:` is not a catalogue of archetypes");
        assertThat(failure("").problems().get(0).code()).isEqualTo(ProblemCode.NOTHING_ASKED);
    }

    @Test
    void an_external_entity_of_a_catalogue_is_not_read() {
        Bench.write(work.resolve("secret"), "secret");
        Bench.write(
                work.resolve("evil.xml"),
                "<!DOCTYPE x [<!ENTITY s SYSTEM \"secret\">]><archetype-catalog><archetypes><archetype><groupId>&s;</groupId>"
                        + "<artifactId>a</artifactId><version>1</version></archetype></archetypes></archetype-catalog>");
        assertThat(failure("file:evil.xml").getMessage()).doesNotContain("secret:a");
    }

    @Test
    void a_jar_and_a_folder_are_archetypes_too() throws IOException {
        byte[] jar = FakeArchetypes.jar(DESCRIPTOR, Map.of("pom.xml", "x"));
        Files.write(work.resolve("my-archetype-1.2.jar"), jar);
        ImportedArchetypes report = run("", Optional.empty(), "archetype:file:my-archetype-1.2.jar");
        assertThat(report.imported().get(0).pack()).hasToString("local:my-archetype-pack:1.2.0");

        Bench.write(work.resolve("unpacked/META-INF/maven/archetype-metadata.xml"), DESCRIPTOR);
        Bench.write(work.resolve("unpacked/META-INF/maven/g/a/pom.properties"), "groupId=g\nartifactId=a\nversion=3");
        assertThat(run("", Optional.empty(), "archetype:file:unpacked")
                        .imported()
                        .get(0)
                        .pack())
                .hasToString("g:a-pack:3.0.0");

        Bench.write(work.resolve("project/pom.xml"), """
                <project><parent><groupId>g.parent</groupId><artifactId>p</artifactId><version>7</version></parent>
                <artifactId>from-project</artifactId><dependencies><dependency><artifactId>x</artifactId></dependency></dependencies></project>
                """);
        Bench.write(work.resolve("project/src/main/resources/META-INF/maven/archetype-metadata.xml"), "");
        Bench.write(work.resolve("project/src/test/resources/projects/it/archetype.properties"), "a=b");
        assertThat(run("", Optional.of(work.resolve("out")), "archetype:file:project")
                        .imported()
                        .get(0)
                        .pack())
                .hasToString("g.parent:from-project-pack:7.0.0");
        assertThat(work.resolve("out/src/main/pack/archetype/from-project-7.jar"))
                .isRegularFile();
    }

    @Test
    void a_place_without_an_archetype_is_told() {
        Bench.write(work.resolve("my-archetype.jar"), "x");
        Bench.write(work.resolve("empty/file"), "x");
        assertThat(failure("", "archetype:file:my-archetpye.jar").getMessage())
                .contains("is neither a folder nor a file", "did you mean `my-archetype.jar`?");
        assertThat(failure("", "archetype:file:empty").getMessage())
                .contains("it has no `META-INF/maven/archetype-metadata.xml`");
        assertThat(failure("", "archetype:file:my-archetype.jar")
                        .problems()
                        .get(0)
                        .code())
                .isEqualTo(ProblemCode.ARCHIVE_REFUSED);
        assertThat(failure("", "com.acme:pack").problems().get(0).code()).isEqualTo(ProblemCode.REFERENCE_INVALID);
    }

    @Test
    void a_pack_whose_archetype_is_missing_or_another_is_invalid() throws IOException {
        run("", Optional.empty(), "archetype:com.acme:service-archetype:1.10");
        Path pack = work.resolve("service-archetype-pack/src/main/pack");
        validate(pack);
        Path jar = pack.resolve("archetype/service-archetype-1.10.jar");
        Files.write(jar, new byte[3]);
        assertThat(catchThrowableOfType(PacksException.class, () -> validate(pack))
                        .getMessage())
                .contains("PACKS-601")
                .contains("pack.toml:11:")
                .contains("mvn packs:import -Dpack=archetype:com.acme:service-archetype:1.10");
        Files.delete(jar);
        assertThat(catchThrowableOfType(PacksException.class, () -> validate(pack))
                        .getMessage())
                .contains("PACKS-309");
    }

    private static void validate(Path pack) {
        PackId id = new PackId(new PackName("com.acme", "renamed"), Version.parse("7.0.0"));
        new ValidatePack(new FakeGraphs()).run(LocalPacks.manifest(pack, Optional.of(id)), LocalPacks.files(pack));
    }

    @Test
    void importing_again_changes_nothing_and_overwrites_nothing() {
        run("", Optional.empty(), "archetype:com.acme:service-archetype:1.10");
        run("", Optional.empty(), "archetype:com.acme:service-archetype:1.10");
        Bench.write(work.resolve("service-archetype-pack/pom.xml"), "mine");
        assertThat(failure("", "archetype:com.acme:service-archetype:1.10")
                        .problems()
                        .get(0)
                        .code())
                .isEqualTo(ProblemCode.OUTPUT_EXISTS);
        assertThat(Bench.read(work.resolve("service-archetype-pack/pom.xml"))).isEqualTo("mine");
    }

    @Test
    void importing_another_version_with_force_leaves_no_jar_of_the_version_before() {
        run("", Optional.empty(), "archetype:com.acme:service-archetype:1.9");
        Path archetype = work.resolve("service-archetype-pack/src/main/pack/archetype");
        Bench.write(archetype.resolve("mine.jar"), "mine");
        ArchetypeFinder finder = new ArchetypeFinder(shelf, new ArchetypeCatalogs(shelf, "", work), archetypes, work);
        List<PackRef> refs = PackRef.parseAll("archetype:com.acme:service-archetype:1.10");
        new ImportArchetype(finder, "0.1.0", Set.of("org.served"))
                .run(new ImportArchetype.Request(refs, work, Optional.empty(), false, true));
        assertThat(archetype.resolve("service-archetype-1.9.jar")).doesNotExist();
        assertThat(archetype.resolve("service-archetype-1.10.jar")).isRegularFile();
        assertThat(archetype.resolve("mine.jar")).isRegularFile();
    }

    @Test
    void a_snapshot_is_shown_with_its_version() {
        shelf.add("com.acme", "early", "1.0-SNAPSHOT", FakeArchetypes.jar("", Map.of("pom.xml", "x")));
        assertThat(run("", Optional.empty(), "archetype:com.acme:early:1.0-SNAPSHOT")
                        .lines())
                .anyMatch(line -> line.contains("-Dpack=com.acme:early-pack@1.0.0-SNAPSHOT -Dname"));
        assertThat(Bench.read(work.resolve("early-pack/src/main/pack/README.md")))
                .contains("-Dpack=com.acme:early-pack@1.0.0-SNAPSHOT -Dname");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0.0",
        "1.5, 1.5.0",
        "1.05, 1.5.0",
        "2.0.0.Final, 2.0.0",
        "3.1.2.RELEASE, 3.1.2",
        "1.0-alpha-4, 1.0.0-alpha-4",
        "1.2.3.4, 1.2.3-4",
        "1.0-SNAPSHOT, 1.0.0-SNAPSHOT",
        "2024.05.01_x, 2024.5.1-x",
        "r03, 0.0.0-r03",
        "1.0-007, 1.0.0-7"
    })
    void a_version_of_maven_becomes_one_of_a_pack(String maven, String pack) {
        assertThat(ArchetypeVersions.semantic(maven)).hasToString(pack);
    }

    private static String catalog(String... archetypes) {
        StringBuilder text = new StringBuilder("<archetype-catalog xmlns='http://maven.apache.org/x'><archetypes>");
        for (String archetype : archetypes) {
            String[] parts = archetype.split(":");
            text.append("<archetype><groupId>")
                    .append(parts[0])
                    .append("</groupId> <artifactId> ")
                    .append(parts[1]);
            text.append(" </artifactId><version>").append(parts[2]).append("</version>");
            text.append("<description><b>x</b></description></archetype>");
        }
        return text.append("</archetypes></archetype-catalog>").toString();
    }
}
