package dev.packs.merge.structure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a JSON file, comments and a comma behind the last item allowed, as editors write them. */
final class JsonReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(StructuralMerger.DEEPEST)
                    .maxDocumentLength(2L * StructuralMerger.LARGEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws Unmergeable if it is no JSON, or too deep; a file without content is empty */
    static Optional<Node> read(String text) {
        try (JsonParser parser = FACTORY.createParser(text.toCharArray())) {
            JsonReader reader = new JsonReader(parser);
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Node root = reader.node();
            if (parser.nextToken() != null) {
                throw Unmergeable.unreadable("is not JSON: something stands behind its end");
            }
            return Optional.of(root);
        } catch (JsonProcessingException wrong) {
            String message = wrong.getOriginalMessage();
            if (message.contains("nesting depth")) {
                throw Unmergeable.limit("is nested deeper than " + StructuralMerger.DEEPEST + " levels");
            }
            throw Unmergeable.unreadable("is not JSON: line "
                    + wrong.getLocation().getLineNr() + ", column "
                    + wrong.getLocation().getColumnNr() + kind(wrong, message));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never the parser's own words: they quote the file, where a secret may stand. */
    private static String kind(JsonProcessingException wrong, String message) {
        if (wrong instanceof JsonEOFException) {
            return ": it ends too early";
        }
        return message.startsWith("Duplicate") ? ": a key is twice in one place" : "";
    }

    private Node node() throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            List<Node.Entry> entries = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                Node.Scalar key = scalar();
                parser.nextToken();
                entries.add(new Node.Entry(key, node()));
            }
            return new Node.Mapping(start, end(), "", "", true, List.copyOf(entries));
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node());
            }
            return new Node.Sequence(start, end(), "", "", true, List.copyOf(items));
        }
        return scalar();
    }

    private Node.Scalar scalar() throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        JsonToken token = parser.currentToken();
        String value = parser.getText();
        boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
        // The parser stands behind the colon of a name by then; the name's own end is never needed.
        int end = token.isNumeric() || token.isBoolean() || token == JsonToken.VALUE_NULL
                ? start + value.length()
                : end();
        return new Node.Scalar(start, end, "", isText ? Node.TEXT : token.name(), value, false);
    }

    private int end() {
        return (int) parser.currentLocation().getCharOffset();
    }
}
