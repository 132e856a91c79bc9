package dev.packs.graph.rdf4j;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.query.parser.sparql.ast.SyntaxTreeBuilderConstants;
import org.eclipse.rdf4j.query.parser.sparql.ast.SyntaxTreeBuilderTokenManager;
import org.eclipse.rdf4j.query.parser.sparql.ast.Token;
import org.eclipse.rdf4j.query.parser.sparql.ast.UnicodeEscapeStream;

/** The words of a query as the engine's own parser cuts them, each with its place in the text. */
final class SparqlWords implements SyntaxTreeBuilderConstants {

    private final List<Word> words = new ArrayList<>();

    /**
     * One word.
     *
     * @param kind one of {@link SyntaxTreeBuilderConstants}
     * @param start of the word in the text; {@code end} is behind it
     */
    record Word(int kind, String text, int start, int end) {

        boolean isVariable() {
            return kind == VAR1 || kind == VAR2;
        }

        /** Of a variable, without its mark. */
        String name() {
            return text.substring(1);
        }
    }

    /** @param query is valid, and has no escapes of code points */
    SparqlWords(String query) {
        SyntaxTreeBuilderTokenManager tokens = new SyntaxTreeBuilderTokenManager(new UnicodeEscapeStream(query, 1));
        int at = 0;
        for (Token token = tokens.getNextToken(); token.kind != EOF; token = tokens.getNextToken()) {
            int start = skipped(query, at);
            // Lines and columns of the lexer count tabs and line ends its own way; what it read is compared instead.
            if (!query.startsWith(token.image, start)) {
                throw new IllegalStateException("the word `" + token.image + "` is not at " + start);
            }
            at = start + token.image.length();
            words.add(new Word(token.kind, token.image, start, at));
        }
    }

    private static int skipped(String query, int from) {
        int at = from;
        boolean isComment = false;
        while (at < query.length()) {
            char c = query.charAt(at);
            if (isComment) {
                isComment = c != '\n' && c != '\r';
            } else if (c == '#') {
                isComment = true;
            } else if (c > ' ') {
                return at;
            }
            at++;
        }
        return at;
    }

    int size() {
        return words.size();
    }

    Word get(int index) {
        return words.get(index);
    }

    boolean is(int index, int kind) {
        return index < words.size() && words.get(index).kind() == kind;
    }

    /** The index of what closes the brace or parenthesis at this index. */
    int closing(int opening) {
        int open = words.get(opening).kind();
        int close = open == LBRACE ? RBRACE : RPAREN;
        int depth = 0;
        for (int i = opening; i < words.size(); i++) {
            if (is(i, open)) {
                depth++;
            } else if (is(i, close)) {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        throw new IllegalStateException("nothing closes " + words.get(opening));
    }
}
