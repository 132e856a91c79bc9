package dev.packs.report;

import dev.packs.graph.BlankNode;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.Term;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as SPARQL 1.1 Query Results CSV and TSV Formats have them. */
public final class ResultText {

    private ResultText() {}

    /** Values alone, without their types; lines end with CR and LF. */
    public static String csv(QueryAnswer.Rows answer) {
        StringBuilder text = new StringBuilder();
        text.append(answer.columns().stream().map(ResultText::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        answer.rows()
                .forEach(row -> text.append(answer.columns().stream()
                                .map(column -> cell(plain(row.get(column))))
                                .collect(Collectors.joining(",")))
                        .append("\r\n"));
        return text.toString();
    }

    /** Terms with their types. */
    public static String tsv(QueryAnswer.Rows answer) {
        StringBuilder text = new StringBuilder();
        text.append(answer.columns().stream().map(column -> "?" + column).collect(Collectors.joining("\t")))
                .append('\n');
        answer.rows()
                .forEach(row -> text.append(answer.columns().stream()
                                .map(column -> term(row.get(column)))
                                .collect(Collectors.joining("\t")))
                        .append('\n'));
        return text.toString();
    }

    private static String plain(@Nullable Term term) {
        if (term == null) {
            return "";
        }
        if (term instanceof Literal literal) {
            return literal.lexical();
        }
        return term instanceof Iri iri ? iri.value() : ((BlankNode) term).toString();
    }

    private static String term(@Nullable Term term) {
        return term == null ? "" : term.toString().replace("\t", "\\t");
    }

    private static String cell(String value) {
        boolean plain = value.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
