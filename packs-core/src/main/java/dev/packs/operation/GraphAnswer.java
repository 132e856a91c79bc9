package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.graph.BlankNode;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import dev.packs.graph.Xsd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query gave. The document is SPARQL's own JSON; for triples, which it has no form for, a list in its spelling of terms.
 *
 * @param turtle the triples of a {@code CONSTRUCT} or {@code DESCRIBE} as text, empty for other forms
 * @param warnings of packs that were left out, and why an answer that should have been one is empty
 */
public record GraphAnswer(QueryAnswer answer, String turtle, List<Problem> warnings) implements Report {

    public GraphAnswer {
        warnings = List.copyOf(warnings);
    }

    @Override
    public List<String> lines() {
        if (answer instanceof QueryAnswer.Truth truth) {
            return List.of(Boolean.toString(truth.value()));
        }
        if (answer instanceof QueryAnswer.Rows rows) {
            return table(rows);
        }
        return turtle.isEmpty() ? List.of("no triples") : turtle.lines().toList();
    }

    private static List<String> table(QueryAnswer.Rows answer) {
        if (answer.rows().isEmpty()) {
            return List.of("no rows");
        }
        TextTable table = new TextTable();
        String[] columns = answer.columns().toArray(new String[0]);
        String[] rules = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            rules[i] = "-".repeat(columns[i].length());
        }
        table.row(columns);
        table.row(rules);
        for (Map<String, Term> row : answer.rows()) {
            String[] cells = new String[columns.length];
            for (int i = 0; i < columns.length; i++) {
                cells[i] = cell(row.get(columns[i]));
            }
            table.row(cells);
        }
        List<String> lines = new ArrayList<>(table.lines(""));
        lines.add("");
        lines.add(Count.of(answer.rows().size(), "row"));
        return lines;
    }

    private static String cell(@Nullable Term term) {
        if (term == null) {
            return "";
        }
        String text = term instanceof Literal literal ? literal.lexical() : term.toString();
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(Character.isISOControl(c) ? ' ' : c);
        }
        return plain.toString();
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        if (answer instanceof QueryAnswer.Truth truth) {
            document.put("head", Map.of());
            document.put("boolean", truth.value());
        } else if (answer instanceof QueryAnswer.Rows rows) {
            document.put("head", Map.of("vars", rows.columns()));
            document.put(
                    "results",
                    Map.of(
                            "bindings",
                            rows.rows().stream()
                                    .map(row -> describe(rows.columns(), row))
                                    .toList()));
        } else if (answer instanceof QueryAnswer.Triples triples) {
            document.put(
                    "triples",
                    triples.statements().stream().map(GraphAnswer::describe).toList());
        }
        return document;
    }

    private static Map<String, Object> describe(List<String> columns, Map<String, Term> row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String column : columns) {
            Term term = row.get(column);
            if (term != null) {
                fields.put(column, describe(term));
            }
        }
        return fields;
    }

    private static Map<String, Object> describe(Statement statement) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("subject", describe(statement.subject()));
        fields.put("predicate", describe(statement.predicate()));
        fields.put("object", describe(statement.object()));
        return fields;
    }

    /** As SPARQL 1.1 Query Results JSON Format, 3.2.2, has it. */
    private static Map<String, Object> describe(Term term) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (term instanceof Iri iri) {
            fields.put("type", "uri");
            fields.put("value", iri.value());
        } else if (term instanceof BlankNode node) {
            fields.put("type", "bnode");
            fields.put("value", node.id());
        } else if (term instanceof Literal literal) {
            fields.put("type", "literal");
            fields.put("value", literal.lexical());
            literal.language().ifPresent(language -> fields.put("xml:lang", language));
            if (literal.language().isEmpty() && !literal.datatype().equals(Xsd.STRING)) {
                fields.put("datatype", literal.datatype().value());
            }
        }
        return fields;
    }
}
