package dev.packs.generation;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A template language of three forms: {@code <x>} and {@code <x.y>} print, {@code @include path@} includes, {@code @boom@} fails. */
final class FakeRendering implements TextRendering {

    private final PackContent pack;
    private final Map<String, Object> values;

    FakeRendering(PackContent pack, Map<String, Object> values) {
        this.pack = pack;
        this.values = values;
    }

    @Override
    public Result template(RelativePath source, Optional<Row> row) {
        Set<String> reads = new TreeSet<>();
        List<RelativePath> sources = new ArrayList<>();
        String text = include(source, row, reads, sources);
        return new Result(text, reads, sources);
    }

    @Override
    public Result velocity(RelativePath source, Optional<Row> row) {
        Result plain = template(source, row);
        return new Result("velocity: " + plain.text(), plain.reads(), plain.sources());
    }

    private String include(RelativePath source, Optional<Row> row, Set<String> reads, List<RelativePath> sources) {
        sources.add(source);
        String text = new String(pack.files().read(source).orElseThrow(), StandardCharsets.UTF_8);
        int at;
        while ((at = text.indexOf("@include ")) >= 0) {
            int end = text.indexOf('@', at + 1);
            String included = text.substring(at + 9, end);
            text = text.substring(0, at)
                    + include(RelativePath.parse(included), row, reads, sources)
                    + text.substring(end + 1);
        }
        if (text.contains("@boom@")) {
            throw Problem.at(ProblemCode.TEMPLATE_FAILED, Place.of(source.text()), "boom")
                    .asException();
        }
        return print(text, row, reads);
    }

    private String print(String text, Optional<Row> row, Set<String> reads) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', from)) {
            out.append(text, from, at);
            int end = text.indexOf('>', at);
            String[] names = text.substring(at + 1, end).split("\\.", -1);
            reads.add(names[0]);
            @Nullable
            Object value = row.isPresent() && row.get().name().equals(names[0])
                    ? row.get().value()
                    : known(names[0]);
            for (int i = 1; i < names.length; i++) {
                value = value instanceof Map<?, ?> map ? map.get(names[i]) : null;
            }
            out.append(value);
            from = end + 1;
        }
        return out.append(text.substring(from)).toString();
    }

    private @Nullable Object known(String name) {
        if (!values.containsKey(name)) {
            throw Problem.of(ProblemCode.VARIABLE_UNDEFINED, "`" + name + "` is not defined")
                    .asException();
        }
        return values.get(name);
    }

    @Override
    public String line(String text, Optional<Row> row, Place place) {
        return print(text, row, new TreeSet<>());
    }

    @Override
    public boolean isTrue(String expression, Place place) {
        return Boolean.TRUE.equals(known(expression));
    }

    @Override
    public @Nullable Object value(String name) {
        return known(name);
    }
}
