package dev.packs.report;

import dev.packs.graph.BlankNode;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.Term;
import java.util.Map;
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
        for (Map<String, Term> row : answer.rows()) {
            String separator = "";
            for (String column : answer.columns()) {
                text.append(separator).append(cell(plain(row.get(column))));
                separator = ",";
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    /** Terms with their types. */
    public static String tsv(QueryAnswer.Rows answer) {
        StringBuilder text = new StringBuilder();
        text.append(answer.columns().stream().map(column -> "?" + column).collect(Collectors.joining("\t")))
                .append('\n');
        for (Map<String, Term> row : answer.rows()) {
            String separator = "";
            for (String column : answer.columns()) {
                text.append(separator).append(term(row.get(column)));
                separator = "\t";
            }
            text.append('\n');
        }
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
        boolean isPlain =
                value.indexOf('"') < 0 && value.indexOf(',') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
        return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
