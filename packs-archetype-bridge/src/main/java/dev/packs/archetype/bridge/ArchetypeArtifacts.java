package dev.packs.archetype.bridge;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.maven.archetype.common.ArchetypeArtifactManager;
import org.apache.maven.archetype.exception.UnknownArchetype;
import org.apache.maven.archetype.metadata.ArchetypeDescriptor;
import org.apache.maven.archetype.metadata.io.xpp3.ArchetypeDescriptorXpp3Reader;
import org.apache.maven.archetype.old.descriptor.ArchetypeDescriptorBuilder;
import org.apache.maven.model.Model;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/** Shows archetype-common the one archetype that is being run, and no repository. Closes what the original leaves open. */
final class ArchetypeArtifacts implements ArchetypeArtifactManager, AutoCloseable {

    private final ArchetypeJar jar;
    private final List<ZipFile> opened = new ArrayList<>();

    ArchetypeArtifacts(ArchetypeJar jar) {
        this.jar = jar;
    }

    @Override
    public ArchetypeDescriptor getFileSetArchetypeDescriptor(File archetypeFile) throws UnknownArchetype {
        try (Reader reader = descriptor()) {
            return new ArchetypeDescriptorXpp3Reader().read(reader, false);
        } catch (IOException | XmlPullParserException wrong) {
            throw new UnknownArchetype(wrong);
        }
    }

    @Override
    public org.apache.maven.archetype.old.descriptor.ArchetypeDescriptor getOldArchetypeDescriptor(File archetypeFile)
            throws UnknownArchetype {
        try (Reader reader = descriptor()) {
            return new ArchetypeDescriptorBuilder().build(reader);
        } catch (IOException | XmlPullParserException wrong) {
            throw new UnknownArchetype(wrong);
        }
    }

    private Reader descriptor() {
        byte[] content = jar.find(jar.descriptor()).orElseThrow();
        return new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8);
    }

    @Override
    public List<String> getFilesetArchetypeResources(File archetypeFile) {
        return jar.resources();
    }

    @Override
    public ZipFile getArchetypeZipFile(File archetypeFile) throws UnknownArchetype {
        try {
            ZipFile zip = new ZipFile(archetypeFile);
            opened.add(zip);
            return zip;
        } catch (IOException failed) {
            throw new UnknownArchetype(failed);
        }
    }

    /** Ours: templates come from {@link ArchetypeTemplates}, and a loader over the archetype's jar could be made to load classes of it. */
    @Override
    public ClassLoader getArchetypeJarLoader(File archetypeFile) {
        return ArchetypeArtifacts.class.getClassLoader();
    }

    /** None: whether one may run is decided elsewhere, and it runs elsewhere. */
    @Override
    public @Nullable String getPostGenerationScript(File archetypeFile) {
        return null;
    }

    @Override
    public boolean isFileSetArchetype(File archetypeFile) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOldArchetype(File archetypeFile) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Model getArchetypePom(File archetypeFile) {
        throw new UnsupportedOperationException();
    }

    @Override
    public File getArchetypeFile(
            String groupId,
            String artifactId,
            String version,
            List<RemoteRepository> repositories,
            RepositorySystemSession session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean exists(
            String groupId,
            String artifactId,
            String version,
            List<RemoteRepository> repositories,
            RepositorySystemSession session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : opened) {
            zip.close();
        }
    }
}
