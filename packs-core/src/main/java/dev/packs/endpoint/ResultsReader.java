package dev.packs.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.packs.Place;
import dev.packs.graph.BlankNode;
import dev.packs.graph.CheckedQuery;
import dev.packs.graph.Iri;
import dev.packs.graph.LimitName;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryForm;
import dev.packs.graph.QueryLimits;
import dev.packs.graph.Term;
import dev.packs.graph.Xsd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads SPARQL 1.1 Query Results JSON from a server that nobody vouches for. */
final class ResultsReader {

    private static final int DEPTH = 32;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]+(?:-[A-Za-z0-9]+)*");

    /** Roughly what a row and a term take beside their texts. */
    private static final int OBJECT = 64;

    private final CheckedQuery query;
    private final QueryLimits limits;
    private final Place place;
    private final Map<String, BlankNode> nodes = new HashMap<>();
    private long held;

    /** @param place of the query, for limits */
    ResultsReader(CheckedQuery query, QueryLimits limits, Place place) {
        this.query = query;
        this.limits = limits;
        this.place = place;
    }

    /** Says in its message what is wrong with the document. */
    static final class Malformed extends IOException {

        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * Reads all of it.
     *
     * @throws Malformed if it is no such document, or not of this query
     * @throws dev.packs.PacksException with a limit's code
     */
    QueryAnswer read(byte[] json) throws Malformed {
        held = json.length;
        try (JsonParser parser = factory(json.length).createParser(json)) {
            QueryAnswer answer = document(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("something follows its end");
            }
            return answer;
        } catch (Malformed wrong) {
            throw wrong;
        } catch (IOException broken) {
            throw new Malformed("it is cut off, or no JSON");
        }
    }

    private static JsonFactory factory(int length) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(Math.max(1, length))
                        .build())
                .build();
    }

    private QueryAnswer document(JsonParser parser) throws IOException {
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        @Nullable QueryAnswer answer = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("boolean") && query.form() == QueryForm.ASK) {
                if (value != JsonToken.VALUE_TRUE && value != JsonToken.VALUE_FALSE) {
                    throw new Malformed("its `boolean` is none");
                }
                answer = new QueryAnswer.Truth(value == JsonToken.VALUE_TRUE);
            } else if (name.equals("results") && query.form() == QueryForm.SELECT) {
                expect(value, JsonToken.START_OBJECT);
                answer = results(parser);
            } else {
                parser.skipChildren();
            }
        }
        expect(parser.currentToken(), JsonToken.END_OBJECT);
        if (answer == null) {
            throw new Malformed(query.form() == QueryForm.ASK ? "it has no `boolean`" : "it has no `results`");
        }
        return answer;
    }

    private QueryAnswer results(JsonParser parser) throws IOException {
        @Nullable List<Map<String, Term>> rows = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("bindings")) {
                expect(value, JsonToken.START_ARRAY);
                rows = rows(parser);
            } else {
                parser.skipChildren();
            }
        }
        expect(parser.currentToken(), JsonToken.END_OBJECT);
        if (rows == null) {
            throw new Malformed("it has no `bindings`");
        }
        return query.ordered()
                ? new QueryAnswer.Rows(query.columns(), rows)
                : QueryAnswer.Rows.sorted(query.columns(), rows);
    }

    private List<Map<String, Term>> rows(JsonParser parser) throws IOException {
        List<Map<String, Term>> rows = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            if (rows.size() >= limits.rows()) {
                throw LimitName.QUERY_ROWS
                        .reached(place, "the answer has more than " + limits.rows() + " rows", limits.rows())
                        .asException();
            }
            rows.add(row(parser));
        }
        expect(parser.currentToken(), JsonToken.END_ARRAY);
        return rows;
    }

    private Map<String, Term> row(JsonParser parser) throws IOException {
        Map<String, Term> row = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String column = parser.currentName();
            expect(parser.nextToken(), JsonToken.START_OBJECT);
            Term term = term(parser);
            if (query.columns().contains(column)) {
                row.put(column, term);
            }
        }
        expect(parser.currentToken(), JsonToken.END_OBJECT);
        hold(OBJECT);
        return Map.copyOf(row);
    }

    private Term term(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                fields.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        expect(parser.currentToken(), JsonToken.END_OBJECT);
        String value = fields.get("value");
        if (value == null) {
            throw new Malformed("a term has no `value`");
        }
        measure(value);
        return switch (fields.getOrDefault("type", "")) {
            case "uri" -> new Iri(value);
            case "bnode" -> nodes.computeIfAbsent(value, unknown -> new BlankNode("b" + (nodes.size() + 1)));
            case "literal", "typed-literal" ->
                literal(
                        value,
                        Optional.ofNullable(fields.get("xml:lang")),
                        Optional.ofNullable(fields.get("datatype")));
            default -> throw new Malformed("a term is none of RDF 1.1");
        };
    }

    private static Term literal(String value, Optional<String> language, Optional<String> datatype) throws Malformed {
        if (language.isPresent()) {
            if (!LANGUAGE.matcher(language.get()).matches()) {
                throw new Malformed("a language is none");
            }
            return Literal.tagged(value, language.get());
        }
        Iri type = datatype.map(Iri::new).orElse(Xsd.STRING);
        if (type.equals(Xsd.LANG_STRING)) {
            throw new Malformed("a text with a language has none");
        }
        return Literal.typed(value, type);
    }

    private void measure(String value) {
        if (value.length() > limits.valueCharacters()) {
            throw LimitName.QUERY_VALUE
                    .reached(
                            place,
                            "the answer has a text of more than " + limits.valueCharacters() + " characters",
                            limits.valueCharacters())
                    .asException();
        }
        hold(OBJECT + 2L * value.length());
    }

    private void hold(long bytes) {
        held += bytes;
        if (held > limits.memory()) {
            throw tooBig(limits, place);
        }
    }

    static RuntimeException tooBig(QueryLimits limits, Place place) {
        return LimitName.QUERY_MEMORY
                .reached(place, "the answer takes more than " + limits.memory() + " bytes", limits.memory())
                .asException();
    }

    private static void expect(@Nullable JsonToken found, JsonToken expected) throws Malformed {
        if (found != expected) {
            throw new Malformed("it is no SPARQL Query Results JSON");
        }
    }
}
