package dev.packs.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code #strings}. */
final class StringFunctions extends FunctionGroup {

    StringFunctions() {
        super(
                "#strings",
                "isEmpty/1 defaultString/2 toString/1 length/1 toUpperCase/1 toLowerCase/1 capitalize/1 unCapitalize/1"
                        + " trim/1 contains/2 containsIgnoreCase/2 startsWith/2 endsWith/2 equals/2 equalsIgnoreCase/2"
                        + " indexOf/2 substring/2-3 substringBefore/2 substringAfter/2 prepend/2 append/2 concat/1-16"
                        + " replace/3 repeat/2 abbreviate/2 indent/2 padLeft/2 padRight/2"
                        + " listJoin/2 arrayJoin/2 join/2 listSplit/2 arraySplit/2 split/2 lines/1"
                        + " escapeJava/1 escapeJson/1 escapeXml/1 escapeYaml/1 escapeProperties/1 escapeShell/1 escapeDoc/1");
    }

    @Override
    @Nullable
    Object call(String function, Arguments with) {
        return switch (function) {
            case "isEmpty" -> with.any(0) == null || with.text(0).isEmpty();
            case "defaultString" -> with.any(0) == null || with.text(0).isEmpty() ? with.text(1) : with.text(0);
            case "equals" -> PlainValues.areEqual(with.any(0), with.any(1));
            case "listJoin", "arrayJoin", "join" -> joined(with);
            case "listSplit", "arraySplit", "split" -> split(with);
            case "repeat" -> repeated(with, with.text(0), with.count(1));
            case "replace" -> replaced(with);
            case "concat" -> concatenated(with);
            default -> function.startsWith("escape") ? escaped(function, with) : ofText(function, with.text(0), with);
        };
    }

    private Object ofText(String function, String text, Arguments with) {
        return switch (function) {
            case "toString" -> text;
            case "length" -> (long) text.length();
            case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
            case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
            case "capitalize" -> capitalized(text);
            case "unCapitalize" ->
                text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
            case "trim" -> text.strip();
            case "contains" -> text.contains(with.text(1));
            case "containsIgnoreCase" -> folded(text).contains(folded(with.text(1)));
            case "startsWith" -> text.startsWith(with.text(1));
            case "endsWith" -> text.endsWith(with.text(1));
            case "equalsIgnoreCase" -> text.equalsIgnoreCase(with.text(1));
            case "indexOf" -> (long) text.indexOf(with.text(1));
            case "substring" -> substring(text, with);
            case "substringBefore" -> before(text, text.indexOf(with.text(1)));
            case "substringAfter" -> after(text, with.text(1));
            case "prepend" -> with.collector().add(with.text(1)).add(text).toString();
            case "append" -> with.collector().add(text).add(with.text(1)).toString();
            case "abbreviate" -> abbreviated(text, with.count(1));
            case "indent" -> indented(text, with);
            case "padLeft" -> repeated(with, " ", with.count(1) - text.length()) + text;
            case "padRight" -> text + repeated(with, " ", with.count(1) - text.length());
            case "lines" -> lines(text, with);
            default -> throw unlisted(function);
        };
    }

    private Object escaped(String function, Arguments with) {
        String text = with.text(0);
        return switch (function) {
            case "escapeJava" -> Escapes.java(text);
            case "escapeJson", "escapeYaml" -> Escapes.json(text);
            case "escapeXml" -> Escapes.xml(text, with);
            case "escapeProperties" -> Escapes.properties(text);
            case "escapeShell" -> Escapes.shell(text);
            case "escapeDoc" -> Escapes.doc(text);
            default -> throw unlisted(function);
        };
    }

    static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String substring(String text, Arguments with) {
        long start = with.integer(1);
        long end = with.size() > 2 ? with.integer(2) : text.length();
        if (start < 0 || start > end || end > text.length()) {
            throw with.failed(
                    "is asked for " + start + " to " + end + " of a text of " + text.length() + " characters",
                    "positions count from 0, and the end is exclusive");
        }
        return text.substring((int) start, (int) end);
    }

    private static String before(String text, int found) {
        return found < 0 ? text : text.substring(0, found);
    }

    private static String after(String text, String mark) {
        int found = text.indexOf(mark);
        return found < 0 ? "" : text.substring(found + mark.length());
    }

    private static String abbreviated(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "…";
    }

    private static String concatenated(Arguments with) {
        BoundedText text = with.collector();
        for (int i = 0; i < with.size(); i++) {
            text.add(with.text(i));
        }
        return text.toString();
    }

    private static String repeated(Arguments with, String text, int times) {
        BoundedText result = with.collector();
        for (int i = 0; i < times && !text.isEmpty(); i++) {
            result.add(text);
        }
        return result.toString();
    }

    private static String replaced(Arguments with) {
        String text = with.text(0);
        String old = with.text(1);
        String fresh = with.text(2);
        if (old.isEmpty()) {
            throw with.failed("has nothing to replace", "argument 2 must not be empty");
        }
        BoundedText result = with.collector();
        int from = 0;
        for (int found = text.indexOf(old); found >= 0; found = text.indexOf(old, from)) {
            result.add(text, from, found).add(fresh);
            from = found + old.length();
        }
        return result.add(text, from, text.length()).toString();
    }

    private static String joined(Arguments with) {
        String separator = with.text(1);
        BoundedText text = with.collector();
        boolean first = true;
        for (Object item : with.list(0)) {
            text.add(first ? "" : separator).add(with.textOf(item));
            first = false;
        }
        return text.toString();
    }

    private static List<String> split(Arguments with) {
        String text = with.text(0);
        String separator = with.text(1);
        if (separator.isEmpty()) {
            throw with.failed("has no separator", "argument 2 must not be empty");
        }
        List<String> parts = new ArrayList<>();
        if (text.isEmpty()) {
            return parts;
        }
        int from = 0;
        for (int found = text.indexOf(separator); found >= 0; found = text.indexOf(separator, from)) {
            with.spend(1);
            parts.add(text.substring(from, found));
            from = found + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<String> lines(String text, Arguments with) {
        List<String> lines = text.lines().toList();
        with.spend(lines.size());
        return lines;
    }

    /** Every line but the first and the empty ones moves to the right, so that a text of several lines fits behind an indented tag. */
    private static String indented(String text, Arguments with) {
        String margin = repeated(with, " ", with.count(1));
        BoundedText result = with.collector();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            result.add(text, from, end + 1);
            from = end + 1;
            if (from < text.length() && text.charAt(from) != '\n' && text.charAt(from) != '\r') {
                result.add(margin);
            }
        }
        return result.add(text, from, text.length()).toString();
    }
}
