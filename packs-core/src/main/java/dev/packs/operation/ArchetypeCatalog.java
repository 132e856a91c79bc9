package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.AtomicFiles;
import dev.packs.io.DiskFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The list of archetypes beside an archetype's jar, as IDEs and {@code archetype:generate} read it. What others wrote into it stays, to the character. */
final class ArchetypeCatalog {

    private static final String NAME = "archetype-catalog.xml";
    private static final String END = "</archetypes>";

    private static final String NONE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <archetype-catalog xmlns="http://maven.apache.org/plugins/maven-archetype-plugin/archetype-catalog/1.0.0">
              <archetypes>
              </archetypes>
            </archetype-catalog>
            """;

    private static final Pattern ENTRY =
            Pattern.compile("[ \\t]*<archetype>.*?</archetype>[ \\t]*\\R?", Pattern.DOTALL);

    private ArchetypeCatalog() {}

    /**
     * Enters an archetype, in the place of what the list says of the same version of it.
     *
     * @param folder with the jar
     * @return the list
     * @throws PacksException {@link ProblemCode#ARCHETYPE_INVALID} if there is a file of its name that is no such list
     */
    static Path enter(ExportArchetype.Coordinates archetype, String description, Path folder) {
        Path file = folder.resolve(NAME);
        AtomicFiles.fast().write(file, entered(file, archetype, description).getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private static String entered(Path file, ExportArchetype.Coordinates archetype, String description) {
        String text = NONE;
        if (Files.exists(file)) {
            try {
                text = Files.readString(file);
            } catch (IOException failed) {
                throw DiskFailure.reading(file, failed);
            }
        }
        Map<String, String> list = parse(text, file);
        int end = text.lastIndexOf(END);
        if (!"archetype-catalog".equals(list.get("")) || end < 0) {
            throw wrong(file, "it has no `<archetype-catalog>` with `<archetypes>`");
        }
        StringBuilder kept = new StringBuilder();
        Matcher entry = ENTRY.matcher(text);
        int from = 0;
        while (entry.find()) {
            if (isSame(parse(entry.group(), file), archetype)) {
                kept.append(text, from, entry.start());
                from = entry.end();
            }
        }
        kept.append(text, from, text.length());
        int at = kept.lastIndexOf(END);
        int line = kept.lastIndexOf("\n", at) + 1;
        boolean ownLine = kept.substring(line, at).isBlank();
        return kept.insert(ownLine ? line : at, written(archetype, description)).toString();
    }

    private static String written(ExportArchetype.Coordinates archetype, String description) {
        return "    <archetype>\n" + element("groupId", archetype.group()) + element("artifactId", archetype.artifact())
                + element("version", archetype.version()) + element("description", description)
                + "    </archetype>\n";
    }

    private static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "      <" + name + ">" + escaped + "</" + name + ">\n";
    }

    private static boolean isSame(Map<String, String> entry, ExportArchetype.Coordinates archetype) {
        return archetype.group().equals(entry.get("groupId"))
                && archetype.artifact().equals(entry.get("artifactId"))
                && archetype.version().equals(entry.get("version"));
    }

    /** The text of each element that has nothing but text, the last of its name; under the empty name, the root's. */
    private static Map<String, String> parse(String text, Path file) {
        Map<String, String> found = new HashMap<>();
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            StringBuilder inside = new StringBuilder();
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    found.putIfAbsent("", reader.getLocalName());
                    inside.setLength(0);
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    inside.append(reader.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    found.put(reader.getLocalName(), inside.toString().strip());
                }
            }
            return found;
        } catch (XMLStreamException e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        }
    }

    private static PacksException wrong(Path file, String why) {
        return Problem.at(
                        ProblemCode.ARCHETYPE_INVALID,
                        Place.of(file.toString()),
                        "the list of archetypes cannot be read: " + why)
                .help("mend it, delete it, or write the archetype to another folder with -Dpacks.output")
                .asException();
    }
}
