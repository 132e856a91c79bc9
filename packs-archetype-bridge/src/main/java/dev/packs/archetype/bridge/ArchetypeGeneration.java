package dev.packs.archetype.bridge;

import dev.packs.archetype.ArchetypeKind;
import dev.packs.archetype.ArchetypeRun;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.archetype.ArchetypeGenerationRequest;
import org.apache.maven.archetype.generator.DefaultFilesetArchetypeGenerator;
import org.apache.maven.archetype.metadata.ArchetypeDescriptor;
import org.apache.maven.archetype.old.DefaultOldArchetype;
import org.apache.velocity.VelocityContext;

/** One generation: archetype-common's generators, between our templates, poms and paths. */
final class ArchetypeGeneration {

    private static final String RESOURCES = ArchetypeJar.RESOURCES + "/";

    private final ArchetypeRun run;
    private final ArchetypeJar jar;
    private final Guard guard;
    private final OutputFence output;

    ArchetypeGeneration(ArchetypeRun run, ArchetypeJar jar, Guard guard) {
        this.run = run;
        this.jar = jar;
        this.guard = guard;
        this.output = new OutputFence(guard);
    }

    /** @return what the original would have warned of */
    List<String> generate() throws Exception {
        ArchetypeGenerationRequest request = request();
        output.check(request.getArtifactId());
        try (ArchetypeArtifacts artifacts = new ArchetypeArtifacts(jar);
                Warnings warnings = Warnings.collect()) {
            if (jar.kind() == ArchetypeKind.FILESET) {
                fileset(request, artifacts);
            } else {
                old(request, artifacts);
            }
            guard.rethrow();
            return warnings.texts();
        }
    }

    private void fileset(ArchetypeGenerationRequest request, ArchetypeArtifacts artifacts) throws Exception {
        ArchetypeDescriptor descriptor = new ContentReader(jar).filesetDescriptor();
        KnownChoices choices = new KnownChoices(jar.resources());
        FilesetPaths paths = new FilesetPaths(output, jar, choices, descriptor, request);
        paths.check(new VelocityContext(Map.copyOf(run.properties())));
        FencedVelocity velocity = velocity((template, encoding, text, context) -> paths.check(context));
        new DefaultFilesetArchetypeGenerator(artifacts, choices, new GuardedPoms(), velocity)
                .generateArchetype(request, jar.path().toFile());
    }

    private void old(ArchetypeGenerationRequest request, ArchetypeArtifacts artifacts) throws Exception {
        OldPaths paths = new OldPaths(
                output, new ContentReader(jar).oldDescriptor(), request.getArtifactId(), request.getPackage());
        Path pom = run.base().resolve(request.getArtifactId()).resolve("pom.xml");
        if (Files.exists(pom)) {
            paths.checkPom(Files.readAllBytes(pom));
        }
        FencedVelocity velocity = velocity((template, encoding, text, context) -> {
            if (template.equals(RESOURCES + "pom.xml")) {
                paths.checkPom(text, encoding);
            }
        });
        new DefaultOldArchetype(velocity, artifacts)
                .createArchetype(request, jar.path().toFile());
    }

    private FencedVelocity velocity(FencedVelocity.AfterMerge afterMerge) {
        return new FencedVelocity(
                new JarTemplates(jar::find), new TemplateFence(guard, this::nameOf), afterMerge, Dialect.ARCHETYPE);
    }

    private String nameOf(String template) {
        return jar.has(template) ? jar.nameOf(template) : template;
    }

    private ArchetypeGenerationRequest request() {
        Properties properties = new Properties();
        // One by one and in order: the order in which the original evaluates them hangs on how they were put in.
        run.properties().forEach(properties::setProperty);
        ArchetypeGenerationRequest request = new ArchetypeGenerationRequest();
        request.setGroupId(properties.getProperty("groupId"));
        request.setArtifactId(properties.getProperty("artifactId"));
        request.setVersion(properties.getProperty("version"));
        request.setPackage(properties.getProperty("package"));
        request.setProperties(properties);
        request.setOutputDirectory(new File(run.base().toString()).getAbsolutePath());
        return request;
    }

    /** Which of the properties that every archetype needs are not there. */
    static List<String> missing(Map<String, String> properties) {
        return List.of("groupId", "artifactId", "version", "package").stream()
                .filter(key -> properties.getOrDefault(key, "").isEmpty())
                .toList();
    }
}
