package dev.packs.maven;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.operation.Module;
import dev.packs.operation.PackDeclaration;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Turns Maven projects into modules with declared packs. */
final class Modules {

    private Modules() {}

    /** Every module that declares packs. */
    static List<Module> all(MavenCall call) {
        List<Module> modules = new ArrayList<>();
        for (Map.Entry<MavenProject, List<PackDeclaration>> declared :
                PackDeclarations.ofModules(call).entrySet()) {
            modules.add(of(declared.getKey(), declared.getValue()));
        }
        return modules;
    }

    /** @throws dev.packs.PacksException if there is none */
    static List<Module> require(MavenCall call, String goal) {
        List<Module> modules = all(call);
        if (modules.isEmpty()) {
            throw Problem.of(
                            ProblemCode.NOTHING_ASKED,
                            call.hasProject()
                                    ? "no module here declares packs, and no pack was named"
                                    : "there is no pom.xml here, and no pack was named")
                    .help("name one: mvn packs:" + goal + " -Dpack=web-api-starter"
                            + "\nor declare some in the pom, in the configuration of packs-maven-plugin:"
                            + "\n  <packs><pack><groupId>com.acme.packs</groupId><artifactId>model</artifactId>"
                            + "<version>1.2.0</version></pack></packs>")
                    .asException();
        }
        return modules;
    }

    static Module of(MavenProject project, List<PackDeclaration> declarations) {
        return new Module(
                project.getArtifactId(),
                project.getBasedir().toPath(),
                generated(project),
                declarations,
                managed(project),
                timestamp(project.getProperties().getProperty("project.build.outputTimestamp")));
    }

    /** {@code target/generated-sources/packs}. */
    static Path generated(MavenProject project) {
        return Path.of(project.getBuild().getDirectory(), "generated-sources", "packs");
    }

    private static Map<String, String> managed(MavenProject project) {
        Map<String, String> managed = new HashMap<>();
        if (project.getDependencyManagement() != null) {
            for (Dependency dependency : project.getDependencyManagement().getDependencies()) {
                // What is managed without a version has only exclusions, or a scope.
                if (dependency.getVersion() != null) {
                    managed.put(key(dependency), dependency.getVersion());
                }
            }
        }
        return managed;
    }

    private static String key(Dependency dependency) {
        String name = dependency.getGroupId() + ":" + dependency.getArtifactId();
        String classifier = dependency.getClassifier();
        if (classifier != null && !classifier.isEmpty()) {
            return name + ":" + dependency.getType() + ":" + classifier;
        }
        return "jar".equals(dependency.getType()) ? name : name + ":" + dependency.getType();
    }

    /** In either form that Maven knows: seconds since 1970, or ISO 8601. */
    static Optional<Instant> timestamp(@Nullable String text) {
        if (text == null || text.length() < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.chars().allMatch(c -> c >= '0' && c <= '9')
                            ? Instant.ofEpochSecond(Long.parseLong(text))
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException | NumberFormatException wrong) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "`" + text + "` is not a time, as project.build.outputTimestamp has to be")
                    .help("write it like `2026-01-01T00:00:00Z`")
                    .asException();
        }
    }
}
