package dev.packs.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says a shape in JSON Schema, draft 2020-12. What the schema cannot express, as references between tables, only the reader checks. */
final class SchemaJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SchemaJson() {}

    static String write(Shape.Table root, Map<String, Shape.Table> definitions) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://packs.dev/schema/pack.schema.json");
        schema.put("title", "The manifest of a pack, pack.toml");
        schema.setAll(node(root));
        ObjectNode named = schema.putObject("$defs");
        new TreeMap<>(definitions).forEach((name, table) -> named.set(name, node(table)));
        try {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            Separators separators =
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
            return new ObjectMapper()
                            .writer(new DefaultPrettyPrinter(separators)
                                    .withObjectIndenter(lines)
                                    .withArrayIndenter(lines))
                            .writeValueAsString(schema)
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of strings can be written", impossible);
        }
    }

    private static ObjectNode node(Shape shape) {
        ObjectNode node = NODES.objectNode();
        if (shape instanceof Shape.Text text) {
            node.put("type", "string").put("maxLength", text.longest());
            text.kind().syntax().ifPresent(pattern -> node.put("pattern", pattern));
        } else if (shape instanceof Shape.Choice choice) {
            texts(node.putArray("enum"), choice.words());
        } else if (shape instanceof Shape.Whole whole) {
            node.put("type", "integer");
            if (whole.least() > Long.MIN_VALUE) {
                node.put("minimum", whole.least());
            }
        } else if (shape instanceof Shape.Flag) {
            node.put("type", "boolean");
        } else if (shape instanceof Shape.Many many) {
            node.put("type", "array").put("minItems", many.fewest()).set("items", node(many.item()));
        } else if (shape instanceof Shape.Table table) {
            table(node, table);
        } else if (shape instanceof Shape.Open open) {
            node.put("type", "object").set("additionalProperties", node(open.value()));
            open.name()
                    .syntax()
                    .ifPresent(pattern -> node.putObject("propertyNames").put("pattern", pattern));
        } else if (shape instanceof Shape.Ref ref) {
            node.put("$ref", "#/$defs/" + ref.definition());
        } else {
            texts(node.putArray("type"), List.of("string", "number", "boolean", "array", "object"));
        }
        return node;
    }

    private static void table(ObjectNode node, Shape.Table table) {
        node.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (Key key : table.keys()) {
            ObjectNode property = NODES.objectNode().put("description", key.meaning());
            property.setAll(node(key.shape()));
            properties.set(key.name(), property);
            if (key.required()) {
                required.add(key.name());
            }
        }
        if (!required.isEmpty()) {
            node.set("required", required);
        }
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
