package dev.packs.source;

import dev.packs.PacksException;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The name that a pom gives its project, read without Maven: what it says itself, else what it says of its parent. */
public record PomCoordinates(String group, String artifact, String version) {

    /** Nothing where there is no such file, or it cannot be read as a pom. */
    public static Optional<PomCoordinates> read(Path pom) {
        if (!Files.isRegularFile(pom)) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream stream = Files.newInputStream(pom)) {
            Map<String, String> found = texts(factory.createXMLStreamReader(stream));
            String group = found.getOrDefault("/project/groupId", found.getOrDefault("/project/parent/groupId", ""));
            String version = found.getOrDefault("/project/version", found.getOrDefault("/project/parent/version", ""));
            return Optional.of(new PomCoordinates(group, found.getOrDefault("/project/artifactId", ""), version));
        } catch (IOException | XMLStreamException notRead) {
            return Optional.empty();
        }
    }

    /** As the name of a pack; nothing where it cannot be one, as with a property that only Maven resolves. */
    Optional<PackId> pack() {
        try {
            return Optional.of(new PackId(new PackName(group, artifact), Version.parse(version)));
        } catch (PacksException noPack) {
            return Optional.empty();
        }
    }

    /** Path of elements to text, as far down as coordinates are. */
    private static Map<String, String> texts(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> texts = new HashMap<>();
        String path = "";
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path += "/" + xml.getLocalName();
                    text.setLength(0);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    texts.putIfAbsent(path, text.toString().strip());
                    text.setLength(0);
                    path = path.substring(0, path.lastIndexOf('/'));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {}
            }
        }
        return texts;
    }
}
