package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeContent;
import dev.packs.archetype.ArchetypeKind;
import dev.packs.archetype.ArchetypeProperty;
import dev.packs.archetype.ArchetypeTestProject;
import dev.packs.io.RelativePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.maven.archetype.exception.UnknownArchetype;
import org.apache.maven.archetype.metadata.AbstractArchetypeDescriptor;
import org.apache.maven.archetype.metadata.ArchetypeDescriptor;
import org.apache.maven.archetype.metadata.ModuleDescriptor;
import org.apache.maven.archetype.metadata.RequiredProperty;
import org.jspecify.annotations.Nullable;

/** Reads an archetype's descriptor, and the projects that it tests itself with. */
final class ContentReader {

    private static final String TEST = "/archetype.properties";

    private final ArchetypeJar jar;

    ContentReader(ArchetypeJar jar) {
        this.jar = jar;
    }

    /** @throws PacksException {@link ProblemCode#ARCHETYPE_INVALID} */
    ArchetypeContent read() {
        return jar.kind() == ArchetypeKind.FILESET ? fileset(filesetDescriptor()) : old(oldDescriptor());
    }

    ArchetypeDescriptor filesetDescriptor() {
        try (ArchetypeArtifacts artifacts = new ArchetypeArtifacts(jar)) {
            return artifacts.getFileSetArchetypeDescriptor(jar.path().toFile());
        } catch (UnknownArchetype | IOException | RuntimeException wrong) {
            throw invalid(wrong);
        }
    }

    org.apache.maven.archetype.old.descriptor.ArchetypeDescriptor oldDescriptor() {
        try (ArchetypeArtifacts artifacts = new ArchetypeArtifacts(jar)) {
            return artifacts.getOldArchetypeDescriptor(jar.path().toFile());
        } catch (UnknownArchetype | IOException | RuntimeException wrong) {
            throw invalid(wrong);
        }
    }

    private PacksException invalid(Exception wrong) {
        if (wrong instanceof PacksException known) {
            return known;
        }
        Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
        return new PacksException(
                Problem.at(
                                ProblemCode.ARCHETYPE_INVALID,
                                Place.of(jar.nameOf(jar.descriptor())),
                                "the descriptor cannot be read: " + cause.getMessage())
                        .help(
                                "the archetype is broken, also for archetype:generate: take another version, or ask whoever made it"),
                wrong);
    }

    private ArchetypeContent fileset(ArchetypeDescriptor descriptor) {
        List<ArchetypeProperty> properties = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (RequiredProperty property : descriptor.getRequiredProperties()) {
            String key = property.getKey();
            if (key == null || key.isEmpty()) {
                problems.add(problem("a required property has no key"));
                continue;
            }
            String regex = property.getValidationRegex();
            if (regex != null && !isPattern(regex)) {
                problems.add(problem("the validationRegex of `" + key + "` is no pattern: `" + regex + "`"));
            }
            properties.add(new ArchetypeProperty(
                    key, Optional.ofNullable(property.getDefaultValue()), Optional.ofNullable(regex)));
        }
        if (!problems.isEmpty()) {
            throw new PacksException(problems);
        }
        return new ArchetypeContent(
                ArchetypeKind.FILESET,
                text(descriptor.getName()),
                descriptor.isPartial(),
                properties,
                modules(descriptor),
                jar.script(),
                tests());
    }

    private Problem problem(String message) {
        return Problem.at(ProblemCode.ARCHETYPE_INVALID, Place.of(jar.nameOf(jar.descriptor())), message)
                .help("the original fails on it too; ask the archetype's author");
    }

    private static boolean isPattern(String regex) {
        try {
            Pattern.compile(regex);
            return true;
        } catch (PatternSyntaxException wrong) {
            return false;
        }
    }

    private static int modules(AbstractArchetypeDescriptor descriptor) {
        int count = 0;
        for (ModuleDescriptor module : descriptor.getModules()) {
            count += 1 + modules(module);
        }
        return count;
    }

    private ArchetypeContent old(org.apache.maven.archetype.old.descriptor.ArchetypeDescriptor descriptor) {
        // The original runs no script after these.
        return new ArchetypeContent(
                ArchetypeKind.OLD,
                text(descriptor.getId()),
                descriptor.isAllowPartial(),
                List.of(),
                0,
                Optional.empty(),
                tests());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Archetypes keep them beside their sources; some put them in the jar. */
    private List<ArchetypeTestProject> tests() {
        List<ArchetypeTestProject> tests = new ArrayList<>();
        for (RelativePath path : jar.files().paths()) {
            String text = path.text();
            if (!text.endsWith(TEST) || text.startsWith(ArchetypeJar.RESOURCES + "/")) {
                continue;
            }
            String folder = text.substring(0, text.length() - TEST.length());
            int slash = folder.lastIndexOf('/');
            String parent = slash < 0 ? "" : folder.substring(0, slash);
            if (parent.equals("projects") || parent.endsWith("/projects")) {
                tests.add(new ArchetypeTestProject(
                        folder.substring(slash + 1),
                        properties(path),
                        goal(folder),
                        reference(folder + "/reference/")));
            }
        }
        return tests;
    }

    private Map<String, String> properties(RelativePath path) {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(jar.files().read(path).orElseThrow()));
        } catch (IOException | IllegalArgumentException wrong) {
            throw new PacksException(
                    Problem.at(
                            ProblemCode.ARCHETYPE_INVALID,
                            Place.of(jar.nameOf(path.text())),
                            "the properties of a test cannot be read: " + wrong.getMessage()),
                    wrong);
        }
        Map<String, String> sorted = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames().stream().sorted().toList()) {
            sorted.put(key, properties.getProperty(key));
        }
        return sorted;
    }

    private String goal(String folder) {
        return jar.find(folder + "/goal.txt")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .orElse("");
    }

    private SortedMap<RelativePath, byte[]> reference(String folder) {
        SortedMap<RelativePath, byte[]> reference = new TreeMap<>();
        for (RelativePath path : jar.files().paths()) {
            if (path.text().startsWith(folder)) {
                reference.put(
                        RelativePath.parse(path.text().substring(folder.length())),
                        jar.files().read(path).orElseThrow());
            }
        }
        return reference;
    }
}
