package dev.packs.rendering;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** Text to {@link Node}: a recursive descent over the characters, in which whatever is not allowed by name is an error. */
final class ExpressionParser {

    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 200;
    private static final int DEEPEST_NESTING = 60;

    private static final Set<String> OPERATORS =
            Set.of("and", "or", "not", "eq", "ne", "neq", "lt", "le", "gt", "ge", "div", "mod");

    private static final Set<String> LITERALS = Set.of("true", "false", "null", "new", "instanceof");

    private final String text;
    private final int from;
    private final int end;
    private final Positions positions;
    private final Map<String, Integer> locals;
    private final TreeMap<String, Spot> uses = new TreeMap<>();
    private int at;
    private int nesting;
    private int braces;
    private boolean outside;

    /**
     * @param text in which the expression lies, from inclusive to exclusive
     * @param locals names that loops around the expression give, with their slots
     */
    ExpressionParser(String text, int from, int end, Positions positions, Map<String, Integer> locals) {
        this.text = text;
        this.from = from;
        this.end = end;
        this.at = from;
        this.positions = positions;
        this.locals = locals;
    }

    /** Parses what stands between the braces of <code>${…}</code>. */
    Node inside() {
        braces = 1;
        return whole();
    }

    /** Parses an attribute's value: literals, operators, and names only inside <code>${…}</code>. */
    Node attribute() {
        outside = true;
        return whole();
    }

    /** The variables that are read, loops' own left out, and the queries, as {@link QueryRows#readAs}. */
    SortedSet<String> names() {
        return uses.navigableKeySet();
    }

    /** The same variables, each with the place where it is read first. */
    Map<String, Spot> uses() {
        return uses;
    }

    private Node whole() {
        if (end - from > LONGEST) {
            throw syntax(from, "the expression is longer than " + LONGEST + " characters", "split it");
        }
        skip();
        if (at >= end) {
            throw syntax(from, "the expression is empty", "write what is to be printed, as in `${name}`");
        }
        Node node = expression();
        skip();
        if (at < end) {
            throw unexpected();
        }
        return node;
    }

    private Node expression() {
        enter();
        Node node = or();
        skip();
        if (looksAt("?:")) {
            at += 2;
            node = checked(new Node.Choice(node, null, expression()));
        } else if (looksAt("?") && !looksAt("?.")) {
            at++;
            Node yes = expression();
            require(":", "a choice is `condition ? this : that`");
            node = checked(new Node.Choice(node, yes, expression()));
        }
        nesting--;
        return node;
    }

    private void enter() {
        if (++nesting > DEEPEST_NESTING) {
            throw tooDeep();
        }
    }

    private Node or() {
        Node node = and();
        while (word("or") || symbol("||")) {
            node = checked(new Node.Both(node, and(), true));
        }
        return node;
    }

    private Node and() {
        Node node = equality();
        while (word("and") || symbol("&&")) {
            node = checked(new Node.Both(node, equality(), false));
        }
        return node;
    }

    private Node equality() {
        Node node = relation();
        while (true) {
            Spot spot = spotOfNext();
            Operator operator;
            if (symbol("==") || word("eq")) {
                operator = Operator.EQUAL;
            } else if (symbol("!=") || word("neq") || word("ne")) {
                operator = Operator.NOT_EQUAL;
            } else {
                return node;
            }
            node = checked(new Node.Binary(operator, node, relation(), spot));
        }
    }

    private Node relation() {
        Node node = sum();
        while (true) {
            Spot spot = spotOfNext();
            Operator operator;
            if (symbol("<=") || word("le")) {
                operator = Operator.LESS_OR_EQUAL;
            } else if (symbol(">=") || word("ge")) {
                operator = Operator.GREATER_OR_EQUAL;
            } else if (symbol("<") || word("lt")) {
                operator = Operator.LESS;
            } else if (symbol(">") || word("gt")) {
                operator = Operator.GREATER;
            } else {
                return node;
            }
            node = checked(new Node.Binary(operator, node, sum(), spot));
        }
    }

    private Node sum() {
        Node node = product();
        while (true) {
            Spot spot = spotOfNext();
            Operator operator;
            if (symbol("+")) {
                operator = Operator.PLUS;
            } else if (symbol("-")) {
                operator = Operator.MINUS;
            } else {
                return node;
            }
            node = checked(new Node.Binary(operator, node, product(), spot));
        }
    }

    private Node product() {
        Node node = unary();
        while (true) {
            Spot spot = spotOfNext();
            Operator operator;
            if (symbol("*")) {
                operator = Operator.TIMES;
            } else if (symbol("/") || word("div")) {
                operator = Operator.DIVIDED_BY;
            } else if (symbol("%") || word("mod")) {
                operator = Operator.REMAINDER;
            } else {
                return node;
            }
            node = checked(new Node.Binary(operator, node, unary(), spot));
        }
    }

    private Node unary() {
        skip();
        Spot spot = spotOfNext();
        if ((looksAt("!") && !looksAt("!=")) || looksAtWord("not")) {
            at += looksAt("!") ? 1 : 3;
            enter();
            Node node = checked(new Node.Not(unary()));
            nesting--;
            return node;
        }
        if (symbol("-")) {
            if (at < end && isDigit(text.charAt(at))) {
                return postfix(number(true));
            }
            enter();
            Node node = checked(new Node.Binary(Operator.MINUS, new Node.Constant(0L), unary(), spot));
            nesting--;
            return node;
        }
        return postfix(primary());
    }

    private Node postfix(Node start) {
        Node node = start;
        while (true) {
            Spot spot = spotOfNext();
            if (symbol("?.") || symbol(".")) {
                boolean nullSafe = text.charAt(at - 2) == '?' && text.charAt(at - 1) == '.';
                skip();
                spot = spotOfNext();
                String key = name();
                skip();
                if (looksAt("(")) {
                    throw method(spot, key);
                }
                node = checked(new Node.Property(node, key, nullSafe, spot));
            } else if (symbol("[")) {
                Node index = expression();
                require("]", "an index is closed by `]`");
                node = checked(new Node.Index(node, index, spot));
            } else {
                return node;
            }
        }
    }

    private Node primary() {
        skip();
        if (at >= end) {
            throw syntax(end, "the expression ends too early", "a value is missing at its end");
        }
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            return new Node.Constant(string(c));
        }
        if (isDigit(c)) {
            return number(false);
        }
        if (c == '(') {
            at++;
            Node node = expression();
            require(")", "a parenthesis is closed by `)`");
            return node;
        }
        if (outside && braces == 0 && looksAt("${")) {
            at += 2;
            braces++;
            Node node = expression();
            require("}", "an expression is closed by `}`");
            braces--;
            return node;
        }
        if (c == '#') {
            return call();
        }
        if (isLetter(c)) {
            return named();
        }
        throw unexpected();
    }

    private Node named() {
        Spot spot = spotOfNext();
        String name = name();
        if (OPERATORS.contains(name)) {
            throw syntax(spot.offset(), "the operator `" + name + "` lacks an operand", "it is no name");
        }
        if (name.equals("new") || name.equals("instanceof")) {
            throw forbidden(spot.offset(), "`" + name + "` is not allowed in expressions");
        }
        if (name.equals("true") || name.equals("false")) {
            return new Node.Constant(name.equals("true"));
        }
        if (name.equals("null")) {
            return new Node.Constant(null);
        }
        int after = at;
        skip();
        if (looksAt("(")) {
            if (!name.equals("query") || (outside && braces == 0)) {
                throw method(spot, name);
            }
            return query(spot);
        }
        at = after;
        if (outside && braces == 0) {
            throw syntax(
                    spot.offset(),
                    "the name `" + name + "` stands outside of `${…}`",
                    "write `${" + name + "}` for the variable, `'" + name + "'` for the text");
        }
        Integer slot = locals.get(name);
        if (slot != null) {
            return new Node.Local(slot, spot);
        }
        uses.putIfAbsent(name, spot);
        return new Node.Variable(name, spot);
    }

    /** {@code query('name')}. The name is a literal, so that what a template depends on is known before it is rendered. */
    private Node query(Spot spot) {
        at++;
        skip();
        if (at >= end || (text.charAt(at) != '\'' && text.charAt(at) != '"')) {
            throw syntax(at, "`query` takes the name of a query as a text", "as in `query('people')`");
        }
        String name = string(text.charAt(at));
        require(")", "`query` takes one text: `query('people')`");
        uses.putIfAbsent(QueryRows.readAs(name), spot);
        return new Node.Rows(name, spot);
    }

    private Node call() {
        Spot spot = spotOfNext();
        at++;
        if (at >= end || !isLetter(text.charAt(at))) {
            throw unexpected(spot.offset());
        }
        String groupName = "#" + name();
        FunctionGroup group = Functions.find(groupName);
        if (group == null) {
            throw forbidden(
                    spot.offset(),
                    "there are no functions `" + groupName + "`",
                    Nearest.question(groupName, groupNames()).orElse("there are " + String.join(", ", groupNames())));
        }
        if (!symbol(".")) {
            throw syntax(
                    spot.offset(), "`" + groupName + "` is not followed by a function", "as in `#strings.trim(s)`");
        }
        skip();
        Spot spotOfFunction = spotOfNext();
        String function = name();
        FunctionGroup.Signature signature = group.find(function);
        if (signature == null) {
            throw unknown(group, function, spotOfFunction);
        }
        require("(", "a function is called with parentheses: `" + groupName + "." + function + "(…)`");
        return call(group, signature, arguments(), spot);
    }

    private Node call(FunctionGroup group, FunctionGroup.Signature signature, List<Node> arguments, Spot spot) {
        if (arguments.size() < signature.least() || arguments.size() > signature.most()) {
            String taken = signature.least() == signature.most()
                    ? Integer.toString(signature.least())
                    : signature.least() + " to " + signature.most();
            throw syntax(
                    spot.offset(),
                    "`" + group.name() + "." + signature.name() + "` takes " + taken + " arguments, not "
                            + arguments.size(),
                    "docs/templates.md lists the functions");
        }
        int depth = 0;
        for (Node argument : arguments) {
            depth = Math.max(depth, argument.depth);
        }
        return checked(new Node.Call(group, signature.name(), arguments, depth + 1, spot));
    }

    private List<Node> arguments() {
        List<Node> arguments = new ArrayList<>();
        if (symbol(")")) {
            return arguments;
        }
        do {
            arguments.add(expression());
        } while (symbol(","));
        require(")", "arguments are separated by `,` and closed by `)`");
        return arguments;
    }

    private PacksException unknown(FunctionGroup group, String function, Spot spot) {
        List<String> known = new ArrayList<>();
        for (FunctionGroup.Signature signature : group.signatures()) {
            known.add(signature.name());
        }
        return forbidden(
                spot.offset(),
                "there is no function `" + group.name() + "." + function + "`",
                Nearest.question(function, known).orElse("there are " + String.join(", ", known)));
    }

    private static List<String> groupNames() {
        List<String> names = new ArrayList<>();
        for (FunctionGroup group : Functions.GROUPS) {
            names.add(group.name());
        }
        return names;
    }

    private String name() {
        int start = at;
        if (at >= end || !isLetter(text.charAt(at))) {
            throw unexpected();
        }
        while (at < end && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private Node number(boolean negative) {
        int start = at;
        boolean decimal = false;
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
        if (at + 1 < end && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            decimal = true;
            at++;
            while (at < end && isDigit(text.charAt(at))) {
                at++;
            }
        }
        String digits = (negative ? "-" : "") + text.substring(start, at);
        if ((at < end && isNamePart(text.charAt(at))) || digits.length() > 100) {
            throw syntax(start, "`" + digits + "` is not a number", "numbers are digits, with a point if need be");
        }
        if (decimal) {
            return new Node.Constant(new BigDecimal(digits));
        }
        try {
            return new Node.Constant(Long.valueOf(digits));
        } catch (NumberFormatException e) {
            throw syntax(start, "`" + digits + "` is too large", "integers have 64 bits");
        }
    }

    private String string(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < end) {
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            value.append(c == '\\' ? escaped(start) : c);
        }
        throw syntax(start, "a string is not closed", "a string ends with the quote that it starts with");
    }

    private char escaped(int start) {
        char c = at < end ? text.charAt(at++) : ' ';
        int known = "ntr\\'\"".indexOf(c);
        if (known >= 0) {
            return "\n\t\r\\'\"".charAt(known);
        }
        if (c == 'u' && at + 4 <= end) {
            try {
                char unit = (char) Integer.parseUnsignedInt(text, at, at + 4, 16);
                at += 4;
                return unit;
            } catch (NumberFormatException e) {
                throw syntax(start, "`\\u` is not followed by four hexadecimal digits", "as in `\\u0041`");
            }
        }
        throw syntax(
                start,
                "a string has the unknown escape `\\" + c + "`",
                "known are `\\\\`, `\\'`, `\\\"`, `\\n`, `\\r`, `\\t` and `\\u0041`");
    }

    private Node checked(Node node) {
        if (node.depth > DEEPEST) {
            throw tooDeep();
        }
        return node;
    }

    private PacksException tooDeep() {
        return syntax(from, "the expression is nested too deeply", "split it, or compute a part in pack.toml");
    }

    private void skip() {
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private Spot spotOfNext() {
        skip();
        return new Spot(positions, at);
    }

    private boolean looksAt(String symbol) {
        return at + symbol.length() <= end && text.startsWith(symbol, at);
    }

    private boolean looksAtWord(String word) {
        int after = at + word.length();
        return looksAt(word) && (after >= end || !isNamePart(text.charAt(after)));
    }

    private boolean symbol(String symbol) {
        skip();
        if (looksAt(symbol)) {
            at += symbol.length();
            return true;
        }
        return false;
    }

    private boolean word(String word) {
        skip();
        if (looksAtWord(word)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private void require(String symbol, String help) {
        if (!symbol(symbol)) {
            if (at >= end) {
                throw syntax(end, "`" + symbol + "` is missing at the end of the expression", help);
            }
            throw syntax(at, "`" + symbol + "` is missing before `" + shortened() + "`", help);
        }
    }

    private PacksException unexpected() {
        return unexpected(at);
    }

    private PacksException unexpected(int offset) {
        at = offset;
        if (at >= end) {
            return syntax(end, "the expression ends too early", "a value is missing at its end");
        }
        char c = text.charAt(at);
        if ("@{~_\\^".indexOf(c) >= 0 || looksAt("*{") || looksAt("${") || looksAt("#{")) {
            return forbidden(at, "`" + shortened() + "` is not allowed in an expression");
        }
        if (c == '=') {
            return syntax(at, "nothing can be assigned", "compare with `==`");
        }
        if (c == '|') {
            return syntax(at, "`|…|` is not part of the language", "join texts with `+`");
        }
        return syntax(at, "`" + shortened() + "` is not expected here", "docs/templates.md shows the expressions");
    }

    private String shortened() {
        int stop = Math.min(end, at + 20);
        int line = text.indexOf('\n', at);
        if (line >= 0 && line < stop) {
            stop = line;
        }
        return text.substring(at, stop) + (stop < end ? "…" : "");
    }

    private static PacksException method(Spot spot, String name) {
        String help = switch (name) {
            case "size" -> "write `#lists.size(a)` or `#maps.size(a)`";
            case "isEmpty" -> "write `#strings.isEmpty(a)`, `#lists.isEmpty(a)` or `#maps.isEmpty(a)`";
            case "get" -> "write `a[0]` or `a['key']`";
            default -> {
                FunctionGroup.Signature known = Functions.GROUPS.get(0).find(name);
                yield known == null
                        ? "there are only the functions in docs/templates.md, such as `#strings.trim(s)`"
                        : "write `#strings." + name + "(…)`";
            }
        };
        return spot.problem(ProblemCode.TEMPLATE_FORBIDDEN, "the method `" + name + "(…)` cannot be called", help);
    }

    private PacksException forbidden(int offset, String message) {
        return forbidden(
                offset,
                message,
                "expressions reach the pack's variables and the functions of docs/templates.md, and nothing else");
    }

    private PacksException forbidden(int offset, String message, String help) {
        return new Spot(positions, offset).problem(ProblemCode.TEMPLATE_FORBIDDEN, message, help);
    }

    private PacksException syntax(int offset, String message, String help) {
        return new Spot(positions, offset).problem(ProblemCode.EXPRESSION_SYNTAX, message, help);
    }

    /** Whether the word means something by itself, so that nothing can be called so. */
    static boolean isReserved(String word) {
        return OPERATORS.contains(word) || LITERALS.contains(word);
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNamePart(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }
}
