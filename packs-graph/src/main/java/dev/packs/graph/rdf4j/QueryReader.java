package dev.packs.graph.rdf4j;

import dev.packs.Nearest;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.CheckedQuery;
import dev.packs.graph.LimitName;
import dev.packs.graph.QueryForm;
import dev.packs.graph.QueryLimits;
import dev.packs.graph.QueryRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.query.MalformedQueryException;
import org.eclipse.rdf4j.query.algebra.Order;
import org.eclipse.rdf4j.query.algebra.TupleExpr;
import org.eclipse.rdf4j.query.algebra.UnaryTupleOperator;
import org.eclipse.rdf4j.query.algebra.helpers.collectors.VarNameCollector;
import org.eclipse.rdf4j.query.parser.ParsedBooleanQuery;
import org.eclipse.rdf4j.query.parser.ParsedGraphQuery;
import org.eclipse.rdf4j.query.parser.ParsedQuery;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParser;

/** Parses a query, and refuses what does more than read one graph. */
final class QueryReader {

    private static final Pattern LINE_AND_COLUMN = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern QUOTED_NAME = Pattern.compile("'([^']+)'");

    /** What relative IRIs in a query are relative to. */
    private static final String BASE = "urn:packs:query:";

    private final QueryRequest request;

    private QueryReader(QueryRequest request) {
        this.request = request;
    }

    /** A query as the engine has it, and what it is. */
    record Parsed(ParsedQuery query, CheckedQuery checked) {}

    /** @throws dev.packs.PacksException as {@link dev.packs.graph.GraphEngine#check} */
    static Parsed read(QueryRequest request) {
        return new QueryReader(request).read();
    }

    private Parsed read() {
        checkSize();
        ParsedQuery query;
        try {
            query = new SPARQLParser().parseQuery(request.text(), BASE);
        } catch (MalformedQueryException malformed) {
            throw malformed(malformed).asException();
        }
        if (query.getDataset() != null) {
            throw forbidden("`FROM`", "a query asks the graph it is given and names no other");
        }
        ReadOnlyCheck check = new ReadOnlyCheck();
        query.getTupleExpr().visit(check);
        check.refused().ifPresent(what -> {
            throw forbidden(what, "leave it out; a query reads the graph it is given and nothing else");
        });
        checkBindings(query);
        QueryForm form = form(query);
        List<String> columns =
                form == QueryForm.SELECT ? List.copyOf(query.getTupleExpr().getBindingNames()) : List.of();
        return new Parsed(
                query, new CheckedQuery(form, check.isRepeatable(), isOrdered(query.getTupleExpr()), columns));
    }

    private static boolean isOrdered(TupleExpr query) {
        TupleExpr node = query;
        while (node instanceof UnaryTupleOperator operator) {
            if (node instanceof Order) {
                return true;
            }
            node = operator.getArg();
        }
        return false;
    }

    private void checkSize() {
        QueryLimits limits = request.limits();
        int bytes = request.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > limits.bytes()) {
            throw LimitName.QUERY_BYTES
                    .reached(
                            request.place(),
                            "the query has " + bytes + " bytes, more than " + limits.bytes(),
                            limits.bytes())
                    .asException();
        }
        int depth = Nesting.ofSparql(request.text());
        if (depth > limits.depth()) {
            throw LimitName.QUERY_DEPTH
                    .reached(
                            request.place(),
                            "the query is nested " + depth + " levels deep, deeper than " + limits.depth(),
                            limits.depth())
                    .asException();
        }
    }

    private static QueryForm form(ParsedQuery query) {
        if (query instanceof ParsedBooleanQuery) {
            return QueryForm.ASK;
        }
        if (query instanceof ParsedGraphQuery) {
            return query.getTupleExpr() instanceof org.eclipse.rdf4j.query.algebra.DescribeOperator || isDescribe(query)
                    ? QueryForm.DESCRIBE
                    : QueryForm.CONSTRUCT;
        }
        return QueryForm.SELECT;
    }

    private static boolean isDescribe(ParsedQuery query) {
        return query.getTupleExpr().toString().contains("DescribeOperator");
    }

    private void checkBindings(ParsedQuery query) {
        Set<String> names = new TreeSet<>(VarNameCollector.process(query.getTupleExpr()));
        if (form(query) == QueryForm.DESCRIBE) {
            names.addAll(query.getTupleExpr().getBindingNames());
        }
        for (String name : new TreeSet<>(request.bindings().keySet())) {
            if (!names.contains(name)) {
                Problem problem = Problem.at(
                        ProblemCode.QUERY_INVALID, request.place(), "the query has no variable `?" + name + "`");
                Optional<String> near = Nearest.question(name, names);
                throw near.map(problem::help).orElse(problem).asException();
            }
        }
    }

    private Problem malformed(MalformedQueryException malformed) {
        if (isUpdate()) {
            return Problem.at(ProblemCode.QUERY_FORBIDDEN, request.place(), "an update is no query")
                    .help("queries only read: SELECT, CONSTRUCT, DESCRIBE or ASK");
        }
        String message = String.valueOf(malformed.getMessage());
        return Problem.at(
                ProblemCode.QUERY_INVALID, placeOf(message), "this is no SPARQL query: " + firstLine(message));
    }

    private boolean isUpdate() {
        try {
            new SPARQLParser().parseUpdate(request.text(), BASE);
            return true;
        } catch (MalformedQueryException neither) {
            return false;
        }
    }

    private static String firstLine(String message) {
        String line = message.strip().lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private Place placeOf(String message) {
        Matcher where = LINE_AND_COLUMN.matcher(message);
        if (where.find()) {
            return place(Integer.parseInt(where.group(1)), Integer.parseInt(where.group(2)));
        }
        Matcher name = QUOTED_NAME.matcher(message);
        int at = name.find() ? request.text().indexOf(name.group(1)) : -1;
        if (at < 0) {
            return request.place();
        }
        String before = request.text().substring(0, at);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return place(line, at - before.lastIndexOf('\n'));
    }

    private Place place(int line, int column) {
        Place start = request.place();
        return new Place(start.file(), Math.max(1, start.line()) + line - 1, column);
    }

    private RuntimeException forbidden(String what, String help) {
        Matcher word = Pattern.compile("(?i)\\b" + Pattern.quote(what.replaceAll("`(\\w+).*", "$1")) + "\\b")
                .matcher(request.text());
        Place place = word.find() ? placeOf("'" + word.group() + "'") : request.place();
        return Problem.at(ProblemCode.QUERY_FORBIDDEN, place, "a query may not use " + what)
                .help(help)
                .asException();
    }
}
