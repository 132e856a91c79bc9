package dev.packs.rendering;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Turns a loop: each step puts the next item where the expressions in the body look for it. */
final class LoopItems implements Iterator<String> {

    private final List<?> items;
    private final Directive.Loop loop;
    private final Evaluation run;
    private int next;

    LoopItems(Directive.Loop loop, Evaluation run) {
        this.loop = loop;
        this.run = run;
        this.items = items(loop.items().value(run), loop.spot());
    }

    private static List<?> items(@Nullable Object value, Spot spot) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof Map<?, ?> map) {
            List<Object> entries = new ArrayList<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                Map<String, @Nullable Object> pair = new LinkedHashMap<>();
                pair.put("key", entry.getKey());
                pair.put("value", entry.getValue());
                entries.add(pair);
            }
            return entries;
        }
        if (value == null) {
            throw spot.failed("the loop runs over null", "test it before: `th:if=\"${items}\"` in a block around");
        }
        throw spot.failed("the loop runs over " + PlainValues.kind(value), "loops run over lists and maps");
    }

    @Override
    public boolean hasNext() {
        return next < items.size();
    }

    /** What it returns is nothing that anybody sees. */
    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!run.budget().iterate(1)) {
            throw run.budget().exhausted(loop.spot().place());
        }
        Object item = items.get(next);
        run.setLocal(loop.slot(), item);
        run.setLocal(loop.slot() + 1, new LoopStatus(next, items.size(), item));
        next++;
        return "";
    }
}
