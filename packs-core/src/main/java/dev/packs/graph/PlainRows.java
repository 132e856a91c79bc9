package dev.packs.graph;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns terms into the values that templates know: {@code String}, {@code Long}, {@code BigDecimal}, {@code Boolean}, maps.
 *
 * <p>Integers are {@code Long}, or {@code BigDecimal} where that is too small; decimals, doubles and floats {@code BigDecimal}; dates and times their ISO text; a text with
 * a language its text, and beside it under {@code column@lang} the tag; an IRI a map of {@code iri}, {@code local} and {@code label} (where nothing has a label, the local
 * name); a blank node {@code _:id}; what is unbound null. A literal that its datatype does not allow stays text.
 */
public final class PlainRows {

    private static final int LONGEST_NUMBER = 1000;
    private static final Set<String> INTEGERS = Set.of(
            "integer",
            "long",
            "int",
            "short",
            "byte",
            "nonNegativeInteger",
            "positiveInteger",
            "nonPositiveInteger",
            "negativeInteger",
            "unsignedLong",
            "unsignedInt",
            "unsignedShort",
            "unsignedByte");

    private final Function<Iri, Optional<String>> labels;
    private final Map<Iri, Map<String, @Nullable Object>> known = new HashMap<>();

    /** @param labels as {@link Graph#label} */
    public PlainRows(Function<Iri, Optional<String>> labels) {
        this.labels = labels;
    }

    /** Every row has every column, in the order of the query. */
    public List<Map<String, @Nullable Object>> of(QueryAnswer.Rows answer) {
        List<Map<String, @Nullable Object>> plain =
                new ArrayList<>(answer.rows().size());
        for (Map<String, Term> row : answer.rows()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (String column : answer.columns()) {
                Term term = row.get(column);
                values.put(column, term == null ? null : of(term));
                if (term instanceof Literal literal && literal.language().isPresent()) {
                    values.put(column + "@lang", literal.language().get());
                }
            }
            plain.add(Collections.unmodifiableMap(values));
        }
        return Collections.unmodifiableList(plain);
    }

    /** One term as a value. */
    public Object of(Term term) {
        if (term instanceof Iri iri) {
            Map<String, @Nullable Object> map = known.get(iri);
            if (map == null) {
                map = described(iri);
                known.put(iri, map);
            }
            return map;
        }
        return term instanceof Literal literal ? of(literal) : term.toString();
    }

    private Map<String, @Nullable Object> described(Iri iri) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("iri", iri.value());
        map.put("local", iri.local());
        map.put("label", labels.apply(iri).orElse(iri.local()));
        return Collections.unmodifiableMap(map);
    }

    private static Object of(Literal literal) {
        String lexical = literal.lexical();
        String datatype = literal.datatype().value();
        if (!datatype.startsWith(Xsd.NAMESPACE) || lexical.length() > LONGEST_NUMBER) {
            return lexical;
        }
        String type = datatype.substring(Xsd.NAMESPACE.length());
        String text = lexical.strip();
        try {
            if (INTEGERS.contains(type)) {
                return integer(text);
            }
            return switch (type) {
                case "decimal" -> new BigDecimal(text);
                case "double", "float" -> new BigDecimal(Double.toString(Double.parseDouble(text)));
                case "boolean" -> truth(text);
                default -> lexical;
            };
        } catch (NumberFormatException illTyped) {
            return lexical;
        }
    }

    private static Object integer(String text) {
        BigDecimal number = new BigDecimal(new BigInteger(text));
        return number.precision() > 18 ? number : (Object) number.longValueExact();
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> text;
        };
    }
}
