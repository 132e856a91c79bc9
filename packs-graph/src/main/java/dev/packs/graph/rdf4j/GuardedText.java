package dev.packs.graph.rdf4j;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.fence.CountedText;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.BooleanLiteral;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.FN;
import org.eclipse.rdf4j.query.algebra.evaluation.TripleSource;
import org.eclipse.rdf4j.query.algebra.evaluation.ValueExprEvaluationException;
import org.eclipse.rdf4j.query.algebra.evaluation.function.FunctionRegistry;
import org.eclipse.rdf4j.query.algebra.evaluation.util.QueryEvaluationUtility;
import org.jspecify.annotations.Nullable;

/** {@code REGEX}, and the functions whose result can be longer than what they are given: they ask the guard before each piece. */
final class GuardedText {

    private static final Set<String> GROWING =
            Set.of(FN.REPLACE.stringValue(), FN.CONCAT.stringValue(), FN.ENCODE_FOR_URI.stringValue());

    private static final int PATTERNS_KEPT = 64;
    private static final long MOST_REPETITIONS = 1_000_000;
    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]+)");

    private final Guard guard;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    /** Most queries ask every row the same; any thread's will do. */
    private @Nullable Compiled lastCompiled;

    GuardedText(Guard guard) {
        this.guard = guard;
    }

    /** A pattern and what it was made of. */
    private record Compiled(String text, String flags, Pattern pattern) {}

    static boolean grows(String function) {
        return GROWING.contains(function);
    }

    Value call(String function, TripleSource triples, Value... arguments) {
        if (function.equals(FN.REPLACE.stringValue())) {
            return replace(arguments);
        }
        long characters = 0;
        for (Value argument : arguments) {
            characters += argument == null ? 0 : argument.stringValue().length();
        }
        guard.step();
        guard.checkLength(characters);
        Value result = FunctionRegistry.getInstance()
                .get(function)
                .orElseThrow(() -> new ValueExprEvaluationException(function))
                .evaluate(triples, arguments);
        guard.checkLength(result.stringValue().length());
        return result;
    }

    Value regex(Value text, Value pattern, Value... flags) {
        if (!QueryEvaluationUtility.isStringLiteral(text)) {
            throw new ValueExprEvaluationException("REGEX takes a text: " + text);
        }
        Pattern compiled = compiled(pattern, flags.length == 0 ? "" : simple(flags[0]));
        try {
            return BooleanLiteral.valueOf(compiled.matcher(new CountedText(text.stringValue(), guard::step))
                    .find());
        } catch (StackOverflowError tooDeep) {
            throw guard.outOfTime();
        }
    }

    private Literal replace(Value... arguments) {
        if (arguments.length < 3
                || arguments.length > 4
                || !(arguments[0] instanceof Literal text)
                || !QueryEvaluationUtility.isStringLiteral(text)) {
            throw new ValueExprEvaluationException("REPLACE takes a text, a pattern, a replacement and flags");
        }
        Pattern pattern = compiled(arguments[1], arguments.length == 4 ? simple(arguments[3]) : "");
        String replaced;
        try {
            replaced = replaced(text.getLabel(), pattern, simple(arguments[2]));
        } catch (StackOverflowError tooDeep) {
            throw guard.outOfTime();
        }
        ValueFactory values = SimpleValueFactory.getInstance();
        return text.getLanguage().isPresent()
                ? values.createLiteral(replaced, text.getLanguage().get())
                : values.createLiteral(replaced, text.getDatatype());
    }

    private String replaced(String text, Pattern pattern, String replacement) {
        Matcher matcher = pattern.matcher(new CountedText(text, guard::step));
        StringBuilder result = new StringBuilder();
        int copied = 0;
        while (matcher.find()) {
            append(result, text, copied, matcher.start());
            expand(result, matcher, text, replacement);
            copied = matcher.end();
        }
        append(result, text, copied, text.length());
        return result.toString();
    }

    private void append(StringBuilder result, CharSequence text, int start, int end) {
        guard.step();
        guard.checkLength((long) result.length() + end - start);
        result.append(text, start, end);
    }

    /** As XPath's {@code fn:replace} has it: {@code $1} is a group, {@code \$} and {@code \\} are themselves. */
    private void expand(StringBuilder result, Matcher matcher, String text, String replacement) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            if (c == '\\' && i + 1 < replacement.length()) {
                i++;
                append(result, replacement, i, i + 1);
            } else if (c == '$') {
                int group = 0;
                int digits = 0;
                while (i + 1 < replacement.length()
                        && Character.isDigit(replacement.charAt(i + 1))
                        && (digits == 0 || group * 10 + replacement.charAt(i + 1) - '0' <= matcher.groupCount())) {
                    i++;
                    digits++;
                    group = group * 10 + replacement.charAt(i) - '0';
                }
                if (digits == 0) {
                    throw new ValueExprEvaluationException("a `$` without a group");
                }
                if (group <= matcher.groupCount() && matcher.start(group) >= 0) {
                    append(result, text, matcher.start(group), matcher.end(group));
                }
            } else {
                append(result, replacement, i, i + 1);
            }
        }
    }

    private static String simple(Value value) {
        if (!QueryEvaluationUtility.isSimpleLiteral(value)) {
            throw new ValueExprEvaluationException("a plain text is needed: " + value);
        }
        return value.stringValue();
    }

    private Pattern compiled(Value pattern, String flags) {
        String text = simple(pattern);
        Compiled last = lastCompiled;
        if (last != null && last.text.equals(text) && last.flags.equals(flags)) {
            return last.pattern;
        }
        Pattern compiled = compiledBefore(text, flags);
        lastCompiled = new Compiled(text, flags, compiled);
        return compiled;
    }

    private Pattern compiledBefore(String text, String flags) {
        String key = flags + "/" + text;
        Pattern known = patterns.get(key);
        if (known == null) {
            if (patterns.size() >= PATTERNS_KEPT) {
                patterns.clear();
            }
            known = compile(text, flags);
            patterns.put(key, known);
        }
        return known;
    }

    private Pattern compile(String text, String flags) {
        checkRepetitions(text);
        try {
            return Pattern.compile(text, bits(flags));
        } catch (PatternSyntaxException invalid) {
            throw new ValueExprEvaluationException("no regular expression: " + text, invalid);
        } catch (StackOverflowError tooDeep) {
            throw guard.outOfTime();
        }
    }

    /** An empty group that has to be repeated reads no character, so that nothing would stop it. */
    private void checkRepetitions(String text) {
        long product = 1;
        Matcher counts = REPETITION.matcher(text);
        while (counts.find()) {
            String digits = counts.group(1);
            product *= digits.length() > 7 ? MOST_REPETITIONS + 1 : Math.max(1, Long.parseLong(digits));
            if (product > MOST_REPETITIONS) {
                throw Problem.at(
                                ProblemCode.QUERY_FORBIDDEN,
                                guard.place(),
                                "a regular expression repeats more than " + MOST_REPETITIONS + " times")
                        .help("write smaller numbers in its braces; with `*` and `+` a text of any length matches")
                        .asException();
            }
        }
    }

    private static int bits(String flags) {
        int bits = 0;
        for (int i = 0; i < flags.length(); i++) {
            bits |= switch (flags.charAt(i)) {
                case 's' -> Pattern.DOTALL;
                case 'm' -> Pattern.MULTILINE;
                case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'x' -> Pattern.COMMENTS;
                case 'q' -> Pattern.LITERAL;
                default -> throw new ValueExprEvaluationException("there is no flag `" + flags.charAt(i) + "`");
            };
        }
        return bits;
    }
}
