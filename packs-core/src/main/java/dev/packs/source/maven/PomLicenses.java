package dev.packs.source.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** The licences that POMs give, read without Maven's model: those of the POM itself, or else of its nearest parent that gives any, as Maven inherits them. */
public final class PomLicenses {

    private static final int MOST_PARENTS = 16;

    private final MavenRepositories repositories;

    public PomLicenses(MavenRepositories repositories) {
        this.repositories = repositories;
    }

    /**
     * The names of the licences; none where nobody gives any.
     *
     * @throws dev.packs.PacksException if a repository failed
     */
    public List<String> of(String group, String artifact, String version) {
        Optional<Artifact> next = Optional.of(new DefaultArtifact(group, artifact, "", "pom", version));
        for (int i = 0; i < MOST_PARENTS && next.isPresent(); i++) {
            Optional<FetchedArtifact> pom = repositories.findIfInReach(next.get());
            if (pom.isEmpty()) {
                return List.of();
            }
            Pom read = read(pom.get().file());
            if (!read.licenses().isEmpty()) {
                return read.licenses();
            }
            next = read.parent();
        }
        return List.of();
    }

    private record Pom(List<String> licenses, Optional<Artifact> parent) {}

    private static Pom read(Path file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<String> licenses = new ArrayList<>();
        Map<String, String> parent = new HashMap<>();
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        try (InputStream stream = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(stream);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    path.addLast(xml.getLocalName());
                    text.setLength(0);
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    text.append(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    String place = String.join("/", path);
                    if (place.equals("project/licenses/license/name")) {
                        licenses.add(text.toString().strip().replaceAll("\\s+", " "));
                    } else if (place.startsWith("project/parent/")) {
                        parent.put(xml.getLocalName(), text.toString().strip());
                    }
                    path.removeLast();
                }
            }
        } catch (IOException | XMLStreamException notRead) {
            return new Pom(List.of(), Optional.empty());
        }
        String group = parent.getOrDefault("groupId", "");
        String artifact = parent.getOrDefault("artifactId", "");
        String version = parent.getOrDefault("version", "");
        return new Pom(
                licenses,
                group.isEmpty() || artifact.isEmpty() || version.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DefaultArtifact(group, artifact, "", "pom", version)));
    }
}
