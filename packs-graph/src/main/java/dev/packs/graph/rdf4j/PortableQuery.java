package dev.packs.graph.rdf4j;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.QueryLimits;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Term;
import dev.packs.graph.rdf4j.SparqlWords.Word;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.query.parser.sparql.ast.SyntaxTreeBuilderConstants;

/**
 * Writes a query so that another engine answers it as this one would with values bound.
 *
 * <p>A bound variable has its value everywhere, where {@code VALUES} gives it to one group of patterns and what is around it. So every group that mentions the variable begins
 * with its {@code VALUES}, and the outermost in any case.
 */
final class PortableQuery implements SyntaxTreeBuilderConstants {

    /** What the engine's parser declares where a query does not. */
    private static final Map<String, String> KNOWN_PREFIXES = new TreeMap<>(Map.of(
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "rdf4j", "http://rdf4j.org/schema/rdf4j#",
            "sesame", "http://www.openrdf.org/schema/sesame#",
            "owl", "http://www.w3.org/2002/07/owl#",
            "xsd", "http://www.w3.org/2001/XMLSchema#",
            "fn", "http://www.w3.org/2005/xpath-functions#"));

    private static final Set<Integer> FORMS = Set.of(SELECT, CONSTRUCT, DESCRIBE, ASK);
    private static final Set<Integer> MODIFIERS = Set.of(GROUP, HAVING, ORDER, LIMIT, OFFSET, VALUES, BINDINGS);
    private static final Set<Integer> AGGREGATES = Set.of(COUNT, SUM, MIN, MAX, AVG, SAMPLE, GROUP_CONCAT);
    private static final Pattern CODE_POINT =
            Pattern.compile("(\\\\*)\\\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|[uU])");

    private final QueryRequest request;
    private final String text;
    private final SparqlWords words;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final TreeMap<Integer, String> inserts = new TreeMap<>();

    private PortableQuery(QueryRequest request, String text) {
        this.request = request;
        this.text = text;
        words = new SparqlWords(text);
    }

    /** @throws dev.packs.PacksException as {@link dev.packs.graph.GraphEngine#portable} */
    static String of(QueryRequest request) {
        String written = write(request);
        // Read again: what is sent has been checked as it is sent.
        read(request, written);
        return written;
    }

    /** The same for this engine. */
    static QueryReader.Parsed read(QueryRequest request) {
        return read(request, write(request));
    }

    private static String write(QueryRequest request) {
        String text = withoutCodePoints(request);
        QueryReader.read(new QueryRequest(text, request.place(), request.bindings(), request.limits()));
        PortableQuery query = new PortableQuery(request, text);
        query.declarePrefixes();
        query.bind();
        return query.written();
    }

    /** Values may be long, and make a group more. */
    private static QueryReader.Parsed read(QueryRequest request, String written) {
        QueryLimits limits = request.limits();
        return QueryReader.read(new QueryRequest(
                written,
                request.place(),
                Map.of(),
                new QueryLimits(
                        Integer.MAX_VALUE,
                        limits.depth() + 2,
                        limits.time(),
                        limits.rows(),
                        limits.memory(),
                        limits.valueCharacters())));
    }

    /**
     * Letters in the place of their code points. A code point that could be syntax is refused: it would be where a server resolves escapes before it reads the query, and would
     * not where we check it.
     */
    private static String withoutCodePoints(QueryRequest request) {
        return CODE_POINT.matcher(request.text()).replaceAll(found -> {
            String hex = found.group(2) != null ? found.group(2) : found.group(3);
            long code = hex == null ? 0 : Long.parseLong(hex, 16);
            boolean isEscape = found.group(1).length() % 2 == 0;
            if (!isEscape
                    || code < 0x80
                    || !Character.isValidCodePoint((int) Math.min(code, Integer.MAX_VALUE))
                    || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
                throw Problem.at(
                                ProblemCode.QUERY_FORBIDDEN,
                                request.place(),
                                "a query that is written anew may not use the escape `" + found.group() + "`")
                        .help("write the character itself")
                        .asException();
            }
            return Matcher.quoteReplacement(found.group(1) + Character.toString((int) code));
        });
    }

    private void declarePrefixes() {
        Set<String> declared = new HashSet<>();
        Set<String> used = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, PREFIX)) {
                i++;
                declared.add(prefix(words.get(i)));
            } else if (words.is(i, PNAME_NS) || words.is(i, PNAME_LN)) {
                used.add(prefix(words.get(i)));
            }
        }
        used.removeAll(declared);
        used.retainAll(KNOWN_PREFIXES.keySet());
        // On the first line, so that a server counts lines as the author does.
        used.forEach(prefix -> insert(0, "PREFIX " + prefix + ": <" + KNOWN_PREFIXES.get(prefix) + "> "));
    }

    private static String prefix(Word name) {
        return name.text().substring(0, name.text().indexOf(':'));
    }

    private void bind() {
        for (Map.Entry<String, Term> binding : new TreeMap<>(request.bindings()).entrySet()) {
            values.put(
                    binding.getKey(),
                    TermText.of(binding.getValue())
                            .orElseThrow(() -> refused(
                                    "the value of `?" + binding.getKey() + "` cannot be written in a query",
                                    "give an absolute IRI, or a literal")));
        }
        if (!values.isEmpty()) {
            int form = 0;
            while (!FORMS.contains(words.get(form).kind())) {
                form++;
            }
            query(form, words.size(), true);
        }
    }

    /** A query or an inner query, from the word that says its form to where it ends. */
    private void query(int form, int end, boolean isOutermost) {
        int header = form + 1;
        int template = form;
        if (words.is(form, CONSTRUCT) && words.is(header, LBRACE)) {
            template = words.closing(header);
            header = template + 1;
        }
        int where = where(header, end);
        Set<String> said = new TreeSet<>();
        part(header, where, said);
        if (!words.is(where, LBRACE)) {
            part(where, end, said);
            insert(words.get(where - 1).end(), " WHERE {" + values(values.keySet()) + "}");
            return;
        }
        int close = words.closing(where);
        if (words.is(form, CONSTRUCT) && template == form) {
            insert(
                    words.get(form).end(),
                    " "
                            + text.substring(
                                    words.get(where).start(), words.get(close).end()));
        }
        Set<String> beside = new TreeSet<>(said);
        part(close + 1, end, beside);
        group(header, where, close + 1, end, beside);
        said.addAll(beside);
        inside(where, close, said);
        give(where, close, isOutermost ? values.keySet() : said);
    }

    /** The index of the brace with which the patterns begin; of a {@code DESCRIBE} that has none, the index behind what it describes. */
    private int where(int header, int end) {
        int depth = 0;
        for (int i = header; i < end; i++) {
            int kind = words.get(i).kind();
            if (depth == 0 && (kind == LBRACE || MODIFIERS.contains(kind))) {
                return i;
            }
            depth += kind == LPAREN || kind == LBRACE ? 1 : kind == RPAREN || kind == RBRACE ? -1 : 0;
        }
        return end;
    }

    /** What stands in a group: an inner query, or patterns. */
    private void inside(int open, int close, Set<String> said) {
        if (words.is(open + 1, SELECT)) {
            query(open + 1, close, false);
        } else {
            part(open + 1, close, said);
        }
    }

    /** Goes over words and the groups between them, and adds which variables with values are mentioned outside of those groups. */
    private void part(int from, int to, Set<String> said) {
        for (int i = from; i < to; i++) {
            Word word = words.get(i);
            if (word.kind() == VALUES || word.kind() == BINDINGS) {
                while (!words.is(i, LBRACE)) {
                    mention(i, said);
                    i++;
                }
                i = words.closing(i);
            } else if (word.kind() == LBRACE) {
                int close = words.closing(i);
                Set<String> inner = new TreeSet<>();
                inside(i, close, inner);
                give(i, close, inner);
                i = close;
            } else {
                mention(i, said);
            }
        }
    }

    private void mention(int index, Set<String> said) {
        Word word = words.get(index);
        if (word.isVariable() && values.containsKey(word.name())) {
            if (words.is(index - 1, AS)) {
                throw refused(
                        "`?" + word.name() + "` has a value, and the query computes it",
                        "an endpoint takes values for variables that the query does not assign with `AS`");
            }
            said.add(word.name());
        }
    }

    /** Beside aggregates stand only variables that are grouped by; one that has a single value may be, and makes no other groups. */
    private void group(int header, int where, int modifiers, int end, Set<String> beside) {
        int group = groupBy(modifiers, end);
        if (group < end) {
            Set<String> missing = new TreeSet<>(beside);
            for (int i = group + 2; i < end && !MODIFIERS.contains(words.get(i).kind()); i++) {
                if (words.get(i).isVariable()) {
                    missing.remove(words.get(i).name());
                }
            }
            missing.forEach(name -> insert(words.get(group + 1).end(), " ?" + name));
            return;
        }
        Set<String> outside = new TreeSet<>();
        boolean isInHeader = outsideOfAggregates(header, where, outside);
        boolean isInModifiers = outsideOfAggregates(modifiers, end, outside);
        if ((isInHeader || isInModifiers) && !outside.isEmpty()) {
            String name = outside.iterator().next();
            throw refused(
                    "`?" + name + "` has a value and stands beside an aggregate",
                    "say `GROUP BY ?" + name + "`, which an endpoint needs");
        }
    }

    /** The index of {@code GROUP}, or the end. */
    private int groupBy(int modifiers, int end) {
        int at = modifiers;
        while (at < end && !words.is(at, GROUP)) {
            at = words.is(at, LBRACE) ? words.closing(at) + 1 : at + 1;
        }
        return at;
    }

    /** Adds which variables are mentioned outside of aggregates; whether there is an aggregate. */
    private boolean outsideOfAggregates(int from, int to, Set<String> outside) {
        boolean found = false;
        for (int i = from; i < to; i++) {
            if (AGGREGATES.contains(words.get(i).kind()) && words.is(i + 1, LPAREN)) {
                found = true;
                i = words.closing(i + 1);
            } else if (words.is(i, LBRACE)) {
                i = words.closing(i);
            } else if (words.get(i).isVariable()
                    && values.containsKey(words.get(i).name())) {
                outside.add(words.get(i).name());
            }
        }
        return found;
    }

    /** Begins a group with the values of these variables. An inner query has to be alone in its group, so it gets one of its own. */
    private void give(int open, int close, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        boolean isQuery = words.is(open + 1, SELECT);
        insert(words.get(open).end(), values(names) + (isQuery ? "{ " : ""));
        if (isQuery) {
            insert(words.get(close).start(), " }");
        }
    }

    private String values(Collection<String> names) {
        StringBuilder clauses = new StringBuilder(" ");
        for (String name : names) {
            clauses.append("VALUES ?")
                    .append(name)
                    .append(" { ")
                    .append(values.get(name))
                    .append(" } ");
        }
        return clauses.toString();
    }

    private void insert(int at, String what) {
        inserts.merge(at, what, String::concat);
    }

    private String written() {
        StringBuilder written = new StringBuilder(text);
        inserts.descendingMap().forEach(written::insert);
        return written.toString();
    }

    private RuntimeException refused(String message, String help) {
        return Problem.at(ProblemCode.QUERY_INVALID, request.place(), message)
                .help(help)
                .asException();
    }
}
