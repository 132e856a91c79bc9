package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.archetype.ArchetypeId;
import dev.packs.generation.FileContent;
import dev.packs.generation.GenerationPlan;
import dev.packs.generation.RenderedFile;
import dev.packs.generation.ScaffoldWriter;
import dev.packs.integrity.Digest;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileMode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.Overwrite;
import dev.packs.pack.PackId;
import dev.packs.pack.PackRef;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import dev.packs.terminal.ShellText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes packs of archetypes: for each a project of packaging {@code pack}, all of its files or none. */
public final class ImportArchetype {

    private static final RelativePath PACK = RelativePath.parse("src/main/pack");
    private static final RelativePath CASES = RelativePath.parse("src/test/pack");

    private final ArchetypeFinder finder;
    private final String packsVersion;
    private final Set<String> served;

    /**
     * Imports nothing yet.
     *
     * @param packsVersion of the plugin that the projects are to be built with
     * @param served groups whose packs come from one place alone
     */
    public ImportArchetype(ArchetypeFinder finder, String packsVersion, Set<String> served) {
        this.finder = finder;
        this.packsVersion = packsVersion;
        this.served = Set.copyOf(served);
    }

    /**
     * What is to be imported, and where to.
     *
     * @param refs archetypes; none for all that the catalogues list, the newest of each
     * @param folder where the user stands
     * @param output of one archetype the project's folder, of several the folder that gets them all; empty for {@code folder}, and {@code artifactId-pack} in it
     */
    public record Request(List<PackRef> refs, Path folder, Optional<Path> output, boolean dryRun, boolean force) {

        public Request {
            refs = List.copyOf(refs);
        }
    }

    /** One pack that was made, or would be. */
    record Imported(ArchetypePack made, Path folder, GenerationPlan plan, ArchetypeFidelity fidelity) {

        PackId pack() {
            return made.id();
        }

        int cases() {
            return made.content().tests().size();
        }

        /** What has to be allowed before it generates. */
        Optional<Digest> script() {
            return made.script();
        }

        Path jar() {
            return made.jarPath().under(folder.resolve("src/main/pack"));
        }

        /** Generates from it. */
        String command() {
            return made.command(ShellText.here());
        }
    }

    /**
     * Does it. Of several, those that can be imported are, whatever is wrong with the others, which the report says.
     *
     * @throws PacksException with everything that is wrong, where none is imported
     */
    public ImportedArchetypes run(Request request) {
        List<FoundArchetype> found = new ArrayList<>();
        Problems problems = new Problems();
        boolean isWhole = request.refs().isEmpty();
        int asked = 0;
        for (ArchetypeId id : isWhole ? finder.catalogs().newest() : List.<ArchetypeId>of()) {
            asked++;
            collect(() -> found.add(finder.fetch(id)), problems);
        }
        for (PackRef ref : request.refs()) {
            asked++;
            collect(() -> found.add(finder.find(ref)), problems);
        }
        if (asked == 0) {
            throw Problem.of(ProblemCode.NOTHING_ASKED, "the catalogue lists no archetype")
                    .help("name one: -Dpack=archetype:groupId:artifactId")
                    .asException();
        }
        boolean isOne = asked == 1 && !isWhole;
        List<Imported> imported = new ArrayList<>();
        Map<ArchetypeId, String> names = folders(found);
        for (FoundArchetype archetype : found) {
            Path root = isOne && request.output().isPresent()
                    ? request.output().get()
                    : request.output().orElse(request.folder()).resolve(String.valueOf(names.get(archetype.id())));
            collect(() -> imported.add(write(archetype, root.toAbsolutePath().normalize(), request)), problems);
        }
        if (imported.isEmpty()) {
            problems.throwIfAny();
        }
        if (!problems.isEmpty() && !request.dryRun()) {
            problems.add(Problem.of(
                            ProblemCode.ARCHETYPE_INVALID,
                            "not all were imported: " + Count.of(imported.size(), "archetype")
                                    + " became packs, and those above did not")
                    .help("what is there already and unchanged is left as it is when the goal runs again"));
        }
        return new ImportedArchetypes(imported, request.folder(), request.dryRun(), problems.list());
    }

    private static void collect(Runnable step, Problems problems) {
        try {
            step.run();
        } catch (PacksException failed) {
            problems.addAll(failed.problems());
        }
    }

    /** {@code artifactId-pack}, with the group before it or the version behind it where that is the same for two. */
    private static Map<ArchetypeId, String> folders(List<FoundArchetype> found) {
        Map<String, Set<String>> groups = new HashMap<>();
        Map<String, Set<String>> versions = new HashMap<>();
        for (FoundArchetype each : found) {
            ArchetypeId id = each.id();
            groups.computeIfAbsent(id.artifact(), artifact -> new HashSet<>()).add(id.group());
            versions.computeIfAbsent(id.group() + ":" + id.artifact(), name -> new HashSet<>())
                    .add(id.version());
        }
        Map<ArchetypeId, String> folders = new LinkedHashMap<>();
        for (FoundArchetype each : found) {
            ArchetypeId id = each.id();
            boolean isShared = groups.getOrDefault(id.artifact(), Set.of()).size() > 1;
            boolean isMany = versions.getOrDefault(id.group() + ":" + id.artifact(), Set.of())
                            .size()
                    > 1;
            folders.put(
                    id,
                    (isShared ? id.group() + "." : "") + id.artifact() + (isMany ? "-" + id.version() : "") + "-pack");
        }
        return folders;
    }

    private Imported write(FoundArchetype found, Path root, Request request) {
        ArchetypePack pack = finder.imported(found, served);
        ArchetypeFidelity fidelity = pack.fidelity();
        ScaffoldWriter.recover(root);
        ScaffoldWriter.Existing existing =
                request.force() ? ScaffoldWriter.Existing.REPLACE : ScaffoldWriter.Existing.KEEP;
        try (ScaffoldWriter writer =
                request.dryRun() ? ScaffoldWriter.dryRun(root, existing) : ScaffoldWriter.open(root, existing)) {
            writer.accept(file(RelativePath.parse("pom.xml"), bytes(pom(pack))));
            writer.accept(file(RelativePath.parse(".gitignore"), bytes("target/\n")));
            FileTree files = pack.files(fidelity);
            for (RelativePath path : files.paths()) {
                writer.accept(file(PACK.resolve(path), files.read(path).orElseThrow()));
            }
            FileTree cases = pack.cases();
            for (RelativePath path : cases.paths()) {
                writer.accept(file(CASES.resolve(path), cases.read(path).orElseThrow()));
            }
            GenerationPlan plan = writer.plan();
            if (!request.dryRun()) {
                Optional<Path> before = request.force() ? jarBefore(root, pack) : Optional.empty();
                writer.commit();
                before.ifPresent(ImportArchetype::delete);
            }
            return new Imported(pack, root, plan, fidelity);
        }
    }

    /** The archetype of the version before, which the manifest in the project names, and nothing names any more afterwards. */
    private static Optional<Path> jarBefore(Path root, ArchetypePack pack) {
        try {
            PackContent content = LocalPacks.open(root);
            Path sources = content.location().orElseThrow();
            return LocalPacks.manifest(sources, Optional.of(content.id()))
                    .manifest()
                    .archetype()
                    .filter(archetype -> !archetype.jar().equals(pack.jarPath()))
                    .filter(archetype -> content.files()
                            .read(archetype.jar())
                            .filter(bytes -> Digest.of(bytes).equals(archetype.digest()))
                            .isPresent())
                    .map(archetype -> archetype.jar().under(sources));
        } catch (PacksException noPack) {
            return Optional.empty();
        }
    }

    private static void delete(Path jar) {
        try {
            Files.deleteIfExists(jar);
        } catch (IOException failed) {
            throw DiskFailure.writing(jar, 0, failed);
        }
    }

    private static RenderedFile file(RelativePath path, byte[] content) {
        return new RenderedFile(path, FileContent.of(content), FileMode.PLAIN, Overwrite.NEVER);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String pom(ArchetypePack pack) {
        PackId id = pack.id();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
                    <modelVersion>4.0.0</modelVersion>

                    <groupId>%s</groupId>
                    <artifactId>%s</artifactId>
                    <version>%s</version>
                    <packaging>pack</packaging>
                    <description>The archetype %s as a pack</description>

                    <properties>
                        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    </properties>

                    <build>
                        <plugins>
                            <plugin>
                                <groupId>dev.packs</groupId>
                                <artifactId>packs-maven-plugin</artifactId>
                                <version>%s</version>
                                <extensions>true</extensions>
                            </plugin>
                        </plugins>
                    </build>
                </project>
                """.formatted(id.name().group(), id.name().id(), id.version(), pack.archetype(), packsVersion);
    }
}
