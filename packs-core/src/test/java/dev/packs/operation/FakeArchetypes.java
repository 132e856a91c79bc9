package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.archetype.ArchetypeContent;
import dev.packs.archetype.ArchetypeEngine;
import dev.packs.archetype.ArchetypeKind;
import dev.packs.archetype.ArchetypeProperty;
import dev.packs.archetype.ArchetypeResult;
import dev.packs.archetype.ArchetypeRun;
import dev.packs.archetype.ArchetypeScript;
import dev.packs.archetype.ArchetypeTestProject;
import dev.packs.integrity.Digest;
import dev.packs.io.ArchiveLimits;
import dev.packs.io.ArchiveTree;
import dev.packs.io.ArchiveWriter;
import dev.packs.io.MadeFiles;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An engine of archetypes that knows a little of them, for tests of what happens around it. Its archetypes are jars with a file {@code META-INF/maven/archetype-metadata.xml}
 * whose lines say {@code partial}, {@code script}, {@code property key default|regex} and {@code test name key=value}, and with files in {@code archetype-resources}, in which
 * <code>${key}</code> is replaced. A file of a name that ends in {@code /.keep} is an empty folder.
 */
final class FakeArchetypes implements ArchetypeEngine, ArchetypeAccess {

    private static final RelativePath DESCRIPTOR = RelativePath.parse("META-INF/maven/archetype-metadata.xml");

    Optional<Digest> allowed = Optional.empty();
    int opened;
    final List<ArchetypeRun> runs = new ArrayList<>();

    /** The jar of an archetype. */
    static byte[] jar(String descriptor, Map<String, String> resources) {
        MadeFiles files = MadeFiles.empty().with(DESCRIPTOR, descriptor);
        for (Map.Entry<String, String> resource : resources.entrySet()) {
            files = files.with(RelativePath.parse("archetype-resources/" + resource.getKey()), resource.getValue());
        }
        return ArchiveWriter.withoutTime().jar(files);
    }

    @Override
    public ArchetypeEngine engine() {
        opened++;
        return this;
    }

    @Override
    public Optional<Digest> allowedScript() {
        return allowed;
    }

    @Override
    public List<Path> groovy() {
        return List.of(Path.of("groovy.jar"));
    }

    private static ArchiveTree files(Path jar) {
        try {
            return ArchiveTree.read(jar.toString(), Files.readAllBytes(jar), ArchiveLimits.ofPacks());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public ArchetypeContent read(Path jar) {
        ArchiveTree files = files(jar);
        String descriptor = new String(
                files.read(DESCRIPTOR)
                        .orElseThrow(() -> Problem.of(ProblemCode.ARCHETYPE_INVALID, "`" + jar + "` is no archetype")
                                .asException()),
                StandardCharsets.UTF_8);
        boolean partial = false;
        Optional<ArchetypeScript> script = Optional.empty();
        List<ArchetypeProperty> properties = new ArrayList<>();
        List<ArchetypeTestProject> tests = new ArrayList<>();
        for (String line : descriptor.split("\n")) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "partial" -> partial = true;
                case "script" ->
                    script = Optional.of(new ArchetypeScript(line, Digest.of(line.getBytes(StandardCharsets.UTF_8))));
                case "property" -> {
                    String[] rest = (words.length > 2 ? words[2] : "").split("~", -1);
                    properties.add(new ArchetypeProperty(
                            words[1],
                            Optional.of(rest[0]).filter(text -> !text.isEmpty()),
                            rest.length > 1 ? Optional.of(rest[1]) : Optional.empty()));
                }
                case "test" -> {
                    Map<String, String> answers = new LinkedHashMap<>();
                    for (String answer : words[2].split(" ")) {
                        answers.put(answer.split("=")[0], answer.split("=")[1]);
                    }
                    TreeMap<RelativePath, byte[]> reference = new TreeMap<>();
                    reference.put(RelativePath.parse("pom.xml"), "<project/>".getBytes(StandardCharsets.UTF_8));
                    tests.add(new ArchetypeTestProject(words[1], answers, "verify", reference));
                }
                default -> {}
            }
        }
        return new ArchetypeContent(ArchetypeKind.FILESET, "fake", partial, properties, 0, script, tests);
    }

    @Override
    public Map<String, String> resolve(ArchetypeContent content, Map<String, String> given) {
        Map<String, String> resolved = new LinkedHashMap<>();
        Problems problems = new Problems();
        for (ArchetypeProperty property : content.asked()) {
            String value = given.get(property.key());
            if (value == null) {
                value = property.key().equals("package")
                        ? given.get("groupId")
                        : property.defaultText().orElse(null);
            }
            if (value == null) {
                problems.add(Problem.of(ProblemCode.VARIABLE_MISSING, "`" + property.key() + "` is missing"));
            } else {
                resolved.put(property.key(), value);
            }
        }
        problems.throwIfAny();
        return resolved;
    }

    @Override
    public ArchetypeResult generate(ArchetypeRun run) {
        runs.add(run);
        ArchetypeContent content = read(run.jar());
        if (content.script().isPresent() && run.script().isEmpty()) {
            throw Problem.of(ProblemCode.SCRIPT_REFUSED, "a script").asException();
        }
        Path project = run.base().resolve(run.properties().getOrDefault("artifactId", ""));
        boolean adds = content.partial() && Files.exists(run.base().resolve("pom.xml")) && !Files.exists(project);
        Path root = adds ? run.base() : project;
        SortedSet<RelativePath> written = new TreeSet<>();
        SortedSet<RelativePath> folders = new TreeSet<>();
        try {
            ArchiveTree files = files(run.jar());
            for (RelativePath path : files.paths()) {
                if (!path.text().startsWith("archetype-resources/")) {
                    continue;
                }
                String name = path.text().substring("archetype-resources/".length());
                Path target = root.resolve(name);
                if (name.endsWith("/.keep")) {
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    folders.add(relative(run.base(), Objects.requireNonNull(target.getParent())));
                    continue;
                }
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                String text = new String(files.read(path).orElseThrow(), StandardCharsets.UTF_8);
                for (Map.Entry<String, String> property : run.properties().entrySet()) {
                    text = text.replace("${" + property.getKey() + "}", property.getValue());
                }
                if (Files.exists(target)) {
                    text = Files.readString(target) + text;
                }
                Files.writeString(target, text);
                written.add(relative(run.base(), target));
            }
            Path parent = run.base().resolve("pom.xml");
            if (!adds && Files.exists(parent)) {
                Files.writeString(parent, Files.readString(parent) + "<module>" + project.getFileName() + "</module>");
                written.add(RelativePath.parse("pom.xml"));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // The second is what the original says of a folder when it comes to the second file in it.
        return new ArchetypeResult(written, folders, List.of("a warning", "Don't override file " + root));
    }

    private static RelativePath relative(Path base, Path file) {
        return RelativePath.parse(base.relativize(file).toString().replace('\\', '/'));
    }
}
