package dev.packs.rendering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code #lists}. */
final class ListFunctions extends FunctionGroup {

    ListFunctions() {
        super(
                "#lists",
                "isEmpty/1 size/1 contains/2 containsAll/2 indexOf/2 join/2 first/1 last/1 slice/3 concat/2 reverse/1"
                        + " sort/1-2 distinct/1 values/2 where/3");
    }

    @Override
    @Nullable
    Object call(String function, Arguments with) {
        if (function.equals("isEmpty")) {
            return with.any(0) == null || with.list(0).isEmpty();
        }
        List<?> list = with.list(0);
        RowIndex index = function.equals("where") ? with.index(list) : null;
        if (index != null) {
            List<@Nullable Object> found = index.where(with.text(1), with.any(2));
            if (found != null) {
                with.spend(found.size());
                return found;
            }
        }
        with.spend(list.size());
        return switch (function) {
            case "size" -> (long) list.size();
            case "contains" -> indexOf(list, with.any(1)) >= 0;
            case "containsAll" -> containsAll(list, with.list(1), with);
            case "indexOf" -> (long) indexOf(list, with.any(1));
            case "join" -> joined(list, with);
            case "first", "last" -> end(function, list, with);
            case "slice" -> slice(list, with);
            case "concat" -> concatenated(list, with.list(1), with);
            case "reverse" -> reversed(list);
            case "sort" -> sorted(list, with);
            case "distinct" -> distinct(list, with);
            case "values" -> values(list, with);
            case "where" -> where(list, with);
            default -> throw unlisted(function);
        };
    }

    private static int indexOf(List<?> list, @Nullable Object wanted) {
        for (int i = 0; i < list.size(); i++) {
            if (PlainValues.areEqual(list.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean containsAll(List<?> list, List<?> wanted, Arguments with) {
        for (Object one : wanted) {
            with.spend(list.size());
            if (indexOf(list, one) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String joined(List<?> list, Arguments with) {
        String separator = with.text(1);
        BoundedText text = with.collector();
        for (int i = 0; i < list.size(); i++) {
            text.add(i == 0 ? "" : separator).add(with.textOf(list.get(i)));
        }
        return text.toString();
    }

    private static @Nullable Object end(String function, List<?> list, Arguments with) {
        if (list.isEmpty()) {
            throw with.failed("is asked of an empty list", "test `#lists.isEmpty(a)` first");
        }
        return list.get(function.equals("first") ? 0 : list.size() - 1);
    }

    /** From inclusive to exclusive; what lies outside of the list is not there. */
    private static List<?> slice(List<?> list, Arguments with) {
        int from = Math.min(with.count(1), list.size());
        int to = Math.max(from, Math.min(with.count(2), list.size()));
        return list.subList(from, to);
    }

    private static List<@Nullable Object> concatenated(List<?> first, List<?> second, Arguments with) {
        with.spend(second.size());
        List<@Nullable Object> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<@Nullable Object> reversed(List<?> list) {
        List<@Nullable Object> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    private static List<@Nullable Object> sorted(List<?> list, Arguments with) {
        String key = with.size() > 1 ? with.text(1) : null;
        List<@Nullable Object> copy = new ArrayList<>(list);
        copy.sort((a, b) ->
                compare(key == null ? a : valueOf(a, key, with), key == null ? b : valueOf(b, key, with), with));
        return copy;
    }

    private static int compare(@Nullable Object a, @Nullable Object b, Arguments with) {
        if (a instanceof String left && b instanceof String right) {
            return left.compareTo(right);
        }
        if (a instanceof Number left && b instanceof Number right) {
            return PlainValues.decimal(left).compareTo(PlainValues.decimal(right));
        }
        throw with.failed(
                "compares " + PlainValues.kind(a) + " with " + PlainValues.kind(b),
                "lists of strings or of numbers can be sorted, and lists of maps by a key: `#lists.sort(a, 'name')`");
    }

    private static List<@Nullable Object> distinct(List<?> list, Arguments with) {
        List<@Nullable Object> once = new ArrayList<>();
        for (Object item : list) {
            with.spend(once.size());
            if (indexOf(once, item) < 0) {
                once.add(item);
            }
        }
        return once;
    }

    private static List<@Nullable Object> values(List<?> list, Arguments with) {
        String key = with.text(1);
        List<@Nullable Object> values = new ArrayList<>();
        for (Object item : list) {
            values.add(valueOf(item, key, with));
        }
        return values;
    }

    private static List<@Nullable Object> where(List<?> list, Arguments with) {
        String key = with.text(1);
        List<@Nullable Object> found = new ArrayList<>();
        for (Object item : list) {
            if (PlainValues.areEqual(valueOf(item, key, with), with.any(2))) {
                found.add(item);
            }
        }
        return found;
    }

    private static @Nullable Object valueOf(@Nullable Object item, String key, Arguments with) {
        if (!(item instanceof Map<?, ?> map) || !map.containsKey(key)) {
            throw with.failed(
                    "meets " + PlainValues.kind(item) + " without the key `" + key + "`",
                    "every item of the list must be a map with that key");
        }
        return map.get(key);
    }
}
