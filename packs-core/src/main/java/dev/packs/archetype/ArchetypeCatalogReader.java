package dev.packs.archetype;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads {@code archetype-catalog.xml}, the list that archetype plugins and IDEs choose from
 * (<a href="https://maven.apache.org/archetype/archetype-models/archetype-catalog/archetype-catalog.html">its format</a>). As a stream: Central's has some 20 MB.
 */
public final class ArchetypeCatalogReader {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}");

    private final XMLStreamReader xml;
    private final List<ArchetypeId> found = new ArrayList<>();

    private ArchetypeCatalogReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * The archetypes of a catalogue, in its order. An entry that is not whole, or names what no repository can hold, is left out, as every entry is written by another tool.
     *
     * @throws PacksException {@link ProblemCode#ARCHETYPE_INVALID} with line and column where it is no catalogue, {@link ProblemCode#READ_FAILED}
     */
    public static List<ArchetypeId> read(Path file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream stream = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(stream);
            try {
                ArchetypeCatalogReader reader = new ArchetypeCatalogReader(xml);
                reader.document(file);
                return List.copyOf(reader.found);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            int column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNumber();
            throw new PacksException(
                    invalid(new Place(file.toString(), line, column), "it is not XML: " + reason(broken)), broken);
        } catch (IOException failed) {
            throw new PacksException(
                    Problem.of(ProblemCode.READ_FAILED, "the catalogue `" + file + "` cannot be read")
                            .help("make it readable, or leave it out of -Dpacks.archetypeCatalog"),
                    failed);
        }
    }

    private static String reason(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        int start = message.indexOf("Message: ");
        return (start < 0 ? message : message.substring(start + "Message: ".length())).strip();
    }

    private static Problem invalid(Place place, String reason) {
        return Problem.at(ProblemCode.ARCHETYPE_INVALID, place, "the file is no catalogue of archetypes: " + reason)
                .help("a catalogue is an `archetype-catalog.xml`, as `mvn archetype:crawl` writes one");
    }

    private void document(Path file) throws XMLStreamException {
        xml.nextTag();
        if (!xml.getLocalName().equals("archetype-catalog")) {
            throw invalid(
                            new Place(
                                    file.toString(),
                                    xml.getLocation().getLineNumber(),
                                    xml.getLocation().getColumnNumber()),
                            "it holds `" + xml.getLocalName() + "` and not `archetype-catalog`")
                    .asException();
        }
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("archetype")) {
                entry();
            }
        }
    }

    private void entry() throws XMLStreamException {
        Map<String, String> parts = new HashMap<>();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (depth == 1 && (name.equals("groupId") || name.equals("artifactId") || name.equals("version"))) {
                    parts.put(name, xml.getElementText().strip());
                } else {
                    depth++;
                }
            }
        }
        ArchetypeId id = new ArchetypeId(
                parts.getOrDefault("groupId", ""),
                parts.getOrDefault("artifactId", ""),
                parts.getOrDefault("version", ""));
        if (PART.matcher(id.group()).matches()
                && PART.matcher(id.artifact()).matches()
                && PART.matcher(id.version()).matches()) {
            found.add(id);
        }
    }
}
