package dev.packs.source;

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

/** The texts of a POM, read without Maven's model; neither document types nor anything outside the file is looked at. */
public final class PomTexts {

    /** As deep as {@code project/licenses/license/name}. */
    private static final int DEEPEST = 4;

    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, List<Map<String, String>>> parts = new HashMap<>();

    private PomTexts() {}

    /** Nothing where there is no such file, or it is no XML. */
    public static Optional<PomTexts> read(Path pom) {
        if (!Files.isRegularFile(pom)) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream stream = Files.newInputStream(pom)) {
            PomTexts found = new PomTexts();
            XMLStreamReader xml = factory.createXMLStreamReader(stream);
            try {
                found.read(xml);
            } finally {
                xml.close();
            }
            return Optional.of(found);
        } catch (IOException | XMLStreamException notRead) {
            return Optional.empty();
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(xml.getLocalName());
                    if (path.size() < DEEPEST) {
                        parts.computeIfAbsent(String.join("/", path), first -> new ArrayList<>())
                                .add(new HashMap<>());
                    }
                    text.setLength(0);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (path.size() <= DEEPEST) {
                        add(path, text.toString().strip());
                    } else {
                        path.removeLast();
                    }
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {}
            }
        }
    }

    /** Adds what an element says, which is then left. */
    private void add(Deque<String> path, String text) {
        texts.computeIfAbsent(String.join("/", path), first -> new ArrayList<>())
                .add(text);
        String name = path.removeLast();
        List<Map<String, String>> around = parts.getOrDefault(String.join("/", path), List.of());
        if (!around.isEmpty()) {
            around.get(around.size() - 1).putIfAbsent(name, text);
        }
    }

    /**
     * What stands in the elements inside each element of a path, by their names; in their order.
     *
     * @param path as {@code project/licenses/license}; at most three names
     */
    public List<Map<String, String>> each(String path) {
        return parts.getOrDefault(path, List.of()).stream().map(Map::copyOf).toList();
    }

    /**
     * What stands in the elements of a path, in their order.
     *
     * @param path as {@code project/artifactId}; at most four names
     */
    public List<String> all(String path) {
        return List.copyOf(texts.getOrDefault(path, List.of()));
    }

    /** What stands in the first of them; empty where there is none. */
    public String first(String path) {
        List<String> all = texts.getOrDefault(path, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }
}
