package dev.packs.merge.structure;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Whether a text is XML without a document type, by the JDK's own parser: the one that keeps the layout is more lenient. */
final class XmlCheck {

    private XmlCheck() {}

    /** @throws Unmergeable with the reason */
    static void require(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw Unmergeable.unreadable("has a document type, which no pom.xml needs");
                }
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
                if (depth > StructuralMerger.DEEPEST) {
                    throw Unmergeable.limit("is nested deeper than " + StructuralMerger.DEEPEST + " levels");
                }
            }
            reader.close();
        } catch (XMLStreamException wrong) {
            // Not the parser's own words: they quote the file, where a secret may stand.
            throw Unmergeable.unreadable("is not XML"
                    + Optional.ofNullable(wrong.getLocation())
                            .map(place -> ": line " + place.getLineNumber() + ", column " + place.getColumnNumber())
                            .orElse(""));
        }
    }
}
