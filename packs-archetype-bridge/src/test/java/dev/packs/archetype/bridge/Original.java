package dev.packs.archetype.bridge;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.archetype.ArchetypeGenerationRequest;
import org.apache.maven.archetype.common.DefaultArchetypeArtifactManager;
import org.apache.maven.archetype.common.DefaultArchetypeFilesResolver;
import org.apache.maven.archetype.common.DefaultPomManager;
import org.apache.maven.archetype.generator.DefaultFilesetArchetypeGenerator;
import org.apache.maven.archetype.old.DefaultOldArchetype;
import org.apache.maven.archetype.ui.DefaultArchetypeFactory;
import org.apache.maven.archetype.ui.generation.DefaultArchetypeGenerationConfigurator;
import org.codehaus.plexus.velocity.VelocityComponent;
import org.codehaus.plexus.velocity.VelocityComponentConfigurator;
import org.codehaus.plexus.velocity.internal.DefaultVelocityComponent;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/** What {@code archetype:generate -B} of maven-archetype-plugin 3.4.1 does, by its own classes, put together as its container would. */
final class Original {

    private final VelocityComponent velocity = velocity();
    private final Path jar;

    Original(Path jar) {
        this.jar = jar;
    }

    private static VelocityComponent velocity() {
        try {
            Class<?> type = Class.forName("org.apache.maven.archetype.VelocityConfigurator");
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return new DefaultVelocityComponent((VelocityComponentConfigurator) constructor.newInstance());
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** Generates into the folder, and returns the properties as they were set. */
    Map<String, String> generate(Map<String, String> given, Path output) throws Exception {
        Thread.currentThread().setContextClassLoader(Original.class.getClassLoader());
        ArchetypeGenerationRequest request = new ArchetypeGenerationRequest()
                .setArchetypeGroupId("g")
                .setArchetypeArtifactId("a")
                .setArchetypeVersion("1")
                .setOutputDirectory(output.toAbsolutePath().toString());
        Properties properties = new Properties();
        given.forEach(properties::setProperty);
        OneArchetype artifacts = new OneArchetype(jar.toFile());
        new DefaultArchetypeGenerationConfigurator(artifacts, new DefaultArchetypeFactory(), null, velocity, null)
                .configureArchetype(request, false, properties);
        Map<String, String> resolved = new LinkedHashMap<>();
        request.getProperties()
                .keySet()
                .forEach(key ->
                        resolved.put((String) key, request.getProperties().getProperty((String) key)));
        if (artifacts.isFileSetArchetype(jar.toFile())) {
            new DefaultFilesetArchetypeGenerator(
                            artifacts, new DefaultArchetypeFilesResolver(), new DefaultPomManager(), velocity)
                    .generateArchetype(request, jar.toFile());
        } else {
            new DefaultOldArchetype(velocity, artifacts).createArchetype(request, jar.toFile());
        }
        return resolved;
    }

    private static final class OneArchetype extends DefaultArchetypeArtifactManager {

        private final File jar;

        OneArchetype(File jar) {
            this.jar = jar;
        }

        @Override
        public boolean exists(
                String groupId,
                String artifactId,
                String version,
                List<RemoteRepository> repositories,
                RepositorySystemSession session) {
            return true;
        }

        @Override
        public File getArchetypeFile(
                String groupId,
                String artifactId,
                String version,
                List<RemoteRepository> repositories,
                RepositorySystemSession session) {
            return jar;
        }
    }
}
