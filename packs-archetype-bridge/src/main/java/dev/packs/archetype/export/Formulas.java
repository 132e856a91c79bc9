package dev.packs.archetype.export;

import dev.packs.Place;
import dev.packs.Problems;
import dev.packs.rendering.Formula;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expressions as Velocity. Velocity has no conditional operator, no functions, and no way to say null that all versions know; so what is more than a reference is computed by directives
 * in front of it. Every value is the text that Packs would print, and null is {@link Symbols#NONE}.
 */
final class Formulas {

    private static final String FIRST = "first";

    private final Variables variables;
    private final Names names;
    private final Symbols symbols;
    private final Problems problems;
    private final Calls calls;
    private final NumberOrder numberOrder;
    private final Map<Integer, LoopNames> loops = new java.util.HashMap<>();
    private final Set<Place> reported = new HashSet<>();

    Formulas(Variables variables, Names names, Symbols symbols, Problems problems) {
        this.variables = variables;
        this.names = names;
        this.symbols = symbols;
        this.problems = problems;
        this.calls = new Calls(this, names, symbols);
        this.numberOrder = new NumberOrder(this, names, symbols);
    }

    /** What a loop's item and its state are called. */
    record LoopNames(String item, String index, String count, String size, String last) {}

    LoopNames enter(int loop) {
        String item = names.fresh("item");
        LoopNames named = new LoopNames(item, item + "_index", item + "_count", item + "_size", item + "_last");
        loops.put(loop, named);
        return named;
    }

    void leave(int loop) {
        loops.remove(loop);
    }

    Names names() {
        return names;
    }

    void report(Place place, String what) {
        if (reported.add(place)) {
            problems.add(Untranslatable.at(place, what));
        }
    }

    Kind kind(Formula formula) {
        if (formula instanceof Formula.Literal literal) {
            return kindOf(literal.value());
        }
        if (formula instanceof Formula.Variable variable) {
            return variables.kind(variable.name());
        }
        if (formula instanceof Formula.Choice choice) {
            return kind(choice.yes().orElse(choice.condition())).or(kind(choice.no()));
        }
        if (formula instanceof Formula.Operation operation) {
            return operation.symbol().equals("+") ? Kind.TEXT : Kind.BOOLEAN;
        }
        if (formula instanceof Formula.Call call) {
            return calls.kind(call);
        }
        if (formula instanceof Formula.Part part && part.owner() instanceof Formula.Status) {
            return switch (part.key()) {
                case "index", "count", "size" -> Kind.INTEGER;
                case "current" -> Kind.TEXT;
                default -> Kind.BOOLEAN;
            };
        }
        return formula instanceof Formula.Not || formula instanceof Formula.Logic ? Kind.BOOLEAN : Kind.TEXT;
    }

    private static Kind kindOf(@Nullable Object value) {
        if (value == null) {
            return Kind.NULL;
        }
        if (value instanceof Boolean) {
            return Kind.BOOLEAN;
        }
        return value instanceof Number ? Kind.INTEGER : value instanceof String ? Kind.TEXT : Kind.LIST;
    }

    boolean isNullable(Formula formula) {
        if (formula instanceof Formula.Variable variable) {
            return variables.isNullable(variable.name());
        }
        if (formula instanceof Formula.Choice choice) {
            return isNullable(choice.no())
                    || (choice.yes().isPresent() && isNullable(choice.yes().get()));
        }
        return formula instanceof Formula.Literal literal
                ? literal.value() == null
                : formula instanceof Formula.Call call && calls.isNullable(call);
    }

    /** The text of a known value, as it is compared and printed. */
    static String textOf(@Nullable Object value) {
        if (value == null) {
            return Symbols.NONE;
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    /** The name of a variable that holds the value's text. */
    String name(Formula formula, Code code) {
        if (formula instanceof Formula.Literal literal) {
            return literalName(literal);
        }
        if (formula instanceof Formula.Variable variable) {
            return variable.name();
        }
        if (formula instanceof Formula.Item item) {
            return loop(item.loop(), item.place()).item();
        }
        if (formula instanceof Formula.Part part && part.owner() instanceof Formula.Status status) {
            String direct = statusName(part.key(), loop(status.loop(), part.place()));
            if (direct != null) {
                return direct;
            }
        }
        if (formula instanceof Formula.Choice choice) {
            return choice(choice, code);
        }
        if (formula instanceof Formula.Operation operation && operation.symbol().equals("+")) {
            return sum(operation, code);
        }
        if (formula instanceof Formula.Call call && !calls.isCondition(call)) {
            return calls.name(call, code);
        }
        String name = names.fresh("test");
        code.begin(condition(formula, code));
        code.set(name, "'true'");
        code.otherwise();
        code.set(name, "'false'");
        code.end();
        return name;
    }

    private String literalName(Formula.Literal literal) {
        return symbols.constant(textOf(literal.value()));
    }

    private LoopNames loop(int number, Place place) {
        LoopNames known = loops.get(number);
        if (known == null) {
            report(place, "the item of the loop is not known here");
            return new LoopNames("item", "item", "item", "item", "item");
        }
        return known;
    }

    private static @Nullable String statusName(String key, LoopNames loop) {
        return switch (key) {
            case "index" -> loop.index();
            case "count" -> loop.count();
            case "size" -> loop.size();
            case "current" -> loop.item();
            default -> null;
        };
    }

    private String choice(Formula.Choice choice, Code code) {
        String name = names.fresh("choice");
        if (choice.yes().isPresent()) {
            code.begin(condition(choice.condition(), code));
            code.set(name, value(choice.yes().get(), code));
        } else {
            String tested = name(choice.condition(), code);
            if (!isNullable(choice.condition())) {
                return tested;
            }
            code.begin("$" + tested + " != '" + Symbols.NONE + "'");
            code.set(name, "$" + tested);
        }
        code.otherwise();
        code.set(name, value(choice.no(), code));
        code.end();
        return name;
    }

    private String sum(Formula.Operation sum, Code code) {
        if (!isSumOfTexts(sum)) {
            report(sum.place(), "`+` adds numbers, which archetypes cannot do");
        }
        String name = names.fresh("text");
        code.set(name, "\"" + piece(sum.left(), code) + piece(sum.right(), code) + "\"");
        return name;
    }

    /** Inside of double quotes. */
    String piece(Formula formula, Code code) {
        if (formula instanceof Formula.Operation sum && sum.symbol().equals("+") && isSumOfTexts(sum)) {
            return piece(sum.left(), code) + piece(sum.right(), code);
        }
        return formula instanceof Formula.Literal literal
                ? symbols.quoted(textOf(literal.value()))
                : "${" + name(formula, code) + "}";
    }

    boolean isSumOfTexts(Formula.Operation sum) {
        return kind(sum.left()) == Kind.TEXT || kind(sum.right()) == Kind.TEXT;
    }

    /** An operand or argument: a reference or a literal. */
    String value(Formula formula, Code code) {
        return formula instanceof Formula.Literal literal
                ? symbols.literal(textOf(literal.value()))
                : "$" + name(formula, code);
    }

    /** What {@code #if} takes. */
    String condition(Formula formula, Code code) {
        if (formula instanceof Formula.Not not) {
            return "!(" + condition(not.operand(), code) + ")";
        }
        if (formula instanceof Formula.Logic logic) {
            return logic(logic, code);
        }
        if (formula instanceof Formula.Operation operation
                && !operation.symbol().equals("+")) {
            return comparison(operation, code);
        }
        if (formula instanceof Formula.Call call && calls.isCondition(call)) {
            return calls.condition(call, code);
        }
        if (formula instanceof Formula.Part part && part.owner() instanceof Formula.Status status) {
            LoopNames loop = loop(status.loop(), part.place());
            String test = statusTest(part.key(), loop);
            if (test != null) {
                return test;
            }
        }
        if (formula instanceof Formula.Part
                || formula instanceof Formula.Element
                || formula instanceof Formula.Rows
                || formula instanceof Formula.Status) {
            unreadable(formula);
            return "true";
        }
        return truth(formula, code);
    }

    private static @Nullable String statusTest(String key, LoopNames loop) {
        return switch (key) {
            case FIRST -> "$" + loop.index() + " == 0";
            case "last" -> "$" + loop.last();
            case "even" -> "$" + loop.index() + " % 2 == 1";
            case "odd" -> "$" + loop.index() + " % 2 == 0";
            default -> null;
        };
    }

    private void unreadable(Formula formula) {
        if (formula instanceof Formula.Part part) {
            report(part.place(), "`." + part.key() + "` is a part of something that archetypes do not know");
        } else if (formula instanceof Formula.Element element) {
            report(element.place(), "`[…]` is a part of something that archetypes do not know");
        } else if (formula instanceof Formula.Rows rows) {
            problems.add(
                    Untranslatable.at(
                            rows.place(),
                            "the query `" + rows.query() + "` asks a graph, and archetypes have none",
                            "archetypes cannot carry it: give the pack a variable in its place, or leave the template out with `when`"));
        } else if (formula instanceof Formula.Status status) {
            report(status.place(), "the state of a loop is no value by itself");
        }
    }

    /** The rule of conditions, on texts. */
    private String truth(Formula formula, Code code) {
        Kind kind = kind(formula);
        if (formula instanceof Formula.Literal literal && kind != Kind.LIST) {
            return Boolean.toString(
                    switch (kind) {
                        case NULL -> false;
                        case TEXT -> !List.of("", "false", "off", "no").contains(String.valueOf(literal.value()));
                        case INTEGER -> new BigDecimal(String.valueOf(literal.value())).signum() != 0;
                        default -> Boolean.TRUE.equals(literal.value());
                    });
        }
        if (kind == Kind.MIXED || kind == Kind.LIST) {
            String name = name(formula, code);
            if (kind == Kind.LIST) {
                return "!$" + name + ".isEmpty()";
            }
            report(placeOf(formula), "the condition is of one kind or another, which texts do not show");
            return "true";
        }
        String reference = text(formula, code);
        String test = switch (kind) {
            case BOOLEAN -> reference + " == 'true'";
            case INTEGER -> reference + " != '0'";
            default ->
                reference + " != '' && " + reference + " != 'false' && " + reference + " != 'off' && " + reference
                        + " != 'no'";
        };
        return isNullable(formula) && kind != Kind.BOOLEAN
                ? "(" + reference + " != '" + Symbols.NONE + "' && " + test + ")"
                : "(" + test + ")";
    }

    private String logic(Formula.Logic logic, Code code) {
        String left = condition(logic.left(), code);
        Code aside = code.aside();
        String right = condition(logic.right(), aside);
        if (aside.isEmpty()) {
            return "(" + left + (logic.or() ? " || " : " && ") + right + ")";
        }
        String name = names.fresh("test");
        code.begin(left);
        if (logic.or()) {
            code.set(name, "true");
            code.otherwise();
        }
        code.append(aside);
        code.begin(right);
        code.set(name, "true");
        code.otherwise();
        code.set(name, "false");
        code.end();
        if (!logic.or()) {
            code.otherwise();
            code.set(name, "false");
        }
        code.end();
        return "$" + name;
    }

    private String comparison(Formula.Operation operation, Code code) {
        Kind left = kind(operation.left());
        Kind right = kind(operation.right());
        String symbol = operation.symbol();
        if (symbol.equals("==") || symbol.equals("!=")) {
            if (left.or(right) == Kind.MIXED || left.or(right) == Kind.LIST) {
                report(operation.place(), "`" + symbol + "` compares what archetypes cannot compare");
            }
            return "(" + compared(operation.left(), left.or(right), code) + " " + symbol + " "
                    + compared(operation.right(), left.or(right), code) + ")";
        }
        if (!"< <= > >=".contains(symbol) || left != right || (left != Kind.TEXT && left != Kind.INTEGER)) {
            report(operation.place(), "`" + symbol + "` computes with numbers, which archetypes cannot do");
            return "true";
        }
        String name = names.fresh("order");
        if (left == Kind.TEXT) {
            code.set(name, "$" + name(operation.left(), code) + ".compareTo(" + value(operation.right(), code) + ")");
        } else {
            String first = numberOrder.name(operation.left(), operation.place(), code);
            String second = numberOrder.name(operation.right(), operation.place(), code);
            code.set(name, "$" + first + ".compareTo($" + second + ")");
        }
        return "($" + name + " " + symbol + " 0)";
    }

    /** Numbers are equal by amount, so a known one is written as a variable would be. */
    private String compared(Formula formula, Kind kind, Code code) {
        if (kind == Kind.INTEGER
                && formula instanceof Formula.Literal literal
                && literal.value() instanceof BigDecimal d) {
            return symbols.literal(
                    d.signum() == 0 ? "0" : d.stripTrailingZeros().toPlainString());
        }
        return text(formula, code);
    }

    /** A value as a text, although a method or a loop gave a number. */
    private String text(Formula formula, Code code) {
        return kind(formula) == Kind.INTEGER
                        && !(formula instanceof Formula.Variable)
                        && !(formula instanceof Formula.Literal)
                ? "\"" + piece(formula, code) + "\""
                : value(formula, code);
    }

    /** The nearest place that is known. */
    static Place placeOf(Formula formula) {
        if (formula instanceof Formula.Variable variable) {
            return variable.place();
        }
        if (formula instanceof Formula.Choice choice) {
            return placeOf(choice.condition());
        }
        if (formula instanceof Formula.Call call) {
            return call.place();
        }
        if (formula instanceof Formula.Operation operation) {
            return operation.place();
        }
        if (formula instanceof Formula.Part part) {
            return part.place();
        }
        if (formula instanceof Formula.Item item) {
            return item.place();
        }
        if (formula instanceof Formula.Not not) {
            return placeOf(not.operand());
        }
        if (formula instanceof Formula.Logic logic) {
            return placeOf(logic.left());
        }
        return Place.of("pack.toml");
    }
}
